import { SPIKE_MONTHS } from './formulas.ts';

/** All that the formulas need to know of one scope and indicator as of a month; adding two gives their union. */
export interface Sums {
  /** The month itself, and the same month of last year. */
  month: number;
  lastMonth: number;
  /** January up to the month, this year and last year. */
  total: number;
  lastTotal: number;
  /** All of last year. */
  lastYear: number;
  /** Within `total`. */
  unplanned: number;
  emergency: number;
  /** The month and the six before, newest first. */
  recent: number[];
  /**
   * How many months of each span have figures: this year so far, last year's same span, all of last year, `recent`, the
   * quarter so far.
   */
  covered: { now: number; last: number; lastYear: number; recent: number; quarter: number };
  lastMonthKnown: boolean;
  /** Units in the sum, and how many of them have all the months that a comparison of each kind needs. */
  members: {
    counted: number;
    /** Last year's months, as many as this year's. */
    compared: number;
    /** All of last year. */
    whole: number;
    /** The month and the six before. */
    recent: number;
    /** The quarter so far. */
    quarter: number;
  };
  /** Counting rules under which these figures were counted, both years. */
  versions: ReadonlySet<string>;
}

export const EMPTY: Sums = {
  month: 0,
  lastMonth: 0,
  total: 0,
  lastTotal: 0,
  lastYear: 0,
  unplanned: 0,
  emergency: 0,
  recent: Array.from({ length: SPIKE_MONTHS + 1 }, () => 0),
  covered: { now: 0, last: 0, lastYear: 0, recent: 0, quarter: 0 },
  lastMonthKnown: false,
  members: { counted: 0, compared: 0, whole: 0, recent: 0, quarter: 0 },
  versions: new Set(),
};

export function add(a: Sums, b: Sums): Sums {
  const max = (key: keyof Sums['covered']) => Math.max(a.covered[key], b.covered[key]);
  return {
    month: a.month + b.month,
    lastMonth: a.lastMonth + b.lastMonth,
    total: a.total + b.total,
    lastTotal: a.lastTotal + b.lastTotal,
    lastYear: a.lastYear + b.lastYear,
    unplanned: a.unplanned + b.unplanned,
    emergency: a.emergency + b.emergency,
    recent: a.recent.map((value, i) => value + (b.recent[i] ?? 0)),
    covered: {
      now: max('now'),
      last: max('last'),
      lastYear: max('lastYear'),
      recent: max('recent'),
      quarter: max('quarter'),
    },
    lastMonthKnown: a.lastMonthKnown || b.lastMonthKnown,
    members: {
      counted: a.members.counted + b.members.counted,
      compared: a.members.compared + b.members.compared,
      whole: a.members.whole + b.members.whole,
      recent: a.members.recent + b.members.recent,
      quarter: a.members.quarter + b.members.quarter,
    },
    versions: new Set([...a.versions, ...b.versions]),
  };
}

/** Months of its quarter up to and including a month of the year: 1 to 3. */
export function monthsOfQuarter(month: number): number {
  return ((month - 1) % 3) + 1;
}

/** What one unit adds to the members of a sum as of a month (1 to 12). */
export function memberOf(covered: Sums['covered'], month: number): Sums['members'] {
  const counted = covered.now > 0;
  return {
    counted: Number(counted),
    compared: Number(counted && covered.last >= covered.now),
    whole: Number(counted && covered.lastYear === 12),
    recent: Number(counted && covered.recent === SPIKE_MONTHS + 1),
    quarter: Number(counted && covered.quarter === monthsOfQuarter(month)),
  };
}
