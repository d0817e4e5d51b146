import type { ClickAnswer } from '../chat/feature.ts';
import { cardJson } from './card-json.ts';

/** The body of the answer to a click; an empty one leaves the card as it is. */
export function clickAnswerJson(answer: ClickAnswer): Record<string, unknown> {
  return {
    ...(answer.toast && { toast: { type: answer.toast.tone, content: answer.toast.text } }),
    ...(answer.card && { card: { type: 'raw', data: cardJson(answer.card) } }),
  };
}
