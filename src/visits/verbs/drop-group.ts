import { and, eq, sql } from 'drizzle-orm';
import { visitAvoidance, visitGroup, visitPoint } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { dayOf } from '../../kernel/day.ts';
import { AppError } from '../../kernel/errors.ts';
import { halfOf } from '../../kernel/period.ts';
import { findSteps } from '../../people/repo-succession.ts';
import { successorsOf } from '../../people/rules/succession.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow, mustChange } from '../../store/statement.ts';
import { findAssigned, findGroups, findPoints } from '../repo.ts';
import { countiesOf } from '../scope.ts';
import { groupRefusals as refusals } from '../words-groups.ts';

/** Takes away a group that has no points any more; what it recorded stays. */
export async function dropGroup(
  ctx: Ctx,
  { group }: { group: string },
): Promise<Outcome<{ changed: boolean }>> {
  if (countiesOf(ctx.actor)) throw new AppError('forbidden', refusals.cityOnly);
  const points = await findPoints(ctx, halfOf(dayOf(ctx.now)));
  if (points.some((point) => point.group === group)) throw new AppError('conflict', refusals.notEmpty(group));
  if (!(await findGroups(ctx.db)).some(({ number }) => number === group)) return outcome({ changed: false });

  const changes = await findSteps(ctx.db, dayOf(ctx.now));
  const former = (await findAssigned(ctx.db)).filter((row) => row.group === group);
  // A merged unit's row tells what its successor need not do again, so it goes where the successor is.
  const moved = former.map(({ unit }) => {
    const [heir] = successorsOf(unit, changes).flatMap((code) =>
      points.filter((point) => point.unit === code),
    );
    const row = eq(visitPoint.unit, unit);
    return heir
      ? ctx.db.update(visitPoint).set({ group: heir.group }).where(row)
      : ctx.db.delete(visitPoint).where(row);
  });
  const empty = sql`not exists (select 1 from ${visitPoint} where ${visitPoint.group} = ${group})`;
  return outcome(
    { changed: true },
    {
      writes: [
        ...moved,
        ctx.db.delete(visitGroup).where(and(eq(visitGroup.number, group), empty)),
        mustChange(),
        ctx.db.delete(visitAvoidance).where(eq(visitAvoidance.group, group)),
        auditRow(ctx, 'visits.drop-group', group),
      ],
    },
  );
}
