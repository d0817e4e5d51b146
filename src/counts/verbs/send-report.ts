import type { Slot } from '../../chat/job.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { findCoordinators } from '../../people/repo.ts';
import type { Ctx } from '../../store/context.ts';
import { readReport } from '../read-report.ts';
import { findCounties } from '../repo.ts';
import { reviewCard } from '../reviews/cards.ts';
import { reviewOf } from '../reviews/read-review.ts';
import { findReview } from '../reviews/repo.ts';
import { draftWrites } from '../reviews/write-review.ts';

/** The month's report, drafted for the coordinators of each level, one level a step. The slot is the month. */
export async function sendReport(
  ctx: Ctx,
  slot: Slot,
  cursor: string | undefined,
): Promise<Outcome<{ next: string | undefined }>> {
  const month = slot.id;
  // The city's level is '' and comes first, so the cursor is the level still to be done.
  const county = cursor ?? '';
  const counties = await findCounties(ctx.db);
  const next = counties.find((name) => name > county);
  const coordinators = await findCoordinators(ctx.db, county);
  if (coordinators.length === 0) return outcome({ next });
  const report = await readReport(ctx, { period: month, county, from: month, asOf: month, detail: 'sums' });
  if (report.due === 0) return outcome({ next });
  const review = reviewOf(report, await findReview(ctx.db, month, county));
  const card = reviewCard(review);
  const messages = coordinators.map(({ openId }) => ({
    key: `counts.report@${month}:${county}:${openId}`,
    to: { kind: 'person' as const, openId },
    card,
    kind: 'notice' as const,
    subject: `counts.report:${month}`,
  }));
  return outcome({ next }, { messages, writes: draftWrites(ctx, review) });
}
