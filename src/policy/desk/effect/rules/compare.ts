import { tokensOf } from '../../../retrieval/rules/tokens.ts';
import { judge, type Read, type Reply } from './judge.ts';
import { nearnessIn, type World, worldOf } from './world.ts';

/** Entries that are looked at closely for one question; the real search looks at some twenty. */
const CLOSELY = 12;

/**
 * An entry this far behind the nearest one, by its words of two characters and more, decides nothing. On 18,000 mixed
 * questions over the starter entries every change the entry itself had caused lay above; what lay below were questions
 * on the very threshold, moved by the rarity of words.
 */
const WITHIN = 0.4;

/** One question that is answered differently, before and after. */
export interface Difference<T> {
  asked: T;
  before: Reply;
  after: Reply;
}

export interface Comparison<T> {
  differences: Difference<T>[];
  /** Answered with the changed entry before and after alike. */
  same: T[];
}

/**
 * How the change of one entry changes what is answered. Only questions for which it is among the nearest, before or
 * after, are judged: for all others nothing moves but the rarity of words, by as much as one entry of many can move it.
 */
export function compareWorlds<T extends Read>(
  asked: readonly T[],
  { before, after, number }: { before: World; after: World; number: string },
): Comparison<T> {
  const coming = after.entries.get(number);
  const both = worldOf([
    ...before.entries.values(),
    ...(coming ? [{ ...coming, number: NEW + number }] : []),
  ]);
  const { nearest } = nearnessIn(both);
  const own = [before.entries.get(number), coming].flatMap((entry) => entry?.rows ?? []);
  const ownWords = new Set(own.flatMap(({ text }) => tokensOf(text)));
  const differences: Difference<T>[] = [];
  const same: T[] = [];
  for (const one of asked) {
    const words = wordsOf(one);
    if (!words.some((word) => ownWords.has(word))) continue;
    const near = nearest(words, CLOSELY);
    const best = near[0]?.score ?? 0;
    const isOwn = (found: string) => found === number || found === NEW + number;
    if (!near.some((found) => isOwn(found.number) && found.score >= WITHIN * best)) continue;
    const numbers = [...new Set(near.map((found) => (isOwn(found.number) ? number : found.number)))];
    const replies = { before: judge(one, before, numbers), after: judge(one, after, numbers) };
    if (!isSame(replies.before, replies.after)) differences.push({ asked: one, ...replies });
    else if (replies.after.entries[0] === number && replies.after.decision !== 'choose') same.push(one);
  }
  return { differences, same };
}

/** Single characters stand nearly everywhere; they count only where there is nothing else. */
function wordsOf({ searchable }: Read): string[] {
  const tokens = [...new Set(tokensOf(searchable))];
  const words = tokens.filter((token) => Array.from(token).length > 1);
  return words.length > 0 ? words : tokens;
}

/** Marks the coming text of an entry beside its present one. */
const NEW = '+';

function isSame(a: Reply, b: Reply): boolean {
  return a.decision === b.decision && a.entries.join(' ') === b.entries.join(' ');
}
