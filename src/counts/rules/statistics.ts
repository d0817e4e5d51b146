import * as formulas from './formulas.ts';
import { type Absent, COMPLETE_FROM, type Value } from './formulas.ts';
import { monthsOfQuarter, type Sums } from './sums.ts';

export interface Plan {
  /** In force; null when none was entered. */
  current: number | null;
  /** As first entered. */
  original: number | null;
}

/** Every figure of domain 4 for one scope and indicator as of a month. */
export interface Statistics {
  month: number;
  total: number;
  plan: Value;
  planOriginal: Value;
  execution: Value;
  elapsed: Value;
  gap: Value;
  lastYear: Value;
  yearOnYear: Value;
  /** Whether the year-on-year change means anything; null without a comparison. */
  gate: boolean | null;
  monthLastYear: Value;
  monthYearOnYear: Value;
  monthGate: boolean | null;
  lastYearTotal: Value;
  forecast: Value;
  forecastSeasonal: Value;
  cap: Value;
  remaining: Value;
  monthlyAllowance: Value;
  reboundLine: Value;
  unplannedShare: Value;
  quarterShare: Value;
  spikeLine: Value;
  emergency: number;
  /** All figures of the comparison were counted under one rule. */
  sameRule: boolean;
}

/**
 * `elapsed` is null when the year has no holiday data; `month` runs from 1 to 12. A `strict` comparison needs the
 * figures of nearly all units and months: what a report may show with a remark must not set off a warning.
 */
export function statisticsOf(input: {
  month: number;
  elapsed: number | null;
  sums: Sums;
  plan: Plan;
  strict?: boolean;
}): Statistics {
  const { month, sums, plan, strict = false } = input;
  const enough = (members: number) => !strict || members >= COMPLETE_FROM * sums.members.counted;
  const elapsed: Value = known(input.elapsed, 'no_calendar');
  const lastYear = comparable(sums, sums.lastTotal, sums.covered.last > 0 && enough(sums.members.compared));
  const monthLastYear = comparable(
    sums,
    sums.lastMonth,
    sums.lastMonthKnown && enough(sums.members.compared),
  );
  const lastYearTotal = comparable(
    sums,
    sums.lastYear,
    sums.covered.lastYear > 0 && enough(sums.members.whole),
  );
  const execution = formulas.execution(sums.total, plan.current);
  const remaining = formulas.remaining(sums.total, plan.current);
  const allUnplanned = execution.value === null && execution.reason === 'all_unplanned';
  const quarter = sums.recent.slice(0, monthsOfQuarter(month)).reduce((a, b) => a + b, 0);
  const sixBefore = sums.covered.recent > formulas.SPIKE_MONTHS && enough(sums.members.recent);
  return {
    month: sums.month,
    total: sums.total,
    plan: known(plan.current, 'no_plan'),
    planOriginal: known(plan.original, 'no_plan'),
    execution,
    elapsed,
    gap: formulas.gap(execution, elapsed),
    lastYear,
    yearOnYear: formulas.change(sums.total, lastYear),
    gate: formulas.passesGate(sums.total, lastYear),
    monthLastYear,
    monthYearOnYear: formulas.change(sums.month, monthLastYear),
    monthGate: formulas.passesGate(sums.month, monthLastYear),
    lastYearTotal,
    forecast: formulas.forecast(sums.total, elapsed),
    forecastSeasonal: formulas.forecastSeasonal(sums.total, lastYear, lastYearTotal),
    cap: formulas.cap(plan.current, lastYearTotal),
    remaining,
    monthlyAllowance: formulas.monthlyAllowance(remaining, month),
    reboundLine: formulas.reboundLine(sums.total, plan.current, month),
    unplannedShare: formulas.unplannedShare(allUnplanned ? sums.total : sums.unplanned, sums.total),
    quarterShare: enough(sums.members.quarter)
      ? formulas.quarterShare(month, sums.month, quarter)
      : { value: null, reason: 'too_few_months' },
    spikeLine: formulas.spikeLine(sixBefore ? sums.recent.slice(1) : []),
    emergency: sums.emergency,
    sameRule: sums.versions.size <= 1,
  };
}

function known(value: number | null, reason: Absent): Value {
  return value === null ? { value: null, reason } : { value };
}

/** Last year's figure, if there is one and it was counted under the same rule (domain 3). */
function comparable(sums: Sums, value: number, there: boolean): Value {
  if (!there) return { value: null, reason: 'last_year_missing' };
  return sums.versions.size > 1 ? { value: null, reason: 'rule_changed' } : { value };
}
