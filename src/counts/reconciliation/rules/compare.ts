import { type Difference, KINDS } from './difference.ts';
import { type Claims, explanationOf, type Standing, standingOf } from './explanation.ts';
import type { Books } from './ledger.ts';
import { type Correction, corrections, monthDifferences, target } from './months.ts';
import { duplicates, gaps } from './numbering.ts';
import { planning } from './planning.ts';
import { unreceived, unregistered } from './receiving.ts';

export interface Stood extends Difference {
  standing: Standing;
}

export interface Comparison {
  differences: Stood[];
  /** Figures that have to change; they may once nothing is open any more. */
  due: Correction[];
}

/**
 * The four books side by side, in the order of domain 4.3. `corrected` are the corrections that were made already: what
 * had been found before them stays found, so that the statement can tell of it.
 */
export function compare(books: Books, claims: Claims, corrected: readonly Correction[]): Comparison {
  const found = [
    ...gaps(books),
    ...duplicates(books),
    ...planning(books),
    ...unregistered(books),
    ...unreceived(books),
    ...monthDifferences(books, corrected),
  ].toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  const stood = found.map((one) => ({
    ...one,
    standing: standingOf(one.kind, claims.get(one.key), one.byRule),
  }));
  return { differences: stood, due: corrections(books, target(books, found, claims, corrected)) };
}

/** Nothing is left to be said, so the figures may follow the list. */
export function mayCorrect({ differences }: Comparison): boolean {
  return differences.every((one) => one.standing === 'settled');
}

/** Level by domain 4.3: gaps explained, nothing received that is not registered, the months' sum is the list. */
export function isLevel(comparison: Comparison): boolean {
  return mayCorrect(comparison) && comparison.due.every(({ from, to }) => from.amount === to.amount);
}

/** Whose turn it is; `open` as well when figures have moved since all was explained, as the list still decides. */
export function turnOf(comparison: Comparison): Standing {
  if (comparison.differences.some((one) => one.standing === 'open')) return 'open';
  if (!mayCorrect(comparison)) return 'office';
  return isLevel(comparison) ? 'settled' : 'open';
}

/** Explanations that need a line saying what by. */
export function needsNote(kind: Difference['kind'], code: string): boolean {
  return explanationOf(kind, code)?.effect === 'needs-note';
}
