import { and, eq } from 'drizzle-orm';
import { visitRecord } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { type Day, dayOf } from '../../kernel/day.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Half } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow, mustChange } from '../../store/statement.ts';
import { findPoints } from '../repo.ts';
import { isDayOf, isOpenForRecords } from '../rules/due.ts';
import type { Point, VisitKind } from '../rules/points.ts';
import { refusals } from '../words.ts';
import { requireOwnPoint } from './record-visit.ts';

export interface AmendInput {
  unit: string;
  half: Half;
  kind: VisitKind;
  /** The right day; without one the record was a slip of the finger and goes. */
  day: Day | undefined;
}

export interface Amended {
  half: Half;
  /** All points of this liaison, as they stand now. */
  points: Point[];
  point: Point;
  changed: boolean;
}

/** Puts a record right. The audit keeps what it said before. */
export async function amendRecord(
  ctx: Ctx,
  { unit, half, kind, day }: AmendInput,
): Promise<Outcome<Amended>> {
  const today = dayOf(ctx.now);
  if (!isOpenForRecords(half, today)) throw new AppError('closed', refusals.closed(half));
  if (day !== undefined && !isDayOf(half, day, today))
    throw new AppError('invalid', refusals.dayOutside(half));
  const all = await findPoints(ctx, half);
  const before = all.find((one) => one.unit === unit);
  requireOwnPoint(ctx.actor, before);
  const [row] = await ctx.db
    .select({ day: visitRecord.day })
    .from(visitRecord)
    .where(and(eq(visitRecord.unit, unit), eq(visitRecord.half, half), eq(visitRecord.kind, kind)));
  const inherited = before.done[kind] !== undefined && !row;
  if (inherited) throw new AppError('conflict', refusals.fromFormerUnit(before.name));
  const changed = row !== undefined && row.day !== day;
  const { [kind]: _, ...others } = before.done;
  const point = row && changed ? { ...before, done: day ? { ...before.done, [kind]: day } : others } : before;
  const { liaison } = before;
  const points = all.filter((one) => one.liaison === liaison).map((one) => (one.unit === unit ? point : one));
  const result = { half, points, point, changed };
  if (!row || !changed) return outcome(result);
  const key = and(
    eq(visitRecord.unit, unit),
    eq(visitRecord.half, half),
    eq(visitRecord.kind, kind),
    eq(visitRecord.day, row.day),
  );
  return outcome(result, {
    writes: [
      day ? ctx.db.update(visitRecord).set({ day }).where(key) : ctx.db.delete(visitRecord).where(key),
      mustChange(),
      auditRow(ctx, day ? 'visits.amend' : 'visits.withdraw', unit, {
        half,
        group: point.group,
        kind,
        from: row.day,
        ...(day && { day }),
      }),
    ],
  });
}
