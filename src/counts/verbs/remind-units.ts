import type { Slot } from '../../chat/job.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { dayOf } from '../../kernel/day.ts';
import { findHolders } from '../../people/repo.ts';
import { findSteps } from '../../people/repo-succession.ts';
import { endedUnits } from '../../people/rules/succession.ts';
import type { Ctx } from '../../store/context.ts';
import { nudgeCard } from '../cards.ts';
import { subjectOf } from '../decide.ts';
import { findOpenRounds, nextReportingUnits } from '../repo.ts';
import { nudgeOn } from '../rules/deadline.ts';
import { closing } from '../rules/prefill.ts';
import { UNITS_PER_STEP } from '../step.ts';
import { mayBeAsked, readUnitMonths } from '../unit-month.ts';

/**
 * At most two nudges a month, a workday before the deadline and on its day, to units that are open and have no
 * registered figures; the others' figures are adopted anyway (BR-14, BR-17). The slot is a day.
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
  const ended = endedUnits(await findSteps(ctx.db, slot.id));
  const views = (await readUnitMonths(ctx, month, units)).filter(
    (view) =>
      view.state === 'open' &&
      closing(view.filled) === 'missing' &&
      mayBeAsked(view) &&
      !ended.has(view.unit.code),
  );
  const liaisons = Map.groupBy(await findHolders(ctx.db, 'liaison', units), (holder) => holder.unit);
  const messages = views.flatMap((view) =>
    (liaisons.get(view.unit.code) ?? []).map(({ openId }) => ({
      key: `counts.nudge@${month}:${view.unit.code}:${openId}:${nudge}`,
      to: { kind: 'person' as const, openId },
      card: nudgeCard(view, nudge),
      kind: 'duty' as const,
      subject: subjectOf(month, view.unit.code),
      ...(view.deadline === undefined ? {} : { notAfter: view.deadline }),
    })),
  );
  return outcome({ next: units.length === UNITS_PER_STEP ? units.at(-1) : undefined }, { messages });
}
