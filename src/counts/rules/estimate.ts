import { addMonths, type Month } from '../../kernel/period.ts';
import type { Entry, Indicator } from './indicator.ts';

export interface Estimate extends Entry {
  basis: 'same-month' | 'median';
}

/** Fewer months have no middle that means anything; our default. */
const MEDIAN_FROM = 3;

/**
 * What a month may have been like, for somebody who has to fill it in and would otherwise start from nothing: the same
 * month of last year, else the middle of the twelve months before. It is shown as an estimate and never adopted: only
 * a person's tap makes a figure of it. Undefined without ground.
 */
export function estimate(
  indicator: Indicator,
  month: Month,
  before: readonly (Entry & { month: Month })[],
): Estimate | undefined {
  const same = before.find((entry) => entry.month === addMonths(month, -12));
  // A document withdrawn in a later month takes that month below zero, which nobody can type.
  if (same && same.amount >= 0) {
    const { amount, unplanned, direct } = same;
    return { indicator, amount, unplanned, direct, basis: 'same-month' };
  }
  const known = before.filter((entry) => entry.amount >= 0);
  if (known.length < MEDIAN_FROM) return undefined;
  const middle = (part: 'amount' | 'unplanned' | 'direct') => medianBelow(known.map((entry) => entry[part]));
  return {
    indicator,
    amount: middle('amount'),
    unplanned: middle('unplanned'),
    direct: middle('direct'),
    basis: 'median',
  };
}

/** Of the two in the middle the lower one: a part that is never more than its whole stays so. */
function medianBelow(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
}
