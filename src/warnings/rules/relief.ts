import type { Figures } from './figures.ts';
import type { Parameters } from './parameters.ts';
import type { Trigger } from './triggers.ts';

/** What would bring it back: the first month of the year in which the figures can lie below every line again. */
export type Relief =
  | {
      kind: 'month';
      /** The month after the decision, 2 … 12. */
      after: number;
      /** 2 … 12; from `after` on until then nothing new may come. */
      month: number;
      /** Most that the month may bring without any rule speaking. */
      atMost: number;
    }
  | { kind: 'not_this_year' };

/** What is known of a month to come. */
export interface Ahead {
  /** T at its end. */
  elapsed: number | null;
  /** Last year: the month alone, and cumulated up to it; null when last year is not known or not comparable. */
  monthLastYear: number | null;
  lastYear: number | null;
}

/** What has happened cannot be undone before the year is over. */
const LASTING = new Set(['over_plan', 'over_last_year']);

/** Domain 4: what a change has to reach to mean anything. */
const gate = (before: number) => Math.max(3, Math.sqrt(before));

/** Greatest whole number below (not on) a line; a hair of binary rounding does not count. */
const below = (line: number) => Math.ceil(line - 1e-9) - 1;
const upTo = (line: number) => Math.floor(line + 1e-9);

/**
 * `year` runs from January to the month of the decision, `ahead` holds the months after it. A share of unplanned is no
 * matter of a month's number: nobody should issue more papers to dilute it, so it sets no limit here.
 */
export function reliefOf(
  year: readonly Figures[],
  ahead: readonly Ahead[],
  triggers: readonly Trigger[],
  p: Parameters,
): Relief {
  if (triggers.some(({ rule }) => LASTING.has(rule))) return { kind: 'not_this_year' };
  const limits = ahead.map((month, i) => limitOf(year, month, i, p));
  const first = limits.findIndex((limit) => limit >= 0);
  const now = year.at(-1)?.month ?? 0;
  return first < 0
    ? { kind: 'not_this_year' }
    : { kind: 'month', after: now + 1, month: now + first + 1, atMost: limits[first] ?? 0 };
}

/** Most that the month `skipped` months after the next one may bring, with nothing new between. */
function limitOf(year: readonly Figures[], month: Ahead, skipped: number, p: Parameters): number {
  const now = year.at(-1);
  if (!now) return 0;
  const number = now.month + skipped + 1;
  const limits = [
    paceLimit(now, month, p),
    yearLimit(now, month, p),
    forecastLimit(now, month, number, p),
    quarterLimit(year, number, p),
    spikeLimit(year, skipped),
    ...(skipped === 0 ? [risingLimit(year, month, p)] : []),
    now.plan ? now.plan - now.total : Number.POSITIVE_INFINITY,
  ];
  return Math.min(...limits);
}

function paceLimit({ plan, total }: Figures, { elapsed }: Ahead, p: Parameters): number {
  if (p.offRules.includes('pace') || !plan || elapsed === null) return Number.POSITIVE_INFINITY;
  return below(plan * (elapsed + p.pace.note) - total);
}

/** Either the share stays below the line or the change stays below the gate. */
function yearLimit({ total }: Figures, { lastYear }: Ahead, p: Parameters): number {
  if (p.offRules.includes('year_on_year') || !lastYear) return Number.POSITIVE_INFINITY;
  return Math.max(
    below(lastYear * (1 + p.yearOnYear.note) - total),
    below(lastYear + gate(lastYear) - total),
  );
}

function forecastLimit({ cap, total }: Figures, { elapsed }: Ahead, month: number, p: Parameters): number {
  if (p.offRules.includes('forecast') || !cap || elapsed === null || month < p.forecastFromMonth)
    return Number.POSITIVE_INFINITY;
  return upTo(p.forecast.note * cap * elapsed - total);
}

function quarterLimit(year: readonly Figures[], month: number, p: Parameters): number {
  if (p.offRules.includes('quarter_end') || month % 3 !== 0) return Number.POSITIVE_INFINITY;
  const before = year.slice(month - 3).reduce((sum, { amount }) => sum + amount, 0);
  return Math.max(below((p.quarterEnd / (1 - p.quarterEnd)) * before), 9 - before);
}

/** Known only once half a year lies behind. */
function spikeLimit(year: readonly Figures[], skipped: number): number {
  if (year.length < 6 || year.at(-1)?.spikeLine === null) return Number.POSITIVE_INFINITY;
  const amounts = [...year.map(({ amount }) => amount), ...Array.from({ length: skipped }, () => 0)];
  const sorted = amounts.slice(-6).sort((a, b) => a - b);
  const median = ((sorted[2] ?? 0) + (sorted[3] ?? 0)) / 2;
  return upTo(Math.max(1.5 * median, median + 3));
}

function risingLimit(year: readonly Figures[], { monthLastYear }: Ahead, p: Parameters): number {
  if (p.offRules.includes('rising') || !monthLastYear) return Number.POSITIVE_INFINITY;
  const run = year.length - 1 - year.findLastIndex((f) => !(f.monthGate && (f.monthYearOnYear ?? 0) > 0));
  if (run + 1 < p.rising.note) return Number.POSITIVE_INFINITY;
  return Math.max(monthLastYear, below(monthLastYear + gate(monthLastYear)));
}
