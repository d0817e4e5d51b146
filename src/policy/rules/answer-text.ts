import { screen } from '../guard/rules/screen.ts';

/** What no answer may hold. An office's phone may, and the way to report something must. */
const BARRED: readonly string[] = ['secret_mark', 'identity_number', 'account_number'];

/** An editor's text that must not be stored or sent (BR-34, BR-35). */
export function barredFromAnswers(text: string): boolean {
  const screened = screen(text);
  return screened !== undefined && BARRED.includes(screened.reason);
}
