import { and, asc, desc, eq, lt } from 'drizzle-orm';
import { jobRun, unit, visitGroup, visitPoint, visitRecord } from '../../db/schema/index.ts';
import { type Day, dayOf } from '../kernel/day.ts';
import type { Half } from '../kernel/period.ts';
import type { Db } from '../store/db.ts';
import { type Point, pointsOf } from './rules/points.ts';

/** All contact points with what is on record for the half-year. A county has a few dozen. */
export async function findPoints(db: Db, half: Half): Promise<Point[]> {
  const rows = await db
    .select({
      unit: visitPoint.unit,
      name: unit.name,
      group: visitPoint.group,
      liaison: visitGroup.liaison,
      kind: visitRecord.kind,
      day: visitRecord.day,
    })
    .from(visitPoint)
    .innerJoin(visitGroup, eq(visitGroup.number, visitPoint.group))
    .leftJoin(unit, eq(unit.code, visitPoint.unit))
    .leftJoin(visitRecord, and(eq(visitRecord.unit, visitPoint.unit), eq(visitRecord.half, half)))
    .orderBy(asc(visitPoint.group), asc(visitPoint.sort), asc(visitPoint.unit));
  return pointsOf(rows);
}

export async function findTownships(db: Db): Promise<{ code: string; name: string }[]> {
  return db
    .select({ code: unit.code, name: unit.name })
    .from(unit)
    .where(eq(unit.tier, 'township'))
    .orderBy(asc(unit.sort), asc(unit.code));
}

/** The last business day before this moment for which a job has run to its end. */
export async function findLastRun(db: Db, job: string, before: number): Promise<Day | undefined> {
  const [row] = await db
    .select({ dueAt: jobRun.dueAt })
    .from(jobRun)
    .where(and(eq(jobRun.job, job), eq(jobRun.state, 'finished'), lt(jobRun.dueAt, before)))
    .orderBy(desc(jobRun.dueAt))
    .limit(1);
  return row && dayOf(row.dueAt);
}
