import { topicWords } from './lexicon.ts';
import { byStart, daysApart, type Stay } from './stay.ts';

/** Domain 5: research visits that are at most 7 days apart … */
export const MERGE_DAYS = 7;
/** … whose topics have two keywords in common … */
const SHARED_WORDS = 2;

export interface Merge<T> {
  visits: [T, T];
  /** … and that go to the same unit. */
  units: string[];
  words: string[];
}

/** Research visits that could be one. */
export function merges<T extends Stay>(visits: readonly T[]): Merge<T>[] {
  const sorted = visits.toSorted(byStart);
  return sorted.flatMap((first, i) =>
    sorted.slice(i + 1).flatMap((second): Merge<T>[] => {
      const units = first.targets.filter((unit) => second.targets.includes(unit));
      if (units.length === 0 || daysApart(first, second) > MERGE_DAYS) return [];
      const words = sharedWords(first.name, second.name);
      const alike = first.name === second.name || words.length >= SHARED_WORDS;
      return alike ? [{ visits: [first, second], units, words }] : [];
    }),
  );
}

function sharedWords(a: string, b: string): string[] {
  const others = topicWords(b);
  return topicWords(a).filter((word) => others.includes(word));
}
