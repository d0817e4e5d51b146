import { addMonths, type Month, monthNumber, monthsThrough } from '../../kernel/period.ts';
import { SPIKE_MONTHS } from './formulas.ts';
import { memberOf, monthsOfQuarter, type Sums } from './sums.ts';

/** The figures in force of one scope, indicator and month. */
export interface Cell {
  amount: number;
  unplanned: number;
  emergency: number;
  version: string;
}

/** By month; a month without figures is absent. */
export type Series = ReadonlyMap<Month, Cell>;

/** The months that count as of a month; made once, used for every series. */
export interface Spans {
  month: Month;
  lastMonth: Month;
  /** January up to the month. */
  now: Month[];
  /** The same a year before. */
  last: Month[];
  lastYear: Month[];
  /** The month and the six before, newest first. */
  recent: Month[];
  /** Of these, the ones of the quarter so far. */
  quarter: Month[];
}

export function spansOf(month: Month): Spans {
  const now = monthsThrough(month);
  const recent = Array.from({ length: SPIKE_MONTHS + 1 }, (_, i) => addMonths(month, -i));
  return {
    month,
    lastMonth: addMonths(month, -12),
    now,
    last: now.map((m) => addMonths(m, -12)),
    lastYear: monthsThrough(addMonths(month, -monthNumber(month))),
    recent,
    quarter: recent.slice(0, monthsOfQuarter(now.length)),
  };
}

/**
 * The sums of one series. With `emergency: 'apart'` what was marked as emergency is left out on both sides, as the
 * grading of warnings wants it (domain 4.2); such items count as unplanned first, so that nobody is warned for a flood.
 */
export function sumsAt(series: Series, spans: Spans, emergency: 'counted' | 'apart'): Sums {
  const amountOf = (month: Month) => amount(series.get(month), emergency);
  const versions = new Set<string>();
  const now = { total: 0, unplanned: 0, emergency: 0, months: 0 };
  for (const month of spans.now) {
    const cell = series.get(month);
    if (!cell) continue;
    now.total += amount(cell, emergency);
    now.unplanned += unplanned(cell, emergency);
    now.emergency += cell.emergency;
    now.months++;
    versions.add(cell.version);
  }
  for (const month of spans.last) {
    const cell = series.get(month);
    if (cell) versions.add(cell.version);
  }
  const last = sumOf(series, spans.last, emergency);
  const lastYear = sumOf(series, spans.lastYear, emergency);
  const coverage = {
    now: now.months,
    last: last.months,
    lastYear: lastYear.months,
    recent: sumOf(series, spans.recent, emergency).months,
    quarter: sumOf(series, spans.quarter, emergency).months,
  };
  return {
    month: amountOf(spans.month),
    lastMonth: amountOf(spans.lastMonth),
    total: now.total,
    lastTotal: last.total,
    lastYear: lastYear.total,
    unplanned: now.unplanned,
    emergency: now.emergency,
    recent: spans.recent.map(amountOf),
    covered: coverage,
    lastMonthKnown: series.has(spans.lastMonth),
    members: memberOf(coverage, spans.now.length),
    versions,
  };
}

function sumOf(series: Series, months: readonly Month[], emergency: 'counted' | 'apart') {
  const sum = { total: 0, months: 0 };
  for (const month of months) {
    const cell = series.get(month);
    if (!cell) continue;
    sum.total += amount(cell, emergency);
    sum.months++;
  }
  return sum;
}

function amount(cell: Cell | undefined, emergency: 'counted' | 'apart'): number {
  if (!cell) return 0;
  return emergency === 'apart' ? cell.amount - cell.emergency : cell.amount;
}

function unplanned(cell: Cell, emergency: 'counted' | 'apart'): number {
  return emergency === 'apart' ? Math.max(0, cell.unplanned - cell.emergency) : cell.unplanned;
}
