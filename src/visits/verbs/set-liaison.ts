import { and, eq } from 'drizzle-orm';
import { visitGroup } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { dayOf } from '../../kernel/day.ts';
import { AppError } from '../../kernel/errors.ts';
import { halfOf } from '../../kernel/period.ts';
import { findHolders } from '../../people/repo.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow, mustChange } from '../../store/statement.ts';
import { handOver } from '../hand-over.ts';
import { findBelow, findGroups, findPoints } from '../repo.ts';
import { countiesOf, requireOwnGroup } from '../scope.ts';
import { groupRefusals as refusals } from '../words-groups.ts';

export interface NewLiaison {
  group: string;
  name: string;
  changed: boolean;
}

/** Another person takes the post of a group's liaison; everything that is open goes with the post. */
export async function setLiaison(
  ctx: Ctx,
  { group: number, openId }: { group: string; openId: string },
): Promise<Outcome<NewLiaison>> {
  const counties = countiesOf(ctx.actor);
  const half = halfOf(dayOf(ctx.now));
  const points = await findPoints(ctx, half);
  const group = (await findGroups(ctx.db)).find((one) => one.number === number);
  if (!group) throw new AppError('stale', refusals.changed);
  requireOwnGroup(points, number, counties);
  const holder = (await findHolders(ctx.db, 'group-liaison')).find((one) => one.openId === openId);
  if (!holder) throw new AppError('invalid', refusals.notALiaison);
  if ((await findBelow(ctx.db, [openId])).has(openId))
    throw new AppError('invalid', refusals.township(holder.name));
  if (group.liaison === openId) return outcome({ group: number, name: holder.name, changed: false });
  const after = points.map((point) => (point.group === number ? { ...point, liaison: openId } : point));
  return outcome(
    { group: number, name: holder.name, changed: true },
    {
      writes: [
        ctx.db
          .update(visitGroup)
          .set({ liaison: openId })
          .where(and(eq(visitGroup.number, number), eq(visitGroup.liaison, group.liaison))),
        mustChange(),
        auditRow(ctx, 'visits.liaison', number, { from: group.liaison, to: openId }),
      ],
      ...(await handOver(ctx, half, points, after)),
    },
  );
}
