import { evasionOf, screen } from '../guard/rules/screen.ts';
import { type Declined, declinedWords, evasionWords } from '../guard/words.ts';

/**
 * What is said to somebody who would hand over something that no human may be sent through the bot either (BR-35), or
 * that nobody answers; undefined for an ordinary question. A case of one's own may be asked: the editor knows the way.
 */
export function turnedDown(text: string): Declined | undefined {
  const screened = screen(text);
  if (!screened || screened.reason === 'case') return undefined;
  const { reason } = screened;
  return reason === 'evasion' ? evasionWords[evasionOf(text)] : declinedWords[reason];
}
