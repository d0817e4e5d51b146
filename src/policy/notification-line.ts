import { plainOf, type Rich } from '../chat/rich.ts';

/** As much as a phone's list of chats and lock screen show. */
const LONGEST = 60;

/** The first sentence, for the list of chats: what the card says, before it is opened. */
export function notificationLine(text: Rich | string): string {
  const [sentence = ''] = plainOf(text)
    .trim()
    .split(/[。\n]/);
  const letters = Array.from(sentence);
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : sentence;
}
