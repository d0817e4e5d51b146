import { and, asc, desc, eq, inArray, lt, lte } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import {
  grant,
  jobRun,
  outbox,
  person,
  unit,
  unitSuccessor,
  visitAvoidance,
  visitDuty,
  visitGroup,
  visitPoint,
  visitRecord,
} from '../../db/schema/index.ts';
import { type Day, dayOf } from '../kernel/day.ts';
import { type Half, halfEnd } from '../kernel/period.ts';
import { findSteps } from '../people/repo-succession.ts';
import { endedUnits } from '../people/rules/succession.ts';
import type { Ctx } from '../store/context.ts';
import type { Db } from '../store/db.ts';
import { inList } from '../store/statement.ts';
import type { Group } from './rules/assignment.ts';
import { compareNumbers, type Point, pointsOf } from './rules/points.ts';
import type { Assigned, Succession } from './rules/succession.ts';

/**
 * All contact points with what is on record for the half-year, as they stand today or as they stood when it was closed.
 * A county has a few dozen.
 */
export async function findPoints({ db, now }: Pick<Ctx, 'db' | 'now'>, half: Half): Promise<Point[]> {
  const records = await db
    .select({ unit: visitRecord.unit, kind: visitRecord.kind, day: visitRecord.day })
    .from(visitRecord)
    .where(eq(visitRecord.half, half));
  const closed = await findClosed(db, half);
  const today = dayOf(now);
  const until = today < halfEnd(half) ? today : halfEnd(half);
  const assigned = closed.length > 0 ? closed : await findAssigned(db);
  return pointsOf(assigned, records, await findSuccessions(db, until));
}

export async function findAssigned(db: Db): Promise<Assigned[]> {
  return db
    .select({
      unit: visitPoint.unit,
      name: unit.name,
      county: unit.county,
      group: visitPoint.group,
      liaison: visitGroup.liaison,
      inherited: visitPoint.inherited,
    })
    .from(visitPoint)
    .innerJoin(visitGroup, eq(visitGroup.number, visitPoint.group))
    .leftJoin(unit, eq(unit.code, visitPoint.unit))
    .orderBy(asc(visitPoint.group), asc(visitPoint.sort), asc(visitPoint.unit));
}

/** The duties of a closed half-year belong to the group's post; where the group is gone, to whoever has the point now. */
async function findClosed(db: Db, half: Half): Promise<Assigned[]> {
  const later = alias(visitGroup, 'later_group');
  const rows = await db
    .select({
      unit: visitDuty.unit,
      name: unit.name,
      county: unit.county,
      group: visitDuty.group,
      inherited: visitDuty.inherited,
      liaison: visitGroup.liaison,
      laterLiaison: later.liaison,
    })
    .from(visitDuty)
    .leftJoin(unit, eq(unit.code, visitDuty.unit))
    .leftJoin(visitGroup, eq(visitGroup.number, visitDuty.group))
    .leftJoin(visitPoint, eq(visitPoint.unit, visitDuty.unit))
    .leftJoin(later, eq(later.number, visitPoint.group))
    .where(eq(visitDuty.half, half))
    .orderBy(asc(visitDuty.group), asc(visitPoint.sort), asc(visitDuty.unit));
  return rows.map(({ laterLiaison, ...row }) => ({
    ...row,
    liaison: row.liaison ?? laterLiaison,
  }));
}

/** Mergers and splits in force on a day. */
export async function findSuccessions(db: Db, day: Day): Promise<Succession[]> {
  return db
    .select({
      unit: unitSuccessor.unit,
      successor: unitSuccessor.successor,
      name: unit.name,
      county: unit.county,
    })
    .from(unitSuccessor)
    .leftJoin(unit, eq(unit.code, unitSuccessor.successor))
    .where(lte(unitSuccessor.fromDay, day))
    .orderBy(asc(unitSuccessor.unit), asc(unitSuccessor.successor));
}

/** Townships and subdistricts that still exist. */
export async function findTownships({
  db,
  now,
}: Pick<Ctx, 'db' | 'now'>): Promise<{ code: string; name: string; county: string }[]> {
  const ended = endedUnits(await findSteps(db, dayOf(now)));
  const rows = await db
    .select({ code: unit.code, name: unit.name, county: unit.county })
    .from(unit)
    .where(eq(unit.tier, 'township'))
    .orderBy(asc(unit.sort), asc(unit.code));
  return rows.filter(({ code }) => !ended.has(code));
}

/** All groups in the order of their numbers, with whether their liaison can be written to. */
export async function findGroups(db: Db): Promise<Group[]> {
  const rows = await db
    .select({
      number: visitGroup.number,
      liaison: visitGroup.liaison,
      name: person.name,
      gone: person.gone,
      tier: unit.tier,
    })
    .from(visitGroup)
    .leftJoin(person, eq(person.openId, visitGroup.liaison))
    .leftJoin(grant, eq(grant.openId, visitGroup.liaison))
    .leftJoin(unit, eq(unit.code, grant.unit));
  return [...Map.groupBy(rows, (row) => row.number)]
    .map(([number, posts]): Group => {
      const { liaison = '', name = null, gone = null } = posts[0] ?? {};
      const below = posts.some(({ tier }) => tier === 'township' || tier === 'village');
      const state = gone === null ? 'unknown' : gone ? 'gone' : below ? 'township' : 'ready';
      return { number, liaison, name: name ?? liaison, state };
    })
    .sort((a, b) => compareNumbers(a.number, b.number));
}

export async function findAvoidances(db: Db): Promise<{ group: string; unit: string }[]> {
  return db
    .select({ group: visitAvoidance.group, unit: visitAvoidance.unit })
    .from(visitAvoidance)
    .orderBy(asc(visitAvoidance.group), asc(visitAvoidance.unit));
}

/** Which of these subjects have a message that has not gone out yet. */
export async function findWaiting(db: Db, subjects: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ subject: outbox.subject })
    .from(outbox)
    .where(and(inList(outbox.subject, subjects), inArray(outbox.state, ['queued', 'held'])));
  return new Set(rows.map((row) => row.subject));
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

/** Those of these people who hold a post at a township or village: they only read and ask (BR-40). */
export async function findBelow(db: Db, openIds: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ openId: grant.openId })
    .from(grant)
    .innerJoin(unit, eq(unit.code, grant.unit))
    .where(and(inList(grant.openId, openIds), inArray(unit.tier, ['township', 'village'])));
  return new Set(rows.map((row) => row.openId));
}
