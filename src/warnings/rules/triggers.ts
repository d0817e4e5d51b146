import type { Figures } from './figures.ts';
import type { Parameters } from './parameters.ts';

/** 0 normal, 1 note (提醒), 2 warning (预警), 3 correction (纠偏). */
export type Level = 0 | 1 | 2 | 3;

export const RULES = [
  'pace',
  'year_on_year',
  'rising',
  'spike',
  'quarter_end',
  'forecast',
  'unplanned',
  'repeated',
  'over_plan',
  'over_last_year',
  'persisting',
] as const;

export type Rule = (typeof RULES)[number];

/** One rule that spoke, with all it saw: whoever reads it can do the sum again. */
export interface Trigger {
  rule: Rule;
  level: 1 | 2 | 3;
  inputs: Record<string, number>;
  value: number;
  threshold: number;
}

/** A rule that would have spoken, and why it did not count. */
export interface Held extends Trigger {
  reason: 'gate_not_passed' | 'switched_off' | 'too_early' | 'incomplete' | 'rule_changed';
}

/** 0.53 − 0.5 is 0.03 to a person and a hair more or less to the machine. */
const EPSILON = 1e-9;

const atLeast = (value: number, threshold: number) => value >= threshold - EPSILON;
const above = (value: number, threshold: number) => value > threshold + EPSILON;

type Reached = (value: number, threshold: number) => boolean;

/** The higher of two thresholds that is reached. */
function step(value: number, reached: Reached, steps: { note: number; warning: number }) {
  if (reached(value, steps.warning)) return { level: 2 as const, value, threshold: steps.warning };
  return reached(value, steps.note) ? { level: 1 as const, value, threshold: steps.note } : undefined;
}

/** Every rule of domain 4.2 that looks at figures alone; `year` runs from January to the month in question. */
export function triggersOf(year: readonly Figures[], p: Parameters): { triggers: Trigger[]; held: Held[] } {
  const now = year.at(-1);
  if (!now) return { triggers: [], held: [] };
  const compared = yearOnYear(now, p);
  const rise = rising(year, p);
  const gated = [compared, rise].filter((one) => one !== undefined);
  const spoken = [
    pace(now, p),
    spike(now),
    quarterEnd(now, p),
    forecast(now, p),
    unplanned(now, p),
    overPlan(now),
    overLastYear(now),
    ...gated.filter((one) => one.passed).map((one) => one.trigger),
  ].filter((trigger) => trigger !== undefined);
  const isOff = ({ rule }: Trigger) => p.offRules.includes(rule);
  return {
    triggers: spoken.filter((trigger) => !isOff(trigger)),
    held: [
      ...gated
        .filter((one) => !one.passed)
        .map((one) => ({ ...one.trigger, reason: 'gate_not_passed' as const })),
      ...spoken.filter(isOff).map((trigger) => ({ ...trigger, reason: 'switched_off' as const })),
    ],
  };
}

function pace({ total, plan, elapsed, gap }: Figures, p: Parameters): Trigger | undefined {
  if (plan === null || elapsed === null || gap === null) return undefined;
  const reached = step(gap, atLeast, p.pace);
  return reached && { rule: 'pace', inputs: { A: total, P: plan, T: elapsed }, ...reached };
}

function yearOnYear(now: Figures, p: Parameters): { trigger: Trigger; passed: boolean } | undefined {
  if (now.yearOnYear === null || now.lastYear === null) return undefined;
  const reached = step(now.yearOnYear, atLeast, p.yearOnYear);
  if (!reached) return undefined;
  const inputs = { A: now.total, L: now.lastYear };
  return { trigger: { rule: 'year_on_year', inputs, ...reached }, passed: now.gate === true };
}

/** Months in a row, ending now, above last year's same month; those below the gate do not count but are told. */
function rising(year: readonly Figures[], p: Parameters): { trigger: Trigger; passed: boolean } | undefined {
  const up = (f: Figures) => f.monthYearOnYear !== null && f.monthYearOnYear > 0;
  const gatedRun = runOf(year, (f) => up(f) && f.monthGate === true);
  const passed = gatedRun.length >= p.rising.note;
  const run = passed ? gatedRun : runOf(year, up);
  const reached = step(Math.min(run.length, p.rising.warning), atLeast, p.rising);
  if (!reached) return undefined;
  const shown = run.slice(-p.rising.warning);
  const inputs = Object.fromEntries(
    shown.flatMap((f) => [
      [`a${f.month}`, f.amount],
      [`l${f.month}`, f.monthLastYear ?? 0],
    ]),
  );
  return { trigger: { rule: 'rising', inputs, ...reached, value: run.length }, passed };
}

function runOf(year: readonly Figures[], holds: (f: Figures) => boolean): readonly Figures[] {
  const broken = year.findLastIndex((f) => !holds(f));
  return year.slice(broken + 1);
}

function spike({ amount, spikeLine }: Figures): Trigger | undefined {
  if (spikeLine === null || !above(amount, spikeLine)) return undefined;
  return { rule: 'spike', level: 1, inputs: { a: amount }, value: amount, threshold: spikeLine };
}

function quarterEnd({ amount, quarterShare: value }: Figures, p: Parameters): Trigger | undefined {
  if (value === null || !atLeast(value, p.quarterEnd)) return undefined;
  const inputs = { a: amount, q: Math.round(amount / value) };
  return { rule: 'quarter_end', level: 1, inputs, value, threshold: p.quarterEnd };
}

function forecast(now: Figures, p: Parameters): Trigger | undefined {
  const { forecast: F, cap: C } = now;
  if (now.month < p.forecastFromMonth || F === null || C === null || C === 0) return undefined;
  const reached = step(F / C, above, p.forecast);
  const inputs = { A: now.total, T: now.elapsed ?? 0, F, C };
  return reached && { rule: 'forecast', inputs, ...reached };
}

function unplanned({ total, unplannedShare: value }: Figures, p: Parameters): Trigger | undefined {
  if (value === null || !atLeast(value, p.unplanned)) return undefined;
  const inputs = { A: total, U: Math.round(value * total) };
  return { rule: 'unplanned', level: 2, inputs, value, threshold: p.unplanned };
}

/** A plan of 0 is no plan: what is counted then shows up as unplanned. */
function overPlan({ total, plan }: Figures): Trigger | undefined {
  if (!plan || total <= plan) return undefined;
  return { rule: 'over_plan', level: 3, inputs: { A: total, P: plan }, value: total, threshold: plan };
}

function overLastYear({ month, total, lastYearTotal }: Figures): Trigger | undefined {
  if (month === 12 || lastYearTotal === null || total <= lastYearTotal) return undefined;
  const inputs = { A: total, L12: lastYearTotal };
  return { rule: 'over_last_year', level: 3, inputs, value: total, threshold: lastYearTotal };
}
