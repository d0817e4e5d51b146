/** Why a figure is not defined; people read the words made from it. */
export type Absent =
  | 'no_plan'
  | 'all_unplanned'
  | 'no_calendar'
  | 'flat'
  | 'last_year_zero'
  | 'last_year_missing'
  | 'last_year_small'
  | 'rule_changed'
  | 'too_early'
  | 'too_few'
  | 'too_few_months'
  | 'nothing_yet'
  | 'exceeded'
  | 'year_over'
  | 'not_half_year'
  | 'not_quarter_end'
  | 'nobody_reports';

/** A figure in full precision, or the reason why there is none. Never an infinity. */
export type Value = { value: number } | { value: null; reason: Absent };

const of = (value: number): Value => ({ value });
const none = (reason: Absent): Value => ({ value: null, reason });

/** Domain 4: below this share of the year's workdays a forecast says nothing. */
const FORECAST_FROM = 0.2;
/** Domain 4: smallest last-year count that carries a seasonal forecast. */
const SEASONAL_FROM = 10;
/** Domain 4: smallest totals that carry a share of unplanned, and of the quarter's last month. */
const UNPLANNED_FROM = 5;
const QUARTER_FROM = 10;
/** Domain 4: months a sudden rise is measured against. */
export const SPIKE_MONTHS = 6;

/** r = A/P. A plan of 0 is no plan; whatever is counted then is unplanned. */
export function execution(total: number, plan: number | null): Value {
  if (plan === 0 && total > 0) return none('all_unplanned');
  return plan ? of(total / plan) : none('no_plan');
}

/** g = r − T. */
export function gap(rate: Value, elapsed: Value): Value {
  if (rate.value === null) return rate;
  return elapsed.value === null ? elapsed : of(rate.value - elapsed.value);
}

/** y = (A − L)/L; the same for one month. */
export function change(now: number, before: Value): Value {
  if (before.value === null) return before;
  if (before.value === 0) return none(now === 0 ? 'flat' : 'last_year_zero');
  // A document withdrawn in a later month takes that month below zero.
  if (before.value < 0) return none('last_year_small');
  return of((now - before.value) / before.value);
}

/** |A − L| ≥ max(3, √L): small numbers jump without meaning anything. Null when there is nothing to compare. */
export function passesGate(now: number, before: Value): boolean | null {
  return before.value === null
    ? null
    : Math.abs(now - before.value) >= Math.max(3, Math.sqrt(Math.max(0, before.value)));
}

/** F = A/T. */
export function forecast(total: number, elapsed: Value): Value {
  if (elapsed.value === null) return elapsed;
  return elapsed.value < FORECAST_FROM ? none('too_early') : of(total / elapsed.value);
}

/** Fs = A × L12/L. */
export function forecastSeasonal(total: number, before: Value, lastYear: Value): Value {
  if (before.value === null) return before;
  if (lastYear.value === null) return lastYear;
  return before.value < SEASONAL_FROM ? none('last_year_small') : of((total * lastYear.value) / before.value);
}

/** R = P − A; negative when the plan is exceeded. */
export function remaining(total: number, plan: number | null): Value {
  return plan ? of(plan - total) : none('no_plan');
}

/** R/(12 − m). */
export function monthlyAllowance(left: Value, month: number): Value {
  if (left.value === null) return left;
  if (left.value < 0) return none('exceeded');
  return month === 12 ? none('year_over') : of(left.value / (12 - month));
}

/** k* = (P − A)/A − 1: how much more than the first half the second half may bring. At the half year only. */
export function reboundLine(total: number, plan: number | null, month: number): Value {
  if (month !== 6) return none('not_half_year');
  if (!plan) return none('no_plan');
  return total <= 0 ? none('nothing_yet') : of((plan - total) / total - 1);
}

/** C = min(P, L12): the line that only falls (BR-20). Whichever of the two is missing does not count. */
export function cap(plan: number | null, lastYear: Value): Value {
  if (lastYear.value === null) return plan ? of(plan) : none('no_plan');
  return of(plan ? Math.min(plan, lastYear.value) : lastYear.value);
}

export function unplannedShare(unplanned: number, total: number): Value {
  return total < UNPLANNED_FROM ? none('too_few') : of(unplanned / total);
}

/** s = last month of the quarter / whole quarter. */
export function quarterShare(month: number, amount: number, quarter: number): Value {
  if (month % 3 !== 0) return none('not_quarter_end');
  return quarter < QUARTER_FROM ? none('too_few') : of(amount / quarter);
}

/** max(1.5 × median, median + 3) of the six months before; a month above it is a sudden rise. */
export function spikeLine(before: readonly number[]): Value {
  if (before.length < SPIKE_MONTHS) return none('too_few_months');
  const sorted = [...before].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const median = ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
  return of(Math.max(1.5 * median, median + 3));
}

/** c = units confirmed or adopted / units that report. */
export function completeness(reported: number, due: number): Value {
  return due === 0 ? none('nobody_reports') : of(reported / due);
}

/** Below this share of units a summary is marked incomplete and no warning goes out (domain 4). */
export const COMPLETE_FROM = 0.95;

/**
 * The plans that fit "A is so many percent of the plan" (domain 4.1). `half` is half of the last digit that was given:
 * 0.005 for whole points.
 */
export function planRange(total: number, share: number, half = 0.005): { from: number; to: number } {
  return { from: total / (share + half), to: share > half ? total / (share - half) : Number.MAX_VALUE };
}
