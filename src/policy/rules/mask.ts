import { maskNumbers } from '../../kernel/text.ts';
import { NAMED } from './lexicon-names.ts';

/** Longer texts tell a story rather than ask a question; editors need the question. */
const KEPT = 120;

/** A question as it may be kept for editors: no numbers that could be a person's, no names, not the whole story. */
export function maskedQuestion(text: string): string {
  const masked = NAMED.reduce((rest, pattern) => rest.replace(pattern, '***'), maskNumbers(text));
  const letters = Array.from(masked.replace(/\s+/g, ' '));
  return letters.length > KEPT ? `${letters.slice(0, KEPT).join('')}…` : letters.join('');
}
