import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { AppError } from '../../../kernel/errors.ts';
import { coordinates } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { reportWords } from '../../words-report.ts';
import { rewordCard } from '../cards.ts';
import { readReview } from '../read-review.ts';

/** Opens the text as it stands now, whatever the clicked card showed. @throws AppError forbidden */
export async function rewordReview(
  ctx: Ctx,
  { period, county }: { period: string; county: string },
): Promise<Outcome<ClickAnswer>> {
  if (!coordinates(ctx.actor, county)) throw new AppError('forbidden', reportWords.forbidden);
  return outcome<ClickAnswer>({ card: rewordCard(await readReview(ctx, period, county)) });
}
