import { byStart, daysApart, type Stay } from './stay.ts';

/** Domain 5: two within 10 natural days at one township. The first day is not counted, as in all terms in days. */
export const CLASH_DAYS = 10;

export interface Clash<T> {
  unit: string;
  /** At least two, by start; each begins at most `CLASH_DAYS` after one before it has ended. */
  stays: T[];
}

/** Where too many come at once, among these units. */
export function clashes<T extends Stay>(stays: readonly T[], units: ReadonlySet<string>): Clash<T>[] {
  const visited = [...new Set(stays.flatMap(({ targets }) => targets))].filter((unit) => units.has(unit));
  return visited.sort().flatMap((unit) =>
    chains(stays.filter(({ targets }) => targets.includes(unit)))
      .filter((chain) => chain.length > 1)
      .map((chain) => ({ unit, stays: chain })),
  );
}

function chains<T extends Stay>(stays: readonly T[]): T[][] {
  const found: T[][] = [];
  for (const stay of stays.toSorted(byStart)) {
    const last = found.at(-1);
    if (last?.some((earlier) => daysApart(earlier, stay) <= CLASH_DAYS)) last.push(stay);
    else found.push([stay]);
  }
  return found;
}
