import type { Card } from '../../../chat/card.ts';
import { textCard } from '../../../chat/cards.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { dayOf } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { addMonths, isMonth, monthNumber, monthOf, quarterOf } from '../../../kernel/period.ts';
import { grantsOf, requireRole } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { answerWith } from '../../answer-with.ts';
import { readPeriod } from '../../lexicon-period.ts';
import { reviewCard } from '../cards.ts';
import { type Review, readReview } from '../read-review.ts';
import { reviewWords as words } from '../words.ts';
import { draftWrites } from '../write-review.ts';

/**
 * The review of a period for every level the asker coordinates, drafted now if it was not yet; without a period, that
 * of the last quarter that has ended.
 * @throws AppError forbidden, invalid
 */
export async function showReview(
  ctx: Ctx,
  input: { eventId: string; period?: string },
): Promise<Outcome<Card>> {
  requireRole(ctx.actor, 'coordinator');
  const today = monthOf(dayOf(ctx.now));
  const lastEnded = quarterOf(addMonths(today, -(((monthNumber(today) - 1) % 3) + 1)));
  const period = input.period === undefined ? lastEnded : readPeriod(input.period, today);
  if (period === undefined || isMonth(period)) throw new AppError('invalid', words.badPeriod);
  const counties = grantsOf(ctx.actor)
    .filter(({ role }) => role === 'coordinator')
    .map(({ county }) => county);
  const reviews = await Promise.all(
    [...new Set(counties)].sort().map((county) =>
      readReview(ctx, period, county).catch((error: unknown): Review | undefined => {
        if (error instanceof AppError && error.code === 'not_found') return undefined;
        throw error;
      }),
    ),
  );
  const found = reviews.filter((review) => review !== undefined);
  const [first, ...others] = found.map((review) => reviewCard(review));
  if (!first) return outcome(textCard(words.title('', period), words.notYet(period)));
  const answer = answerWith(ctx, [first, ...others], `counts.review@${input.eventId}`);
  return { ...answer, writes: found.flatMap((review) => draftWrites(ctx, review)) };
}
