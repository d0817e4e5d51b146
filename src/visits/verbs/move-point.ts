import { and, eq } from 'drizzle-orm';
import { visitAvoidance, visitPoint } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { dayOf } from '../../kernel/day.ts';
import { AppError } from '../../kernel/errors.ts';
import { halfOf } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import type { Statement } from '../../store/db.ts';
import { auditRow, mustChange } from '../../store/statement.ts';
import { handOver } from '../hand-over.ts';
import { findAssigned, findAvoidances, findGroups, findPoints } from '../repo.ts';
import { isAvoided } from '../rules/assignment.ts';
import { compareNumbers, type Point } from '../rules/points.ts';
import { countiesOf, requireOwnGroup } from '../scope.ts';
import { groupRefusals as refusals } from '../words-groups.ts';

export interface MoveInput {
  unit: string;
  /** The group that had it when the person looked; not compared when absent. */
  from?: string | undefined;
  /** The group that is to look after it. */
  group: string;
  /** A point of that group which comes back for it. */
  inExchange?: string | undefined;
  /** 回避: the group that gives it away must not get it again. */
  avoid: boolean;
}

export interface Moved {
  point: Point;
  exchanged: Point | undefined;
  /** False when it was there already. */
  changed: boolean;
}

/** Gives a contact point to another group, or exchanges it with one of that group's, in the middle of a half-year too. */
export async function movePoint(ctx: Ctx, input: MoveInput): Promise<Outcome<Moved>> {
  const counties = countiesOf(ctx.actor);
  const half = halfOf(dayOf(ctx.now));
  const points = await findPoints(ctx, half);
  const point = points.find((one) => one.unit === input.unit);
  const target = (await findGroups(ctx.db)).find((group) => group.number === input.group);
  if (!point || !target) throw new AppError('stale', refusals.changed);
  if (point.group === target.number) return outcome({ point, exchanged: undefined, changed: false });
  if (input.from !== undefined && input.from !== point.group) throw new AppError('stale', refusals.changed);
  for (const group of [point.group, target.number]) requireOwnGroup(points, group, counties);
  const exchange = points.find((one) => one.unit === input.inExchange && one.group === target.number);
  if (input.inExchange && !exchange) throw new AppError('stale', refusals.changed);

  const avoidances = await findAvoidances(ctx.db);
  if (isAvoided(point, target.number, avoidances))
    throw new AppError('conflict', refusals.avoided(point, target.number));
  if (exchange && isAvoided(exchange, point.group, avoidances))
    throw new AppError('conflict', refusals.avoided(exchange, point.group));

  const giver = point.group;
  const moves = [
    { ...point, group: target.number, liaison: target.liaison },
    ...(exchange ? [{ ...exchange, group: giver, liaison: point.liaison }] : []),
  ];
  const stayed = points.filter((one) => !moves.some(({ unit }) => unit === one.unit));
  const after = [...stayed, ...moves].sort((a, b) => compareNumbers(a.group, b.group));
  const assigned = new Set((await findAssigned(ctx.db)).map((row) => row.unit));
  const [first = point, second] = moves;
  return outcome(
    { point: first, exchanged: second, changed: true },
    {
      writes: [
        ...moves.flatMap((move) =>
          moveRow(ctx, move, move.unit === point.unit ? giver : target.number, assigned),
        ),
        ...(input.avoid ? [avoidRow(ctx, giver, point.unit)] : []),
        auditRow(ctx, 'visits.move', point.unit, {
          from: giver,
          to: target.number,
          ...(exchange && { exchange: exchange.unit }),
          ...(input.avoid && { avoid: true }),
        }),
      ],
      ...(await handOver(ctx, half, points, after)),
    },
  );
}

/** A successor of merged units gets its own row when it is moved; whoever else moved it meanwhile wins. */
function moveRow(ctx: Ctx, to: Point, from: string, assigned: ReadonlySet<string>): Statement[] {
  const { unit, group } = to;
  if (!assigned.has(unit))
    return [ctx.db.insert(visitPoint).values({ unit, group, sort: LAST, inherited: true })];
  return [
    ctx.db
      .update(visitPoint)
      .set({ group, sort: LAST })
      .where(and(eq(visitPoint.unit, unit), eq(visitPoint.group, from))),
    mustChange(),
  ];
}

/** Behind the points that the group has already. */
const LAST = 99;

function avoidRow(ctx: Ctx, group: string, unit: string): Statement {
  return ctx.db.insert(visitAvoidance).values({ group, unit, createdAt: ctx.now }).onConflictDoNothing();
}
