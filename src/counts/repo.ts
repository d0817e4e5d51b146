import { and, asc, desc, eq, gt, gte, isNull, lte, max, ne, sql } from 'drizzle-orm';
import {
  countCurrent,
  countingRule,
  person,
  planRevision,
  reporting,
  round,
  roundUnit,
  unit,
} from '../../db/schema/index.ts';
import type { Month } from '../kernel/period.ts';
import type { Db } from '../store/db.ts';
import { inList } from '../store/statement.ts';
import { standsIn } from './repo-succession.ts';

/** The figures in force in a span of months, as a query: each is one row of `count_current`. */
export function inForce(db: Db, from: Month, to: Month, units?: readonly string[]) {
  const c = countCurrent;
  return db
    .select({
      month: c.month,
      unit: c.unit,
      indicator: c.indicator,
      amount: c.amount,
      unplanned: c.unplanned,
      emergency: c.emergency,
      direct: c.direct,
      ruleVersion: c.ruleVersion,
      source: c.source,
      revision: c.revision,
    })
    .from(c)
    .where(and(gte(c.month, from), lte(c.month, to), units ? inList(c.unit, units) : undefined));
}

export async function findFigures(db: Db, from: Month, to: Month, units?: readonly string[]) {
  return inForce(db, from, to, units).orderBy(countCurrent.month, countCurrent.unit, countCurrent.indicator);
}

export type FigureRow = Awaited<ReturnType<typeof findFigures>>[number];

/** Plans of a year: the revision in force and the original one, per unit and indicator. */
export async function findPlans(db: Db, year: number, units?: readonly string[]) {
  const original = db
    .select()
    .from(planRevision)
    .where(and(eq(planRevision.year, year), eq(planRevision.revision, 1)))
    .as('original');
  return db
    .select({
      unit: planRevision.unit,
      indicator: planRevision.indicator,
      current: planRevision.amount,
      original: original.amount,
      revision: max(planRevision.revision),
      // Of the same row, as SQLite has it beside a single max().
      enteredAt: planRevision.createdAt,
    })
    .from(planRevision)
    .innerJoin(
      original,
      and(eq(original.unit, planRevision.unit), eq(original.indicator, planRevision.indicator)),
    )
    .where(and(eq(planRevision.year, year), units ? inList(planRevision.unit, units) : undefined))
    .groupBy(planRevision.unit, planRevision.indicator);
}

/** Plans in force of these years and units, or of all, in a stable order. */
export async function findPlansOf(db: Db, years?: readonly number[], units?: readonly string[]) {
  const rows = await db
    .select({
      year: planRevision.year,
      unit: planRevision.unit,
      indicator: planRevision.indicator,
      amount: planRevision.amount,
      basis: planRevision.basis,
      revision: max(planRevision.revision),
    })
    .from(planRevision)
    .where(
      and(
        years ? inList(planRevision.year, years) : undefined,
        units ? inList(planRevision.unit, units) : undefined,
      ),
    )
    .groupBy(planRevision.year, planRevision.unit, planRevision.indicator);
  return rows.map((row) => ({ ...row, revision: row.revision ?? 0 }));
}

export async function findCountingRules(db: Db) {
  return db
    .select({ version: countingRule.version, fromMonth: countingRule.fromMonth, note: countingRule.note })
    .from(countingRule)
    .orderBy(countingRule.fromMonth, countingRule.version);
}

/** Who reports what in a month, in the fixed order of the units; `standing` leaves out those that have ended by then. */
export async function findReporting(
  db: Db,
  month: Month,
  units?: readonly string[],
  which: 'listed' | 'standing' = 'listed',
) {
  return db
    .select({
      code: unit.code,
      name: unit.name,
      tier: unit.tier,
      county: unit.county,
      indicator: reporting.indicator,
      // A unit that has changed its way of reporting does so from the month after (domain 3.4).
      mode: sql<'items' | 'figures'>`case when ${reporting.modeFrom} > ${month}
        then coalesce(${reporting.previousMode}, ${reporting.mode}) else ${reporting.mode} end`,
      fromMonth: reporting.fromMonth,
      reason: reporting.reason,
    })
    .from(reporting)
    .innerJoin(unit, eq(unit.code, reporting.unit))
    .where(
      and(
        lte(reporting.fromMonth, month),
        units ? inList(reporting.unit, units) : undefined,
        which === 'standing' ? standsIn(reporting.unit, month) : undefined,
      ),
    )
    .orderBy(unit.sort, unit.code);
}

/** The next unit codes on a month's list, in order of the codes: the cursor of the jobs. */
export async function nextReportingUnits(db: Db, month: Month, after: string, count: number) {
  const rows = await db
    .selectDistinct({ unit: reporting.unit })
    .from(reporting)
    .where(and(lte(reporting.fromMonth, month), gt(reporting.unit, after)))
    .orderBy(asc(reporting.unit))
    .limit(count);
  return rows.map((row) => row.unit);
}

export async function findRound(db: Db, month: Month) {
  const rows = await db.select().from(round).where(eq(round.month, month));
  return rows[0];
}

export async function findLatestRound(db: Db) {
  const rows = await db.select().from(round).orderBy(desc(round.month)).limit(1);
  return rows[0];
}

export async function findOpenRounds(db: Db) {
  return db.select().from(round).where(isNull(round.closedAt)).orderBy(round.month);
}

/** States of units in a month, with the name of whoever decided. */
export async function findStates(db: Db, month: Month, units?: readonly string[]) {
  return db
    .select({
      unit: roundUnit.unit,
      state: roundUnit.state,
      revision: roundUnit.revision,
      by: roundUnit.by,
      byName: sql<string>`coalesce(${person.name}, '')`,
      at: roundUnit.at,
    })
    .from(roundUnit)
    .leftJoin(person, eq(person.openId, roundUnit.by))
    .where(and(eq(roundUnit.month, month), units ? inList(roundUnit.unit, units) : undefined));
}

/** The highest amount of each indicator in a span of months, for one unit. */
export async function findHighest(db: Db, unitCode: string, from: Month, to: Month) {
  const rows = inForce(db, from, to, [unitCode]).as('in_force');
  return db
    .select({ indicator: rows.indicator, highest: max(rows.amount) })
    .from(rows)
    .groupBy(rows.indicator);
}

/** Names of the counties, in alphabetical order. */
export async function findCounties(db: Db): Promise<string[]> {
  const rows = await db
    .selectDistinct({ county: unit.county })
    .from(unit)
    .where(ne(unit.county, ''))
    .orderBy(unit.county);
  return rows.map((row) => row.county);
}
