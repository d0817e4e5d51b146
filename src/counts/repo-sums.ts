import { and, eq, inArray, max, min, or, type SQL, sql } from 'drizzle-orm';
import { countRevision, reporting, roundUnit, unit } from '../../db/schema/index.ts';
import { addMonths, type Month, monthNumber } from '../kernel/period.ts';
import type { Db } from '../store/db.ts';
import { inForce } from './repo.ts';
import type { CountingRule } from './rules/counting-rule.ts';
import { SPIKE_MONTHS } from './rules/formulas.ts';
import type { Indicator } from './rules/indicator.ts';
import { memberOf, monthsOfQuarter, type Sums } from './rules/sums.ts';

export interface UnitSums {
  code: string;
  indicator: Indicator;
  sums: Sums;
}

/**
 * The sums of every unit of a level as of a month, added up by the database: one grouped read however many units there
 * are. `rules/series.ts` derives the same from single months; a test holds the two together.
 */
export async function readSums(
  db: Db,
  county: string,
  month: Month,
  rules: readonly CountingRule[],
): Promise<UnitSums[]> {
  const january = `${month.slice(0, 4)}-01`;
  const lastJanuary = addMonths(january, -12);
  const lastMonth = addMonths(month, -12);
  const recent = Array.from({ length: SPIKE_MONTHS + 1 }, (_, i) => addMonths(month, -i));
  const f = inForce(db, lastJanuary, month).as('in_force');
  const within = (from: Month, to: Month) => sql`${f.month} between ${from} and ${to}`;
  const now = within(january, month);
  const last = within(lastJanuary, lastMonth);
  const lastYear = within(lastJanuary, addMonths(january, -1));
  const total = (condition: SQL, column: SQL | typeof f.amount = f.amount) =>
    sql<number>`coalesce(sum(case when ${condition} then ${column} end), 0)`;
  const months = (condition: SQL) => sql<number>`count(distinct case when ${condition} then ${f.month} end)`;
  const version = sql<string | null>`case when ${or(now, last)} then ${versionOf(f, rules, lastJanuary)} end`;
  const rows = await db
    .select({
      code: f.unit,
      indicator: f.indicator,
      lastMonth: total(within(lastMonth, lastMonth)),
      lastMonthKnown: months(within(lastMonth, lastMonth)),
      total: total(now),
      lastTotal: total(last),
      lastYear: total(lastYear),
      unplanned: total(now, sql`${f.unplanned}`),
      emergency: total(now, sql`${f.emergency}`),
      coveredNow: months(now),
      coveredLast: months(last),
      coveredLastYear: months(lastYear),
      coveredRecent: months(within(addMonths(month, -SPIKE_MONTHS), month)),
      coveredQuarter: months(within(addMonths(month, 1 - monthsOfQuarter(monthNumber(month))), month)),
      firstVersion: min(version),
      lastVersion: max(version),
      recent: sql<string>`json_array(${sql.join(
        recent.map((m) => total(within(m, m))),
        sql`, `,
      )})`,
    })
    .from(f)
    .innerJoin(unit, eq(unit.code, f.unit))
    .where(eq(unit.county, county))
    .groupBy(f.unit, f.indicator);
  return rows.map((row) => {
    const amounts = JSON.parse(row.recent) as number[];
    const covered = {
      now: row.coveredNow,
      last: row.coveredLast,
      lastYear: row.coveredLastYear,
      recent: row.coveredRecent,
      quarter: row.coveredQuarter,
    };
    return {
      code: row.code,
      indicator: row.indicator,
      sums: {
        month: amounts[0] ?? 0,
        lastMonth: row.lastMonth,
        total: row.total,
        lastTotal: row.lastTotal,
        lastYear: row.lastYear,
        unplanned: row.unplanned,
        emergency: row.emergency,
        recent: amounts,
        covered,
        lastMonthKnown: row.lastMonthKnown > 0,
        members: memberOf(covered, monthNumber(month)),
        versions: new Set([row.firstVersion, row.lastVersion].filter((one) => one !== null)),
      },
    };
  });
}

/** The stated version of a figure, else the one in force in its month (`rules/counting-rule.ts`). */
function versionOf(
  f: { month: unknown; ruleVersion: unknown },
  rules: readonly CountingRule[],
  since: Month,
): SQL {
  const implied = rules
    .toReversed()
    // Rules older than any figure in sight would only cost bound parameters.
    .slice(0, rules.filter((rule) => rule.fromMonth > since).length + 1)
    .map((rule) => sql`when ${f.month} >= ${rule.fromMonth} then ${rule.version}`);
  return sql`case when ${f.ruleVersion} <> '' then ${f.ruleVersion} ${sql.join(implied, sql` `)} else '' end`;
}

export interface Completeness {
  /** Unit codes on the month's list, in their fixed order. */
  due: string[];
  /** Of these, the ones without figures that count. */
  missing: string[];
  /** Of those, the ones that lack a figure: what the others have registered will be adopted (BR-14). */
  unregistered: string[];
  /** The month is still being collected. */
  open: boolean;
}

/** Of a month without anybody on the list. */
export const NOBODY: Completeness = { due: [], missing: [], unregistered: [], open: false };

/**
 * Who has reported, per month: confirmed or adopted; in months that were never collected, or after a unit missed the
 * close, imported figures for all its indicators count as well.
 */
export async function readCompleteness(
  db: Db,
  county: string,
  months: readonly Month[],
): Promise<Map<Month, Completeness>> {
  const listed = await db
    .select({
      code: reporting.unit,
      indicator: reporting.indicator,
      mode: reporting.mode,
      fromMonth: reporting.fromMonth,
    })
    .from(reporting)
    .innerJoin(unit, eq(unit.code, reporting.unit))
    .where(eq(unit.county, county))
    .orderBy(unit.sort, unit.code);
  const states = await db
    .select({ month: roundUnit.month, code: roundUnit.unit, state: roundUnit.state })
    .from(roundUnit)
    .where(inArray(roundUnit.month, [...months]));
  const figures = await db
    .selectDistinct({
      month: countRevision.month,
      code: countRevision.unit,
      indicator: countRevision.indicator,
    })
    .from(countRevision)
    .innerJoin(unit, eq(unit.code, countRevision.unit))
    .where(and(inArray(countRevision.month, [...months]), eq(unit.county, county)));
  const stateOf = new Map(states.map((row) => [`${row.month}:${row.code}`, row.state]));
  const known = new Set(figures.map((row) => `${row.month}:${row.code}:${row.indicator}`));
  return new Map(
    months.map((month) => {
      const units = Map.groupBy(
        listed.filter((row) => row.fromMonth <= month),
        (row) => row.code,
      );
      const missing = [...units].filter(([code, rows]) => {
        const state = stateOf.get(`${month}:${code}`);
        if (state === 'confirmed' || state === 'adopted') return false;
        return state === 'open' || rows.some((row) => !known.has(`${month}:${code}:${row.indicator}`));
      });
      const collected = (code: string) => stateOf.get(`${month}:${code}`) === 'open';
      const unregistered = missing.filter(
        ([code, rows]) =>
          !collected(code) ||
          rows.some((row) => row.mode !== 'items' && !known.has(`${month}:${code}:${row.indicator}`)),
      );
      const codes = (some: typeof missing) => some.map(([code]) => code);
      return [
        month,
        {
          due: [...units.keys()],
          missing: codes(missing),
          unregistered: codes(unregistered),
          open: missing.some(([code]) => collected(code)),
        },
      ];
    }),
  );
}

/** The newest month of a span for which the level has any figure. */
export async function findLastCountedMonth(
  db: Db,
  county: string,
  from: Month,
  to: Month,
): Promise<Month | undefined> {
  const [row] = await db
    .select({ month: max(countRevision.month) })
    .from(countRevision)
    .innerJoin(unit, eq(unit.code, countRevision.unit))
    .where(and(sql`${countRevision.month} between ${from} and ${to}`, eq(unit.county, county)));
  return row?.month ?? undefined;
}
