import type { Slot } from '../../chat/job.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { dayOf } from '../../kernel/day.ts';
import type { Ctx } from '../../store/context.ts';
import { nudges } from '../nudge.ts';
import { findOpenRounds, nextReportingUnits } from '../repo.ts';
import { nudgeOn } from '../rules/deadline.ts';
import { UNITS_PER_STEP } from '../step.ts';

/**
 * At most two nudges a month, a workday before the deadline and on its day. The slot is a day.
 */
export async function remindUnits(
  ctx: Ctx,
  slot: Slot,
  cursor: string | undefined,
): Promise<Outcome<{ next: string | undefined }>> {
  const nothing = outcome({ next: undefined });
  // A nudge of yesterday is not made up for today: the day's own follows.
  if (dayOf(ctx.now) !== slot.id) return nothing;
  const rounds = await findOpenRounds(ctx.db);
  const due = rounds
    .map(({ month }) => ({ month, nudge: nudgeOn(ctx.calendar, month, slot.id) }))
    .find(({ nudge }) => nudge !== undefined);
  if (due?.nudge === undefined) return nothing;
  const { month, nudge } = due;
  const units = await nextReportingUnits(ctx.db, month, cursor ?? '', UNITS_PER_STEP);
  const messages = await nudges(ctx, { month, nudge, units });
  return outcome({ next: units.length === UNITS_PER_STEP ? units.at(-1) : undefined }, { messages });
}
