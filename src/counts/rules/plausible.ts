import type { Entry, Indicator } from './indicator.ts';

/** How far above the year's highest month a figure may lie before the person is asked once whether it is meant. */
const FACTOR = 3;
const DISTANCE = 10;

/** Entries that look like a slip of the finger: more than three times the highest of the last 12 months and 10 more. */
export function implausible(entries: readonly Entry[], highest: ReadonlyMap<Indicator, number>): Entry[] {
  return entries.filter(({ indicator, amount }) => {
    const most = highest.get(indicator);
    return most !== undefined && amount > FACTOR * most && amount - most >= DISTANCE;
  });
}
