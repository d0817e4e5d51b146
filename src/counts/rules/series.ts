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
}

export function spansOf(month: Month): Spans {
  const now = monthsThrough(month);
  return {
    month,
    lastMonth: addMonths(month, -12),
    now,
    last: now.map((m) => addMonths(m, -12)),
    lastYear: monthsThrough(addMonths(month, -monthNumber(month))),
    recent: Array.from({ length: SPIKE_MONTHS + 1 }, (_, i) => addMonths(month, -i)),
  };
}

/**
 * The sums of one series. With `emergency: 'apart'` what was marked as emergency is left out on both sides, as the
 * grading of warnings wants it (domain 4.2); such items count as unplanned first, so that nobody is warned for a flood.
 */
export function sumsAt(series: Series, spans: Spans, emergency: 'counted' | 'apart'): Sums {
  const amountOf = (month: Month) => amount(series.get(month), emergency);
  const total = (months: readonly Month[]) => months.reduce((sum, month) => sum + amountOf(month), 0);
  const covered = (months: readonly Month[]) => months.filter((month) => series.has(month)).length;
  const cells = spans.now.flatMap((month) => series.get(month) ?? []);
  const coverage = {
    now: cells.length,
    last: covered(spans.last),
    lastYear: covered(spans.lastYear),
    recent: covered(spans.recent),
    quarter: covered(spans.recent.slice(0, monthsOfQuarter(spans.now.length))),
  };
  return {
    month: amountOf(spans.month),
    lastMonth: amountOf(spans.lastMonth),
    total: total(spans.now),
    lastTotal: total(spans.last),
    lastYear: total(spans.lastYear),
    unplanned: cells.reduce((sum, cell) => sum + unplanned(cell, emergency), 0),
    emergency: cells.reduce((sum, cell) => sum + cell.emergency, 0),
    recent: spans.recent.map(amountOf),
    covered: coverage,
    lastMonthKnown: series.has(spans.lastMonth),
    members: memberOf(coverage, spans.now.length),
    versions: new Set([...spans.now, ...spans.last].flatMap((month) => series.get(month)?.version ?? [])),
  };
}

function amount(cell: Cell | undefined, emergency: 'counted' | 'apart'): number {
  if (!cell) return 0;
  return emergency === 'apart' ? cell.amount - cell.emergency : cell.amount;
}

function unplanned(cell: Cell, emergency: 'counted' | 'apart'): number {
  return emergency === 'apart' ? Math.max(0, cell.unplanned - cell.emergency) : cell.unplanned;
}
