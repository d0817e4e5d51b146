import type { Synonyms } from '../../retrieval/rules/synonyms.ts';
import { searchText, tokensOf, withoutScaffolding } from '../../retrieval/rules/tokens.ts';

/** A question nothing was found for, as it is kept. */
export interface Miss {
  id: string;
  text: string;
  times: number;
  near: string;
  handled: boolean;
}

export interface MissGroup {
  /** The wording asked most often. */
  sample: Miss;
  members: readonly Miss[];
  /** Asked this often in all wordings together. */
  times: number;
}

/** Share of words two questions have in common from which they want the same; set by the cases in the tests. */
const ALIKE_FROM = 0.65;

/** Wordings of one wish together, the most wanted first. What reads the same comes out the same in any order. */
export function groupAlike(misses: readonly Miss[], synonyms: Synonyms): MissGroup[] {
  const sorted = [...misses].sort((a, b) => b.times - a.times || (a.text < b.text ? -1 : 1));
  const groups: { words: ReadonlySet<string>; members: Miss[] }[] = [];
  for (const miss of sorted) {
    const words = wordsOf(miss.text, synonyms);
    const group = groups.find((one) => likeness(one.words, words) >= ALIKE_FROM);
    if (group) group.members.push(miss);
    else groups.push({ words, members: [miss] });
  }
  return groups
    .flatMap(({ members }) => {
      const [sample] = members;
      return sample ? [{ sample, members, times: members.reduce((sum, { times }) => sum + times, 0) }] : [];
    })
    .sort((a, b) => b.times - a.times || (a.sample.text < b.sample.text ? -1 : 1));
}

/** Shared words as a share of all, 1 for the same set (Dice); the words that only make it a question do not count. */
export function likenessOf(a: string, b: string, synonyms: Synonyms): number {
  return likeness(wordsOf(a, synonyms), wordsOf(b, synonyms));
}

function wordsOf(text: string, synonyms: Synonyms): ReadonlySet<string> {
  return new Set(tokensOf(withoutScaffolding(searchText(text, synonyms))));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  const shared = [...a].filter((word) => b.has(word)).length;
  return (2 * shared) / (a.size + b.size);
}
