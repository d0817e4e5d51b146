import type { Calendar } from '../kernel/calendar.ts';
import { CalendarGap } from '../kernel/errors.ts';
import { type Month, monthNumber, monthsOf, yearOf } from '../kernel/period.ts';
import { findUnits } from '../people/repo.ts';
import type { Ctx } from '../store/context.ts';
import { findCountingRules, findPlans, findReporting } from './repo.ts';
import { NOBODY, readCompleteness, readSums } from './repo-sums.ts';
import { COMPLETE_FROM, completeness, type Value } from './rules/formulas.ts';
import { INDICATORS, type Indicator } from './rules/indicator.ts';
import { type Plan, type Statistics, statisticsOf } from './rules/statistics.ts';
import { add, EMPTY, type Sums } from './rules/sums.ts';
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
  missing: { code: string; name: string }[];
  /** Of these, the ones that have not even registered figures. */
  unregistered: { code: string; name: string }[];
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
  /** In their fixed order, never by value. */
  units: { code: string; name: string; statistics: Statistics }[];
}

const NO_PLAN: Plan = { current: null, original: null };

/** All figures of one level as of a month; `from` is the first month of the period. */
export async function readReport(
  ctx: Ctx,
  { period, county, from, asOf }: { period: string; county: string; from: Month; asOf: Month },
): Promise<Report> {
  const { db } = ctx;
  const units = (await findUnits(db)).filter((unit) => unit.county === county);
  const reporting = (await findReporting(db, asOf)).filter((row) => row.county === county);
  const sums = await readSums(db, county, asOf, await findCountingRules(db));
  const plans = await findPlans(db, yearOf(asOf));
  const months = monthsOf(period).filter((month) => month <= asOf);
  const reported = await readCompleteness(db, county, months);
  const shares = [...reported.values()].map(({ due, missing }) =>
    completeness(due.length - missing.length, due.length),
  );
  const complete = shares.every((share) => share.value !== null && share.value >= COMPLETE_FROM);
  const now = reported.get(asOf) ?? NOBODY;
  const elapsed = elapsedShare(ctx.calendar, asOf);
  const month = monthNumber(asOf);
  const key = (code: string, indicator: Indicator) => `${code}:${indicator}`;
  const sumsOf = new Map(sums.map((row) => [key(row.code, row.indicator), row.sums]));
  const plansOf = new Map(plans.map((row) => [key(row.unit, row.indicator), row]));
  const listed = new Set(reporting.map((row) => key(row.code, row.indicator)));

  const indicators = INDICATORS.map((indicator): IndicatorReport => {
    const lines = units.flatMap((unit) => {
      const k = key(unit.code, indicator);
      if (!listed.has(k) && !sumsOf.has(k)) return [];
      const own = { sums: sumsOf.get(k) ?? EMPTY, plan: plansOf.get(k) ?? NO_PLAN };
      return [{ code: unit.code, name: unit.name, ...own }];
    });
    const all = lines.reduce((sum, line) => add(sum, line.sums), EMPTY);
    const plan = lines.reduce((sum, line) => addPlans(sum, line.plan), NO_PLAN);
    const statistics = statisticsOf({ month, elapsed, sums: all, plan });
    return {
      indicator,
      periodTotal: periodTotal(all, from, asOf),
      statistics,
      remarks: remarksOf(indicator, statistics, {
        months: { now: all.covered.now, last: all.covered.last },
        withoutPlan: lines.filter((line) => line.plan.current === null).length,
      }),
      units: lines.map(({ code, name, ...own }) => ({
        code,
        name,
        statistics: statisticsOf({ month, elapsed, ...own }),
      })),
    };
  });

  const names = new Map(units.map((unit) => [unit.code, unit.name]));
  const named = (code: string) => ({ code, name: names.get(code) ?? code });
  return {
    period,
    county,
    asOf,
    complete,
    completeness: completeness(now.due.length - now.missing.length, now.due.length),
    due: now.due.length,
    missing: now.missing.map(named),
    unregistered: now.unregistered.map(named),
    open: now.open,
    indicators,
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
