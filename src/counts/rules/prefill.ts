import type { Entry, Indicator } from './indicator.ts';

export interface Listed {
  indicator: Indicator;
  /** Item by item, or numbers only. */
  mode: 'items' | 'figures';
}

/** Where the figures on the card come from, the weakest source deciding. */
export type PrefillSource = 'registered' | 'last-month' | 'none';

export interface Prefill {
  source: PrefillSource;
  /** One per listed indicator that has a figure to show, in the order of the list. */
  entries: (Entry & { from: 'registered' | 'last-month' })[];
}

/**
 * What the office already knows is never asked again (BR-11): this month's registered figures, else last month's.
 * A unit that registers item by item and has registered nothing has nothing: that is its figure (BR-14).
 */
export function prefill(
  listed: readonly Listed[],
  thisMonth: ReadonlyMap<Indicator, Entry>,
  lastMonth: ReadonlyMap<Indicator, Entry>,
): Prefill {
  const entries = listed.flatMap(({ indicator, mode }): Prefill['entries'] => {
    const registered =
      thisMonth.get(indicator) ??
      (mode === 'items' ? { indicator, amount: 0, unplanned: 0, direct: 0 } : undefined);
    if (registered) return [{ ...registered, from: 'registered' }];
    const before = lastMonth.get(indicator);
    return before ? [{ ...before, from: 'last-month' }] : [];
  });
  const source =
    entries.length < listed.length
      ? 'none'
      : entries.every((entry) => entry.from === 'registered')
        ? 'registered'
        : 'last-month';
  return { source, entries };
}

/**
 * What stands after the deadline when nobody acted: registered figures are adopted and marked so (BR-14); last month's
 * are no figures of this month.
 */
export function closing(filled: Prefill): 'adopted' | 'missing' {
  return filled.source === 'registered' ? 'adopted' : 'missing';
}
