import { starterQuestions } from '../../db/seed/questions/index.ts';
import type { Dice } from '../../src/kernel/ports.ts';
import type { EntryToIndex } from '../../src/policy/retrieval/index-writes.ts';
import syllables from '../../src/policy/retrieval/rules/syllables.json' with { type: 'json' };
import { withTypos } from '../../src/policy/retrieval/rules/typos.ts';

const characters = Array.from(Object.values(syllables.common).join(''));

/** As many phrasings as an editor must write (domain 7), and an answer of the usual length. */
const PHRASINGS = 5;
const ANSWER = 200;

/**
 * So many entries, made of the starter questions: each speaks of a matter of its own that is named by three random
 * characters, in sentences that many others share. That is harder on an index than real entries are.
 */
export function benchEntries(count: number, dice: Dice): EntryToIndex[] {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(dice() * from.length)] as T;
  return Array.from({ length: count }, (_, i) => {
    const starter = pick(starterQuestions);
    const matter = pick(characters) + pick(characters) + pick(characters);
    return {
      number: `N${i}`,
      question: matter + starter.question,
      like: starter.like.slice(0, PHRASINGS).map((phrase) => matter + phrase),
      unlike: [],
      title: matter,
      answer: starter.answer.slice(0, ANSWER),
      validFrom: '',
      validUntil: '',
      units: [],
    };
  });
}

/** Questions as they come: a third in an entry's words, a third with a slip and another ending, a third about nothing. */
export function benchQuestions(entries: readonly EntryToIndex[], count: number, dice: Dice): string[] {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(dice() * from.length)] as T;
  return Array.from({ length: count }, (_, i) => {
    const phrase = pick(pick(entries).like) ?? '';
    if (i % 3 === 0) return phrase;
    if (i % 3 === 1) return withTypos(phrase.slice(0, -2), 1, dice);
    return pick(starterQuestions).like[0]?.replace(/./u, pick(characters)) ?? '';
  });
}
