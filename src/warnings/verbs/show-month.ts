import type { Card } from '../../chat/card.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Month } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import { warningCard } from '../cards.ts';
import { readTold } from '../read-told.ts';
import { boardWords as words } from '../words-board.ts';

/** The month's card of the person who asks, as it was sent, with the way back to what they may decide. */
export async function showMonth(ctx: Ctx, { month }: { month: Month }): Promise<Outcome<Card>> {
  const openId = ctx.actor.kind === 'person' ? ctx.actor.openId : '';
  const told = (await readTold(ctx, month)).get(openId);
  if (!told) throw new AppError('not_found', words.nothingFor(month));
  return outcome(warningCard(month, told));
}
