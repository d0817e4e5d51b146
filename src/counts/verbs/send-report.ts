import type { Slot } from '../../chat/job.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { findCoordinators } from '../../people/repo.ts';
import type { Ctx } from '../../store/context.ts';
import { reportCard } from '../cards-report.ts';
import { readReport } from '../read-report.ts';
import { findCounties } from '../repo.ts';

/** The month's statistics for the coordinators of each level, one level a step. The slot is the month. */
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
  const card = reportCard(report);
  const messages = coordinators.map(({ openId }) => ({
    key: `counts.report@${month}:${county}:${openId}`,
    to: { kind: 'person' as const, openId },
    card,
    kind: 'notice' as const,
    subject: `counts.report:${month}`,
  }));
  return outcome({ next }, { messages: report.due === 0 ? [] : messages });
}
