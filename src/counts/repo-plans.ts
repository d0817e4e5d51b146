import { and, eq, exists, or, type SQL, sql } from 'drizzle-orm';
import { countCurrent, planRevision, reporting, unit } from '../../db/schema/index.ts';
import type { Tier } from '../kernel/actor.ts';
import type { Month } from '../kernel/period.ts';
import type { Db } from '../store/db.ts';
import { lastJanuaryOf } from './repo-sums.ts';
import { INDICATORS, type Indicator } from './rules/indicator.ts';
import { addPlans, NO_PLAN } from './rules/plan.ts';
import type { Plan } from './rules/statistics.ts';

export interface LevelPlan extends Plan {
  tier: Tier;
  indicator: Indicator;
  /** Units that report or have figures; and how many of them have a plan. */
  lines: number;
  planned: number;
}

/** Every unit and indicator of a level that reports or has figures, with its plan: the lines of a report. */
function linesOf(db: Db, county: string, month: Month) {
  const year = Number(month.slice(0, 4));
  const r = reporting;
  const f = countCurrent;
  const listed = db
    .select({ one: sql`1` })
    .from(r)
    .where(and(eq(r.unit, unit.code), sql`${r.indicator} = kind.value`, sql`${r.fromMonth} <= ${month}`));
  const counted = db
    .select({ one: sql`1` })
    .from(f)
    .where(
      and(
        eq(f.unit, unit.code),
        sql`${f.indicator} = kind.value`,
        sql`${f.month} between ${lastJanuaryOf(month)} and ${month}`,
      ),
    );
  const p = planRevision;
  const plan = (order: SQL) =>
    sql<
      number | null
    >`(select ${p.amount} from ${p} where ${p.year} = ${year} and ${p.unit} = ${unit.code} and ${p.indicator} = kind.value order by ${order} limit 1)`;
  return db
    .select({
      code: unit.code,
      name: unit.name,
      tier: unit.tier,
      indicator: sql<Indicator>`kind.value`.as('indicator'),
      current: plan(sql`${p.revision} desc`).as('current'),
      original: plan(sql`${p.revision}`).as('original'),
    })
    .from(unit)
    .crossJoin(sql`json_each(${JSON.stringify(INDICATORS)}) as kind`)
    .where(and(eq(unit.county, county), or(exists(listed), exists(counted))));
}

/** The lines in the fixed order of the units. */
export async function readUnitPlans(db: Db, county: string, month: Month) {
  return linesOf(db, county, month).orderBy(unit.sort, unit.code);
}

export type UnitPlan = Awaited<ReturnType<typeof readUnitPlans>>[number];

/** Plans of a level's units that report or have figures, added up. */
export async function readLevelPlans(db: Db, county: string, month: Month): Promise<LevelPlan[]> {
  const lines = linesOf(db, county, month).as('lines');
  return db
    .select({
      tier: lines.tier,
      indicator: lines.indicator,
      lines: sql<number>`count(*)`,
      planned: sql<number>`count(${lines.current})`,
      current: sql<number | null>`sum(${lines.current})`,
      original: sql<number | null>`sum(${lines.original})`,
    })
    .from(lines)
    .groupBy(lines.tier, sql`${lines.indicator}`);
}

/** The same from lines that have been read already. */
export function levelPlansOf(lines: readonly UnitPlan[]): LevelPlan[] {
  const groups = Map.groupBy(lines, ({ tier, indicator }) => `${tier}:${indicator}`);
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { tier, indicator } = first;
    const planned = own.filter((line) => line.current !== null).length;
    return [{ tier, indicator, lines: own.length, planned, ...own.reduce<Plan>(addPlans, NO_PLAN) }];
  });
}
