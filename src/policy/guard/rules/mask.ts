import { NAMED } from '../../../kernel/guard/lexicon-names.ts';
import { maskNumbers } from '../../../kernel/text.ts';

/** Longer texts tell a story rather than ask a question; editors need the question. */
const KEPT = 120;

/** What is handed to a human may tell a little more. */
export const QUESTION_LENGTH = 300;

/**
 * A question as it may be kept for editors: no numbers that could be a person's, no names, not the whole story beyond
 * `kept` characters.
 */
export function maskedQuestion(text: string, kept = KEPT): string {
  const masked = NAMED.reduce((rest, pattern) => rest.replace(pattern, '***'), maskNumbers(text));
  const letters = Array.from(masked.replace(/\s+/g, ' '));
  return letters.length > kept ? `${letters.slice(0, kept).join('')}…` : letters.join('');
}
