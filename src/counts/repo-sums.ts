import { and, eq, getTableColumns, max, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { countCurrent, unit } from '../../db/schema/index.ts';
import type { Tier } from '../kernel/actor.ts';
import { addMonths, type Month } from '../kernel/period.ts';
import type { Db } from '../store/db.ts';
import { inList } from '../store/statement.ts';
import { INDICATORS, type Indicator } from './rules/indicator.ts';
import type { LevelCell } from './rules/level.ts';
import { PACK } from './rules/packed.ts';

/** The figures of a level in a span of months: three short seeks into `count_current` for each of its units. */
function figuresOf(county: string, from: Month, to: Month) {
  const f = countCurrent;
  return and(
    eq(unit.county, county),
    eq(f.unit, unit.code),
    sql`${f.indicator} in ${INDICATORS}`,
    sql`${f.month} between ${from} and ${to}`,
  );
}

export type LevelRow = LevelCell & { tier: Tier };

/** What the kinds of units of a level counted, month by month, since January of last year. */
export async function readLevel(db: Db, county: string, month: Month): Promise<LevelRow[]> {
  const f = countCurrent;
  const { indicator, ruleVersion } = getTableColumns(f);
  const sum = (column: SQLiteColumn) => sql<number>`sum(${column})`;
  return (
    db
      .select({
        tier: unit.tier,
        indicator,
        month: f.month,
        ruleVersion,
        amount: sum(f.amount),
        unplanned: sum(f.unplanned),
        emergency: sum(f.emergency),
      })
      .from(unit)
      // Units outside, figures inside: the other way round every figure would look up its unit.
      .crossJoin(f)
      .where(figuresOf(county, lastJanuaryOf(month), month))
      .groupBy(unit.tier, indicator, f.month, ruleVersion)
  );
}

export const lastJanuaryOf = (month: Month) => addMonths(`${month.slice(0, 4)}-01`, -12);

/** All figures of one unit and indicator, packed by the database; `rules/packed.ts` reads them. */
export interface PackedSeries {
  code: string;
  indicator: Indicator;
  packed: string;
}

/**
 * The figures in force of every unit of a level, or of these, since January of last year: one row for a unit and
 * indicator, because an object for every figure would cost more than all the arithmetic.
 */
export async function readSeries(
  db: Db,
  county: string,
  month: Month,
  units?: readonly string[],
): Promise<PackedSeries[]> {
  const f = countCurrent;
  const rare = sql`${f.unplanned} or ${f.emergency} or ${f.ruleVersion} <> ''`;
  const more = sql`${PACK.part} || ${f.unplanned} || ${PACK.part} || ${f.emergency} || ${PACK.part} || ${f.ruleVersion}`;
  const cell = sql`${f.month} || ${PACK.part} || ${f.amount} || case when ${rare} then ${more} else '' end`;
  return db
    .select({
      code: f.unit,
      indicator: f.indicator,
      packed: sql<string>`group_concat(${cell}, ${PACK.cell})`,
    })
    .from(unit)
    .crossJoin(f)
    .where(and(figuresOf(county, lastJanuaryOf(month), month), units ? inList(unit.code, units) : undefined))
    .groupBy(f.unit, f.indicator);
}

/** The newest month of a span for which the level has any figure. */
export async function findLastCountedMonth(
  db: Db,
  county: string,
  from: Month,
  to: Month,
): Promise<Month | undefined> {
  const [row] = await db
    .select({ month: max(countCurrent.month) })
    .from(unit)
    .crossJoin(countCurrent)
    .where(figuresOf(county, from, to));
  return row?.month ?? undefined;
}
