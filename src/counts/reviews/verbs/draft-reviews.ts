import type { Slot } from '../../../chat/job.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { AppError } from '../../../kernel/errors.ts';
import { findCoordinators } from '../../../people/repo.ts';
import type { Ctx } from '../../../store/context.ts';
import { findCounties } from '../../repo.ts';
import { reviewCard } from '../cards.ts';
import { type Review, readReview } from '../read-review.ts';
import { periodsEndedWith } from '../rules/ended.ts';
import { draftWrites } from '../write-review.ts';

/**
 * Drafts what ended with the slot's month, one level a step, and shows the longest of it to the level's coordinators:
 * one card, which tells of the others. The slot is the month; in most months there is nothing to do.
 */
export async function draftReviews(
  ctx: Ctx,
  slot: Slot,
  cursor: string | undefined,
): Promise<Outcome<{ next: string | undefined }>> {
  const periods = periodsEndedWith(slot.id);
  if (periods.length === 0) return outcome({ next: undefined });
  // The city's level is '' and comes first, so the cursor is the level still to be done.
  const county = cursor ?? '';
  const next = (await findCounties(ctx.db)).find((name) => name > county);
  const coordinators = await findCoordinators(ctx.db, county);
  if (coordinators.length === 0) return outcome({ next });
  const reviews: Review[] = [];
  for (const period of periods) {
    try {
      reviews.push(await readReview(ctx, period, county));
    } catch (error) {
      // A level without any figures has nothing to review.
      if (!(error instanceof AppError && error.code === 'not_found')) throw error;
    }
  }
  const longest = reviews.at(-1);
  if (!longest) return outcome({ next });
  const card = reviewCard(
    longest,
    reviews.slice(0, -1).map((review) => review.report.period),
  );
  const { period } = longest.report;
  return outcome(
    { next },
    {
      writes: reviews.flatMap((review) => draftWrites(ctx, review)),
      messages: [...new Set(coordinators.map(({ openId }) => openId))].map((openId) => ({
        key: `counts.review@${period}:${county}:${openId}`,
        to: { kind: 'person' as const, openId },
        card,
        kind: 'notice' as const,
        subject: `counts.review:${period}:${county}`,
      })),
    },
  );
}
