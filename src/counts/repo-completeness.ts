import { and, eq, sql } from 'drizzle-orm';
import { countCurrent, reporting, roundUnit, unit } from '../../db/schema/index.ts';
import type { Month } from '../kernel/period.ts';
import type { Db } from '../store/db.ts';
import { standsIn } from './repo-succession.ts';

export interface UnitName {
  code: string;
  name: string;
}

export interface Completeness {
  /** How many units are on the month's list. */
  due: number;
  /** Of these, the ones without figures that count, in their fixed order. */
  missing: UnitName[];
  /** Of those, the ones that lack a figure: what the others have registered will be adopted (BR-14). */
  unregistered: UnitName[];
  /** The month is still being collected. */
  open: boolean;
}

/** Of a month without anybody on the list. */
export const NOBODY: Completeness = { due: 0, missing: [], unregistered: [], open: false };

/**
 * Who has reported, per month: confirmed or adopted; in months that were never collected, or after a unit missed the
 * close, imported figures for all its indicators count as well.
 */
export async function readCompleteness(
  db: Db,
  county: string,
  months: readonly Month[],
): Promise<Map<Month, Completeness>> {
  const month = sql<Month>`of.value`;
  const r = reporting;
  const f = countCurrent;
  const s = roundUnit;
  const mode = sql`case when ${r.modeFrom} > of.value then coalesce(${r.previousMode}, ${r.mode}) else ${r.mode} end`;
  const units = db
    .select({
      month: month.as('month'),
      code: r.unit,
      state: sql<string | null>`max(${s.state})`.as('state'),
      lacking: sql<number>`sum(${f.revision} is null)`.as('lacking'),
      // Whoever registers item by item lacks nothing: no item is 0.
      silent: sql<number>`sum(${f.revision} is null and ${mode} <> 'items')`.as('silent'),
    })
    .from(unit)
    .crossJoin(r)
    .crossJoin(sql`json_each(${JSON.stringify(months)}) as of`)
    .leftJoin(s, and(eq(s.month, month), eq(s.unit, r.unit)))
    .leftJoin(f, and(eq(f.unit, r.unit), eq(f.indicator, r.indicator), eq(f.month, month)))
    .where(
      and(
        eq(unit.county, county),
        eq(r.unit, unit.code),
        sql`${r.fromMonth} <= of.value`,
        standsIn(r.unit, month),
      ),
    )
    .groupBy(month, r.unit)
    .as('units');
  const missing = sql<number>`(coalesce(${units.state}, '') not in ('confirmed', 'adopted') and (${units.state} = 'open' or ${units.lacking} > 0))`;
  const due = await db
    .select({ month: units.month, due: sql<number>`count(*)`, missing: sql<number>`sum(${missing})` })
    .from(units)
    .groupBy(sql`${units.month}`);
  // Once all have reported, and of closed months mostly, there is nobody to name.
  const names = due.some((row) => row.missing > 0)
    ? await db
        .select({
          month: units.month,
          code: units.code,
          name: unit.name,
          state: units.state,
          silent: units.silent,
        })
        .from(units)
        .innerJoin(unit, eq(unit.code, units.code))
        .where(sql`${missing}`)
        .orderBy(unit.sort, unit.code)
    : [];
  const byMonth = Map.groupBy(names, (row) => row.month);
  return new Map(
    due.map((row) => {
      const all = byMonth.get(row.month) ?? [];
      const named = (some: typeof all) => some.map(({ code, name }) => ({ code, name }));
      return [
        row.month,
        {
          due: row.due,
          missing: named(all),
          unregistered: named(all.filter((one) => one.state !== 'open' || one.silent > 0)),
          open: all.some((one) => one.state === 'open'),
        },
      ];
    }),
  );
}
