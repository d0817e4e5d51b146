import { visitRecord } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { actorId } from '../../kernel/actor.ts';
import { type Day, dayOf } from '../../kernel/day.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Half } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow, insertRows } from '../../store/statement.ts';
import { findPoints } from '../repo.ts';
import { firstDayOf, isOpenForRecords, subjectOf } from '../rules/due.ts';
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
  { unit, half, kind, day }: RecordInput,
): Promise<Outcome<Recorded>> {
  const { actor } = ctx;
  const today = dayOf(ctx.now);
  if (!isOpenForRecords(half, today)) throw new AppError('closed', refusals.closed(half));
  const on = day ?? today;
  if (on > today || on < firstDayOf(half)) throw new AppError('invalid', refusals.dayOutside(half));
  const all = await findPoints(ctx.db, half);
  const before = all.find((one) => one.unit === unit);
  if (!before) throw new AppError('stale', refusals.pointGone);
  if (actor.kind !== 'person' || before.liaison !== actor.openId)
    throw new AppError('forbidden', refusals.otherGroup(before.name));
  const kinds = (kind === 'both' ? KINDS : [kind]).filter((one) => !before.done[one]);
  const point = withRecord(before, kinds, on);
  const points = all
    .filter((one) => one.liaison === actor.openId)
    .map((one) => (one.unit === unit ? point : one));
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
