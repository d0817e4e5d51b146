import type { Figures } from '../../src/warnings/rules/figures.ts';

/** A quiet month: nothing speaks. */
export const quiet: Figures = {
  month: 0,
  amount: 10,
  monthLastYear: 10,
  monthYearOnYear: 0,
  monthGate: false,
  total: 40,
  plan: 100,
  execution: 0.4,
  elapsed: 0.4,
  gap: 0,
  lastYear: 40,
  yearOnYear: 0,
  gate: false,
  lastYearTotal: 110,
  forecast: 100,
  cap: 100,
  remaining: 60,
  unplannedShare: 0,
  quarterShare: null,
  spikeLine: 15,
  complete: true,
  sameRule: true,
};

/** January to the last month; the changes apply to the last months, newest last. */
export function year(months: number, ...changes: Partial<Figures>[]): Figures[] {
  return Array.from({ length: months }, (_, i) => ({
    ...quiet,
    month: i + 1,
    ...changes[i - (months - changes.length)],
  }));
}
