import { round, roundUnit } from '../../../db/schema/index.ts';
import type { Slot } from '../../chat/job.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { dayOf } from '../../kernel/day.ts';
import { findHolders } from '../../people/repo.ts';
import { findSteps } from '../../people/repo-succession.ts';
import { endedUnits } from '../../people/rules/succession.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow, insertRows } from '../../store/statement.ts';
import { monthCard } from '../cards.ts';
import { cardKey, subjectOf } from '../decide.ts';
import { findRound, nextReportingUnits } from '../repo.ts';
import { UNITS_PER_STEP } from '../step.ts';
import { mayBeAsked, readUnitMonths } from '../unit-month.ts';

/** Opens a month's collection: one prefilled card per unit and liaison. The slot is the month. */
export async function openRound(
  ctx: Ctx,
  slot: Slot,
  cursor: string | undefined,
): Promise<Outcome<{ next: string | undefined }>> {
  const month = slot.id;
  const known = await findRound(ctx.db, month);
  // After a long downtime the close may have come first: what is over is not opened again.
  if (known && known.closedAt !== null) return outcome({ next: undefined });
  const units = await nextReportingUnits(ctx.db, month, cursor ?? '', UNITS_PER_STEP);
  const views = (await readUnitMonths(ctx, month, units)).filter((view) => view.state === 'open');
  const liaisons = Map.groupBy(await findHolders(ctx.db, 'liaison', units), (holder) => holder.unit);
  const ended = endedUnits(await findSteps(ctx.db, dayOf(ctx.now)));
  const asked = views.filter((view) => mayBeAsked(view) && !ended.has(view.unit.code));
  const messages = asked.flatMap((view) =>
    (liaisons.get(view.unit.code) ?? []).map(({ openId }) => ({
      key: cardKey(month, view.unit.code, openId),
      to: { kind: 'person' as const, openId },
      card: monthCard({ ...view, round: 'open', ahead: false }),
      kind: 'duty' as const,
      subject: subjectOf(month, view.unit.code),
      ...(view.deadline === undefined ? {} : { notAfter: view.deadline }),
    })),
  );
  const opening = known
    ? []
    : [
        ctx.db.insert(round).values({ month, openedAt: ctx.now }).onConflictDoNothing(),
        auditRow(ctx, 'counts.open', month),
      ];
  const parts = views
    .filter((view) => !view.taken)
    .map((view) => ({ month, unit: view.unit.code, at: ctx.now }));
  return outcome(
    { next: units.length === UNITS_PER_STEP ? units.at(-1) : undefined },
    {
      writes: [...opening, ...insertRows(ctx.db, roundUnit, parts, (insert) => insert.onConflictDoNothing())],
      messages,
    },
  );
}
