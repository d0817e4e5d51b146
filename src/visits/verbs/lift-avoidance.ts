import { and, eq } from 'drizzle-orm';
import { visitAvoidance } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { dayOf } from '../../kernel/day.ts';
import { halfOf } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow, mustChange } from '../../store/statement.ts';
import { findAvoidances, findPoints } from '../repo.ts';
import { countiesOf, requireOwnGroup } from '../scope.ts';

/** The group may look after the point again, as its members have changed. Moves nothing. */
export async function liftAvoidance(
  ctx: Ctx,
  { group, unit }: { group: string; unit: string },
): Promise<Outcome<{ changed: boolean }>> {
  const counties = countiesOf(ctx.actor);
  requireOwnGroup(await findPoints(ctx, halfOf(dayOf(ctx.now))), group, counties);
  const known = (await findAvoidances(ctx.db)).some((one) => one.group === group && one.unit === unit);
  if (!known) return outcome({ changed: false });
  return outcome(
    { changed: true },
    {
      writes: [
        ctx.db
          .delete(visitAvoidance)
          .where(and(eq(visitAvoidance.group, group), eq(visitAvoidance.unit, unit))),
        mustChange(),
        auditRow(ctx, 'visits.lift-avoidance', unit, { group }),
      ],
    },
  );
}
