import { eq, sql } from 'drizzle-orm';
import { countCurrent, unit } from '../../db/schema/index.ts';
import type { Month } from '../kernel/period.ts';
import type { Db } from '../store/db.ts';
import type { Indicator } from './rules/indicator.ts';

/** What one county counted of one indicator: sums only, as counties report them to the city (domain 1). */
export interface CountySums {
  county: string;
  indicator: Indicator;
  month: number;
  total: number;
}

/** By name of the county; the figures decide no order. */
export async function readCounties(db: Db, month: Month): Promise<CountySums[]> {
  const f = countCurrent;
  return db
    .select({
      county: unit.county,
      indicator: f.indicator,
      month: sql<number>`sum(case when ${f.month} = ${month} then ${f.amount} else 0 end)`,
      total: sql<number>`sum(${f.amount})`,
    })
    .from(unit)
    .innerJoin(f, eq(f.unit, unit.code))
    .where(sql`${unit.county} <> '' and ${f.month} between ${`${month.slice(0, 4)}-01`} and ${month}`)
    .groupBy(unit.county, f.indicator)
    .orderBy(unit.county);
}
