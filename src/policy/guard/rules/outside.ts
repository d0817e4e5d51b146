import { ASKS } from '../../../kernel/guard/lexicon-speech.ts';
import { clausesOf, plainSpeech } from '../../../kernel/guard/plain-speech.ts';
import { COURTESY, OUTSIDE } from './lexicon-outside.ts';

/** Whether the message only greets or thanks. */
export function isCourtesy(text: string): boolean {
  return COURTESY.test(plainSpeech(text));
}

/**
 * What the question names of other offices' matters; an entry that does not speak of them cannot be meant. So whoever
 * adds an entry on such a matter has it found at once. Only where it asks: a story may mention anything.
 */
export function othersMatters(text: string): string[] {
  const clauses = clausesOf(plainSpeech(text));
  const asking = clauses.filter((clause, i) => i === clauses.length - 1 || ASKS.test(clause)).join(',');
  return OUTSIDE.flatMap((pattern) =>
    [...asking.matchAll(pattern)].map((match) => match.groups?.['key'] ?? match[0]),
  );
}

/** Whether all these words stand somewhere in the texts. */
export function speaksOf(words: readonly string[], texts: readonly string[]): boolean {
  const said = words.length === 0 ? '' : texts.map(plainSpeech).join('\n');
  return words.every((word) => said.includes(word));
}
