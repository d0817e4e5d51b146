/** An entry that was found, as far as it matters whose it is. */
export interface Owned {
  number: string;
  score: number;
  /** Meant for certain units, the asker's among them. */
  special: boolean;
  topic: string;
  factIds: readonly string[];
}

/** An entry of one's own county this near to a general one says the same for that county. */
const SAME_SUBJECT_WITHIN = 0.6;
/** Where neither topic nor facts tell that both are about the same, they must lie closer. */
const SAME_WORDS_WITHIN = 0.8;

/** General entries in whose place one of the asker's own county stands. `found`: best first. */
export function replacedByOwn(found: readonly Owned[]): string[] {
  return found.flatMap((general, i) => {
    if (general.special) return [];
    const own = found.find(
      (entry, j) => entry.special && (j < i || entry.score >= general.score * within(entry, general)),
    );
    return own && within(own, general) <= 1 ? [general.number] : [];
  });
}

function within(own: Owned, general: Owned): number {
  if (own.factIds.some((id) => general.factIds.includes(id))) return SAME_SUBJECT_WITHIN;
  if (own.topic !== '' && general.topic !== '' && own.topic !== general.topic)
    return Number.POSITIVE_INFINITY;
  return SAME_WORDS_WITHIN;
}
