import type { Tier } from '../kernel/actor.ts';
import type { Calendar } from '../kernel/calendar.ts';
import { CalendarGap } from '../kernel/errors.ts';
import { addMonths, type Month, monthFrom, monthNumber, monthsOf, yearOf } from '../kernel/period.ts';
import type { Ctx } from '../store/context.ts';
import { readUnitLines, type UnitLine } from './read-unit-lines.ts';
import { findCountingRules } from './repo.ts';
import { NOBODY, readCompleteness, type UnitName } from './repo-completeness.ts';
import { type LevelPlan, readLevelPlans } from './repo-plans.ts';
import { type LevelRow, readLevel } from './repo-sums.ts';
import type { CountingRule } from './rules/counting-rule.ts';
import { COMPLETE_FROM, completeness, type Value } from './rules/formulas.ts';
import { INDICATORS, type Indicator } from './rules/indicator.ts';
import { levelSums, monthlyAmounts } from './rules/level.ts';
import { spansOf } from './rules/series.ts';
import { type Plan, type Statistics, statisticsOf } from './rules/statistics.ts';
import type { Sums } from './rules/sums.ts';
import { remarksOf } from './words-report.ts';

export interface Report {
  period: string;
  /** Empty for the city level. */
  county: string;
  /** The month up to which the figures run. */
  asOf: Month;
  /** False while a month of the period has figures of less than 95 % of its units. */
  complete: boolean;
  completeness: Value;
  due: number;
  /** Units without figures for `asOf`, in their fixed order. */
  missing: UnitName[];
  /** Of these, the ones that have not even registered figures. */
  unregistered: UnitName[];
  /** `asOf` is still being collected. */
  open: boolean;
  indicators: IndicatorReport[];
}

export interface IndicatorReport {
  indicator: Indicator;
  /** Count of the whole period; that of the month when the period is one. */
  periodTotal: number;
  statistics: Statistics;
  remarks: string[];
  /** Monthly amounts, January first; null where no unit has a figure. */
  course: { year: (number | null)[]; lastYear: (number | null)[] };
  /** The offices' own figures apart from those of the departments; empty while one kind of unit reports (domain 10.1). */
  kinds: { tier: Tier; statistics: Statistics }[];
  /** In their fixed order, never by value; empty when only the sums were asked for. */
  units: UnitLine[];
}

export interface ReportInput {
  period: string;
  county: string;
  /** First month of the period. */
  from: Month;
  asOf: Month;
  /** `sums`: the level alone, whose reading does not grow with the lines that nobody shows. */
  detail: 'units' | 'sums';
}

/** All figures of one level as of a month. A fixed number of queries; memory grows with the units only for their lines. */
export async function readReport(ctx: Ctx, input: ReportInput): Promise<Report> {
  const { period, county, from, asOf, detail } = input;
  const { db } = ctx;
  const rules = await findCountingRules(db);
  const rows = await readLevel(db, county, asOf);
  const plans = await readLevelPlans(db, county, asOf);
  const months = monthsOf(period).filter((month) => month <= asOf);
  const reported = await readCompleteness(db, county, months);
  const shares = months
    .map((month) => reported.get(month) ?? NOBODY)
    .map(({ due, missing }) => completeness(due - missing.length, due));
  const now = reported.get(asOf) ?? NOBODY;
  const elapsed = elapsedShare(ctx.calendar, asOf);
  const lines = detail === 'units' ? await readUnitLines(ctx, { county, asOf, rules, elapsed }) : undefined;
  const level = { asOf, rules, elapsed };

  return {
    period,
    county,
    asOf,
    complete: shares.every((share) => share.value !== null && share.value >= COMPLETE_FROM),
    completeness: completeness(now.due - now.missing.length, now.due),
    due: now.due,
    missing: now.missing,
    unregistered: now.unregistered,
    open: now.open,
    indicators: INDICATORS.map((indicator) => {
      const own = rows.filter((row) => row.indicator === indicator);
      const planned = plans.filter((plan) => plan.indicator === indicator);
      const { sums, statistics } = totalsOf(level, own, planned);
      const tiers = [...new Set(planned.map((plan) => plan.tier))].sort();
      return {
        indicator,
        periodTotal: periodTotal(sums, from, asOf),
        statistics,
        remarks: remarksOf(indicator, statistics, {
          months: { now: sums.covered.now, last: sums.covered.last },
          withoutPlan: planned.reduce((count, plan) => count + plan.lines - plan.planned, 0),
        }),
        course: courseOf(own, asOf),
        kinds:
          tiers.length < 2
            ? []
            : tiers.map((tier) => ({
                tier,
                statistics: totalsOf(
                  level,
                  own.filter((row) => row.tier === tier),
                  planned.filter((plan) => plan.tier === tier),
                ).statistics,
              })),
        units: lines?.get(indicator) ?? [],
      };
    }),
  };
}

function totalsOf(
  { asOf, rules, elapsed }: { asOf: Month; rules: readonly CountingRule[]; elapsed: number | null },
  rows: readonly LevelRow[],
  plans: readonly LevelPlan[],
): { sums: Sums; statistics: Statistics } {
  const sums = levelSums(rows, spansOf(asOf), rules);
  const plan = plans.reduce<Plan>(addPlans, { current: null, original: null });
  return { sums, statistics: statisticsOf({ month: monthNumber(asOf), elapsed, sums, plan }) };
}

function courseOf(rows: readonly LevelRow[], asOf: Month): IndicatorReport['course'] {
  const year = Array.from({ length: 12 }, (_, i) => monthFrom(yearOf(asOf), i + 1));
  return {
    year: monthlyAmounts(rows, year),
    lastYear: monthlyAmounts(
      rows,
      year.map((month) => addMonths(month, -12)),
    ),
  };
}

/** T; null when the year has no holiday data. */
export function elapsedShare(calendar: Calendar, month: Month): number | null {
  try {
    return calendar.elapsedShare(month);
  } catch (error) {
    if (error instanceof CalendarGap) return null;
    throw error;
  }
}

export function addPlans(a: Plan, b: Plan): Plan {
  const sum = (x: number | null, y: number | null) => (x === null ? y : y === null ? x : x + y);
  return { current: sum(a.current, b.current), original: sum(a.original, b.original) };
}

/** A year is its own total; any shorter period lies within the seven months at hand. */
function periodTotal(sums: Sums, from: Month, asOf: Month): number {
  if (monthNumber(from) === 1) return sums.total;
  return sums.recent.slice(0, monthNumber(asOf) - monthNumber(from) + 1).reduce((a, b) => a + b, 0);
}
