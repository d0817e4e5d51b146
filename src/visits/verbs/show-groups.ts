import { type Outcome, outcome } from '../../chat/outcome.ts';
import { dayOf } from '../../kernel/day.ts';
import { halfOf } from '../../kernel/period.ts';
import { findHolders } from '../../people/repo.ts';
import type { Ctx } from '../../store/context.ts';
import { findAvoidances, findBelow, findGroups, findPoints, findTownships } from '../repo.ts';
import { findGroupCount } from '../repo-groups.ts';
import { type AssignmentGaps, assignmentGaps, type Group } from '../rules/assignment.ts';
import type { Point } from '../rules/points.ts';
import { countiesOf, within } from '../scope.ts';

export interface Groups {
  groups: (Group & { points: Point[] })[];
  points: Point[];
  gaps: AssignmentGaps;
  avoidances: { group: string; unit: string; name: string }[];
  /** Who could take the post of a liaison. */
  candidates: { openId: string; name: string }[];
}

/** Who looks after what today, and what needs to be put right; a county's office sees what lies in its county. */
export async function showGroups(ctx: Ctx): Promise<Outcome<Groups>> {
  const counties = countiesOf(ctx.actor);
  const all = await findPoints(ctx, halfOf(dayOf(ctx.now)));
  const points = all.filter((point) => within(point, counties));
  const townships = (await findTownships(ctx)).filter((unit) => within(unit, counties));
  const seen = new Set(points.map((point) => point.group));
  const groups = (await findGroups(ctx.db)).filter(({ number }) => !counties || seen.has(number));
  const avoidances = (await findAvoidances(ctx.db)).filter(({ group }) => !counties || seen.has(group));
  const expected = counties ? undefined : await findGroupCount(ctx.db);
  // Sizes are those of whole groups, also where a part of one is seen.
  const sized = all.filter(({ group }) => groups.some(({ number }) => number === group));
  const names = new Map(townships.map(({ code, name }) => [code, name]));
  const holders = await findHolders(ctx.db, 'group-liaison');
  const below = await findBelow(
    ctx.db,
    holders.map(({ openId }) => openId),
  );
  const ready = holders.filter(({ openId }) => !below.has(openId));
  return outcome({
    groups: groups.map((group) => ({
      ...group,
      points: points.filter((point) => point.group === group.number),
    })),
    points,
    gaps: assignmentGaps({ groups, points: sized, townships, avoidances, expected }),
    avoidances: avoidances.map((one) => ({ ...one, name: names.get(one.unit) ?? one.unit })),
    candidates: [...new Map(ready.map(({ openId, name }) => [openId, { openId, name }])).values()],
  });
}
