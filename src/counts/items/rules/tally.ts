import type { Day } from '../../../kernel/day.ts';
import { type Month, monthOf } from '../../../kernel/period.ts';
import type { Indicator } from '../../rules/indicator.ts';
import { isCounted } from './kinds.ts';

/** Numbers that items add to a month's figures. Negative where more was taken back than came. */
export interface Tally {
  amount: number;
  unplanned: number;
  direct: number;
  emergency: number;
}

/** What of an item decides how it counts. */
export interface Countable {
  indicator: Indicator;
  kind: string;
  day: Day;
  reach: string;
  unplanned: boolean;
  emergency: boolean;
  withdrawnDay: Day | null;
  struck: string | null;
}

export const NOTHING: Tally = { amount: 0, unplanned: 0, direct: 0, emergency: 0 };

export function plus(a: Tally, b: Tally, factor: 1 | -1 = 1): Tally {
  // No -0: what was taken back entirely is plainly nothing.
  const add = (part: keyof Tally) => a[part] + factor * b[part] || 0;
  return {
    amount: add('amount'),
    unplanned: add('unplanned'),
    direct: add('direct'),
    emergency: add('emergency'),
  };
}

function isNothing(tally: Tally): boolean {
  return Object.values(tally).every((value) => value === 0);
}

/** Township or village: reached directly, which is told apart for meetings (domain 3.2). */
export function reachesTownships(reach: string): boolean {
  return reach === 'township' || reach === 'village';
}

/**
 * An item counts in the month it was issued or held in; one withdrawn later is taken off in the month of its
 * withdrawal, and the year's reconciliation puts it right (domain 3.1). Two entries of one month add up.
 */
export function contributions(item: Countable): { month: Month; tally: Tally }[] {
  if (item.struck !== null || !isCounted(item.indicator, item.kind)) return [];
  const tally = {
    amount: 1,
    unplanned: Number(item.unplanned),
    direct: Number(item.indicator === 'meeting' && reachesTownships(item.reach)),
    emergency: Number(item.emergency),
  };
  const counted = { month: monthOf(item.day), tally };
  if (item.withdrawnDay === null) return [counted];
  return [counted, { month: monthOf(item.withdrawnDay), tally: plus(NOTHING, tally, -1) }];
}

/** What changes for every month when an item becomes another; months where nothing changes are left out. */
export function changes(before: Countable | undefined, after: Countable | undefined): Map<Month, Tally> {
  const sums = new Map<Month, Tally>();
  const add = (item: Countable | undefined, factor: 1 | -1) => {
    for (const { month, tally } of item ? contributions(item) : [])
      sums.set(month, plus(sums.get(month) ?? NOTHING, tally, factor));
  };
  add(before, -1);
  add(after, 1);
  return new Map([...sums].filter(([, tally]) => !isNothing(tally)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The month's figure of one indicator as its items make it. */
export function sumOf(items: readonly Countable[], indicator: Indicator, month: Month): Tally {
  return items
    .filter((item) => item.indicator === indicator)
    .flatMap(contributions)
    .filter((entry) => entry.month === month)
    .reduce((sum, { tally }) => plus(sum, tally), NOTHING);
}
