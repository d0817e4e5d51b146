import { visitRecord } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { type Actor, actorId } from '../../kernel/actor.ts';
import { type Day, dayOf } from '../../kernel/day.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Half } from '../../kernel/period.ts';
import { findSteps } from '../../people/repo-succession.ts';
import { successorsOf } from '../../people/rules/succession.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow, insertRows } from '../../store/statement.ts';
import { findPoints } from '../repo.ts';
import { isDayOf, isOpenForRecords, subjectOf } from '../rules/due.ts';
import { isOpen, KINDS, type Point, type VisitKind, withRecord } from '../rules/points.ts';
import { refusals } from '../words.ts';

export interface RecordInput {
  unit: string;
  half: Half;
  kind: VisitKind | 'both';
  /** When it was; today when absent. */
  day?: Day | undefined;
}

export interface Recorded {
  half: Half;
  /** All points of this liaison, as they stand now. */
  points: Point[];
  point: Point;
  /** What this very call put on record; empty when it was there already. */
  kinds: VisitKind[];
}

/** Puts a visit, a talk or both on record: group, point, day, kind and nothing else (BR-36). */
export async function recordVisit(
  ctx: Ctx,
  { unit: asked, half, kind, day }: RecordInput,
): Promise<Outcome<Recorded>> {
  const { actor } = ctx;
  const today = dayOf(ctx.now);
  if (!isOpenForRecords(half, today)) throw new AppError('closed', refusals.closed(half));
  const on = day ?? today;
  if (!isDayOf(half, on, today)) throw new AppError('invalid', refusals.dayOutside(half));
  const all = await findPoints(ctx, half);
  const before = all.find((one) => one.unit === asked) ?? (await findHeir(ctx, all, asked));
  requireOwnPoint(actor, before);
  const { unit, liaison } = before;
  const kinds = (kind === 'both' ? KINDS : [kind]).filter((one) => !before.done[one]);
  const point = withRecord(before, kinds, on);
  const points = all.filter((one) => one.liaison === liaison).map((one) => (one.unit === unit ? point : one));
  const result = { half, points, point, kinds };
  const { group } = point;
  const groupOpen = points.some((one) => one.group === group && isOpen(one));
  const cancels = groupOpen ? [] : [subjectOf(half, group)];
  if (kinds.length === 0) return outcome(result, { cancels });
  return outcome(result, {
    writes: [
      ...insertRows(
        ctx.db,
        visitRecord,
        kinds.map((one) => ({
          unit,
          half,
          kind: one,
          group,
          day: on,
          author: actorId(actor),
          createdAt: ctx.now,
        })),
      ),
      auditRow(ctx, 'visits.record', unit, { half, group, kinds, day: on }),
    ],
    cancels,
  });
}

/** A card sent before a unit was renamed by way of another code, or merged, still works; of a split one it cannot tell. */
async function findHeir(ctx: Ctx, points: readonly Point[], unit: string): Promise<Point | undefined> {
  const [heir, ...others] = successorsOf(unit, await findSteps(ctx.db, dayOf(ctx.now)));
  return others.length === 0 ? points.find((point) => point.unit === heir) : undefined;
}

/** @throws AppError stale when no group has the point any more, forbidden when another group has it. */
export function requireOwnPoint(actor: Actor, point: Point | undefined): asserts point is Point {
  if (!point) throw new AppError('stale', refusals.pointGone);
  if (actor.kind !== 'person' || point.liaison !== actor.openId)
    throw new AppError('forbidden', refusals.otherGroup(point.name));
}
