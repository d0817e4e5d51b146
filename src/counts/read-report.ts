import type { Calendar } from '../kernel/calendar.ts';
import { CalendarGap } from '../kernel/errors.ts';
import { type Month, monthFrom, monthsOf, yearOf } from '../kernel/period.ts';
import type { Ctx } from '../store/context.ts';
import { type IndicatorReport, indicatorReport } from './indicator-report.ts';
import { readSuccession, type Succession } from './read-succession.ts';
import { readUnitLines, withMoved } from './read-unit-lines.ts';
import { findCountingRules } from './repo.ts';
import { NOBODY, readCompleteness, type UnitName } from './repo-completeness.ts';
import { type LevelPlan, levelPlansOf, readLevelPlans, readUnitPlans } from './repo-plans.ts';
import { readLevel } from './repo-sums.ts';
import { COMPLETE_FROM, completeness, type Value } from './rules/formulas.ts';
import { INDICATORS } from './rules/indicator.ts';

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

export interface ReportInput {
  period: string;
  county: string;
  /** First month of the period. */
  from: Month;
  asOf: Month;
  /** `sums`: the level alone, without the lines that no card shows; all of it when absent. */
  detail?: 'units' | 'sums';
}

/** All figures of one level as of a month. A fixed number of queries; memory grows with the units only for their lines. */
export async function readReport(ctx: Ctx, input: ReportInput): Promise<Report> {
  const { period, county, from, asOf, detail = 'units' } = input;
  const { db } = ctx;
  const rules = await findCountingRules(db);
  const months = monthsOf(period).filter((month) => month <= asOf);
  const reported = await readCompleteness(db, county, months);
  const shares = months
    .map((month) => reported.get(month) ?? NOBODY)
    .map(({ due, missing }) => completeness(due - missing.length, due));
  const now = reported.get(asOf) ?? NOBODY;
  const span = { from, asOf, rules, elapsed: elapsedShares(ctx.calendar, asOf) };
  const elapsed = elapsedShare(ctx.calendar, asOf);
  const units = detail === 'units' ? await readUnitLines(ctx, { county, asOf, rules, elapsed }) : undefined;
  const cells = units?.cells ?? (await readLevel(db, county, asOf));
  const succession = units?.succession ?? (await readSuccession(ctx, { county, asOf, rules, elapsed }));
  const plans = units?.plans ?? (await readPlans(ctx, input, succession));

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
    indicators: INDICATORS.map((indicator) =>
      indicatorReport({
        indicator,
        cells: cells.filter((cell) => cell.indicator === indicator),
        plans: plans.filter((plan) => plan.indicator === indicator),
        units: units?.lines.get(indicator) ?? [],
        succession: succession.reports.get(indicator),
        span,
      }),
    ),
  };
}

/** Line by line only where mergers and splits have changed a plan. */
async function readPlans(
  { db }: Ctx,
  { county, asOf }: ReportInput,
  succession: Succession,
): Promise<LevelPlan[]> {
  if (succession.steps.length === 0) return readLevelPlans(db, county, asOf);
  return levelPlansOf((await readUnitPlans(db, county, asOf)).map((line) => withMoved(line, succession)));
}

/** T of every month of the year, January first. */
export function elapsedShares(calendar: Calendar, month: Month): (number | null)[] {
  return Array.from({ length: 12 }, (_, i) => elapsedShare(calendar, monthFrom(yearOf(month), i + 1)));
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
