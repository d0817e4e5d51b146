/** A decision that can always say why. `reason` is a stable English name; people read the words made from it. */
export interface Decision<Kind extends string, Reason extends string = string> {
  decision: Kind;
  reason: Reason;
}
