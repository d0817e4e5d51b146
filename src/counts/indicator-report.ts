import type { Tier } from '../kernel/actor.ts';
import { addMonths, type Month, monthFrom, monthNumber, yearOf } from '../kernel/period.ts';
import type { UnitLine } from './read-unit-lines.ts';
import type { CountingRule } from './rules/counting-rule.ts';
import type { Indicator } from './rules/indicator.ts';
import { type LevelCell, levelSums, monthlyAmounts } from './rules/level.ts';
import { addPlans, NO_PLAN } from './rules/plan.ts';
import { spansOf } from './rules/series.ts';
import { type Plan, type Statistics, statisticsOf } from './rules/statistics.ts';
import type { Sums } from './rules/sums.ts';
import type { SplitLine, SuccessionReport } from './succession-report.ts';
import { remarksOf } from './words-report.ts';

/** All that a report tells of one indicator, of a whole level or of one unit. */
export interface IndicatorReport {
  indicator: Indicator;
  /** Count of the whole period; that of the month when the period is one. */
  periodTotal: number;
  statistics: Statistics;
  remarks: string[];
  course: Course;
  /** The offices' own figures apart from those of the departments; empty while one kind of unit reports (domain 10.1). */
  kinds: { tier: Tier; statistics: Statistics }[];
  merged: SuccessionReport['merged'];
  splits: SplitLine[];
  /** In their fixed order, never by value; empty when only the sums were asked for. */
  units: UnitLine[];
}

/** Twelve months each, January first. */
export interface Course {
  /** Amounts; null where there is no figure. */
  year: (number | null)[];
  lastYear: (number | null)[];
  /** What the plan allows up to the end of each month, by workdays; null without a plan or holiday data. */
  pace: (number | null)[];
}

export interface Span {
  /** First month of the period. */
  from: Month;
  asOf: Month;
  rules: readonly CountingRule[];
  /** T of each month of the year, January first. */
  elapsed: readonly (number | null)[];
}

/** Figures and plans of one kind of unit; both without a kind when one unit is told of. */
type Cell = LevelCell & { tier?: Tier };
type PlanSum = Plan & { tier?: Tier; lines: number; planned: number };

export function indicatorReport(input: {
  indicator: Indicator;
  cells: readonly Cell[];
  plans: readonly PlanSum[];
  units: UnitLine[];
  span: Span;
  succession?: SuccessionReport | undefined;
  /** Of one unit: what mergers and splits have done to it. */
  own?: { brought: number; split: boolean };
}): IndicatorReport {
  const { indicator, cells, plans, units, span, succession, own } = input;
  const { sums, statistics } = totalsOf(span, cells, plans);
  const tiers = [...new Set(plans.flatMap((plan) => plan.tier ?? []))].sort();
  const kinds = tiers.map((tier) => ({
    tier,
    statistics: totalsOf(
      span,
      cells.filter((cell) => cell.tier === tier),
      plans.filter((plan) => plan.tier === tier),
    ).statistics,
  }));
  return {
    indicator,
    periodTotal: periodTotal(sums, span),
    statistics,
    remarks: remarksOf(indicator, statistics, {
      months: { now: sums.covered.now, last: sums.covered.last },
      withoutPlan: plans.reduce((count, plan) => count + plan.lines - plan.planned, 0),
      ...own,
    }),
    course: courseOf(cells, statistics.plan.value, span),
    kinds: kinds.length > 1 ? kinds : [],
    merged: succession?.merged ?? [],
    splits: succession?.splits ?? [],
    units,
  };
}

function totalsOf({ asOf, rules, elapsed }: Span, cells: readonly Cell[], plans: readonly PlanSum[]) {
  const month = monthNumber(asOf);
  const sums = levelSums(cells, spansOf(asOf), rules);
  const plan = plans.reduce<Plan>(addPlans, NO_PLAN);
  return { sums, statistics: statisticsOf({ month, elapsed: elapsed[month - 1] ?? null, sums, plan }) };
}

function courseOf(cells: readonly Cell[], plan: number | null, { asOf, elapsed }: Span): Course {
  const year = Array.from({ length: 12 }, (_, i) => monthFrom(yearOf(asOf), i + 1));
  return {
    year: monthlyAmounts(cells, year),
    lastYear: monthlyAmounts(
      cells,
      year.map((month) => addMonths(month, -12)),
    ),
    pace: elapsed.map((share) => (share === null || plan === null ? null : plan * share)),
  };
}

/** A year is its own total; any shorter period lies within the seven months at hand. */
function periodTotal(sums: Sums, { from, asOf }: Span): number {
  if (monthNumber(from) === 1) return sums.total;
  return sums.recent.slice(0, monthNumber(asOf) - monthNumber(from) + 1).reduce((a, b) => a + b, 0);
}
