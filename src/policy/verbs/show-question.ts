import type { Card } from '../../chat/card.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Ctx } from '../../store/context.ts';
import type { Place } from '../cards.ts';
import { countHit } from '../counters.ts';
import { presentEntry } from '../present-entry.ts';
import { audienceOf, findServed } from '../repo.ts';
import { editWords as words } from '../words.ts';

/** The entry behind a button, if it may still be served to whoever clicked. */
export async function showQuestion(
  ctx: Ctx,
  { number, place }: { number: string; place: Place },
): Promise<Outcome<Card>> {
  const audience = audienceOf(ctx);
  const [entry] = await findServed(ctx.db, [number], audience);
  if (!entry) throw new AppError('not_found', words.noLongerServed);
  const card = await presentEntry(ctx, { entry, lead: [], audience, place });
  return outcome(card, { writes: [countHit(ctx, number)] });
}
