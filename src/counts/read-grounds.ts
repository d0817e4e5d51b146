import type { Tier } from '../kernel/actor.ts';
import { type Month, monthsThrough, yearOf } from '../kernel/period.ts';
import { endedUnits } from '../people/rules/succession.ts';
import type { Ctx } from '../store/context.ts';
import { elapsedShares } from './read-report.ts';
import { readSuccession } from './read-succession.ts';
import { findCountingRules, findPlans, findReporting } from './repo.ts';
import { NOBODY, readCompleteness } from './repo-completeness.ts';
import { readSeries } from './repo-sums.ts';
import { COMPLETE_FROM } from './rules/formulas.ts';
import type { Indicator } from './rules/indicator.ts';
import { unpacker } from './rules/packed.ts';
import { addPlans, NO_PLAN } from './rules/plan.ts';
import type { Series } from './rules/series.ts';
import type { Plan } from './rules/statistics.ts';

/** One unit and indicator with all that is known of this year and the last. */
export interface UnitGrounds {
  code: string;
  name: string;
  tier: Tier;
  indicator: Indicator;
  series: Series;
  /** For the unit alone, when mergers or splits set it against other figures of last year (domain 10.4). */
  comparable?: Series;
  plan: Plan;
}

/** What warnings are decided upon, for the units of one level, up to a month. */
export interface Grounds {
  county: string;
  month: Month;
  units: UnitGrounds[];
  /** T of each month of the year, January first; null while the year has no holiday data. */
  elapsed: (number | null)[];
  /** Whether a month has the figures of this share of the level's units, and of the unit when one is named. */
  complete(month: Month, unit?: string, from?: number): boolean;
}

/** `units` narrows the figures; completeness is always that of the whole level. A fixed number of queries. */
export async function readGrounds(
  ctx: Ctx,
  county: string,
  month: Month,
  units?: readonly string[],
): Promise<Grounds> {
  const { db } = ctx;
  const listed = (await findReporting(db, month, units)).filter((row) => row.county === county);
  const codes = [...new Set(listed.map((row) => row.code))];
  const rules = await findCountingRules(db);
  const plans = new Map(
    (await findPlans(db, yearOf(month), units)).map((row) => [`${row.unit}:${row.indicator}`, row]),
  );
  const reported = await readCompleteness(db, county, monthsThrough(month));
  const unpack = unpacker(rules);
  const packed = await readSeries(db, county, month, units ? codes : undefined);
  const series = new Map(packed.map((row) => [`${row.code}:${row.indicator}`, unpack(row.packed)] as const));
  const succession = await readSuccession(ctx, {
    county,
    asOf: month,
    rules,
    elapsed: null,
    ...(units ? {} : { rows: packed }),
  });
  const ended = endedUnits(succession.steps);
  const absent = new Map(
    [...reported].map(([of, { missing }]) => [of, new Set(missing.map(({ code }) => code))]),
  );
  return {
    county,
    month,
    elapsed: elapsedShares(ctx.calendar, month),
    units: listed.map(({ code, name, tier, indicator }) => ({
      code,
      name,
      tier,
      indicator,
      series: series.get(`${code}:${indicator}`) ?? new Map(),
      ...comparedWith(succession.comparable(code, indicator)),
      plan: succession.planOf(code, indicator) ?? plans.get(`${code}:${indicator}`) ?? NO_PLAN,
    })),
    complete(of, unit, from = COMPLETE_FROM) {
      const { due, missing } = reported.get(of) ?? NOBODY;
      const share = due === 0 ? 0 : (due - missing.length) / due;
      // Nobody is left to be told what a unit counted before it ended.
      return share >= from && (unit === undefined || !(absent.get(of)?.has(unit) || ended.has(unit)));
    },
  };
}

function comparedWith(comparable: Series | undefined): { comparable?: Series } {
  return comparable ? { comparable } : {};
}

/** A plan that leaves out more than a few of the units is none: their figures would seem to break it. */
export function planOf(units: readonly UnitGrounds[]): Plan {
  const planned = units.filter((unit) => unit.plan.current !== null);
  return planned.length < COMPLETE_FROM * units.length
    ? NO_PLAN
    : planned.map((unit) => unit.plan).reduce(addPlans, NO_PLAN);
}
