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
  /** How many months of each span have figures: this year so far, last year's same span, all of last year, `recent`. */
  covered: { now: number; last: number; lastYear: number; recent: number };
  lastMonthKnown: boolean;
  /** Units in the sum; of these, with figures of last year for as many months as this year, and for all of last year. */
  members: { counted: number; compared: number; whole: number };
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
  covered: { now: 0, last: 0, lastYear: 0, recent: 0 },
  lastMonthKnown: false,
  members: { counted: 0, compared: 0, whole: 0 },
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
    covered: { now: max('now'), last: max('last'), lastYear: max('lastYear'), recent: max('recent') },
    lastMonthKnown: a.lastMonthKnown || b.lastMonthKnown,
    members: {
      counted: a.members.counted + b.members.counted,
      compared: a.members.compared + b.members.compared,
      whole: a.members.whole + b.members.whole,
    },
    versions: new Set([...a.versions, ...b.versions]),
  };
}

/** What one unit adds to the members of a sum. */
export function memberOf(covered: Sums['covered']): Sums['members'] {
  const counted = covered.now > 0;
  return {
    counted: Number(counted),
    compared: Number(counted && covered.last >= covered.now),
    whole: Number(counted && covered.lastYear === 12),
  };
}
