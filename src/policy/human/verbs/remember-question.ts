import type { Card } from '../../../chat/card.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import type { Ctx } from '../../../store/context.ts';
import { carrying, leadsOn } from '../carry-question.ts';
import { remembered } from '../remember.ts';
import { turnedDown } from '../turned-down.ts';

/**
 * Lets the buttons of a reply carry the id under which the question is kept. Nothing stays behind of a reply without
 * such buttons, nor of a question that could not be handed over.
 */
export function rememberQuestion(ctx: Ctx, { text, card }: { text: string; card: Card }): Outcome<Card> {
  if (!leadsOn(card) || turnedDown(text)) return outcome(card);
  const { asked, writes } = remembered(ctx, text);
  return outcome(carrying(card, asked), { writes });
}
