import { type Allowance, allowance, type UnclearTable } from './allowance.ts';
import { plainly } from './amounts.ts';
import { type Ceiling, type CeilingReversed, ceiling } from './ceiling.ts';
import { type Change, change } from './change.ts';
import { type FromRecord, fromRecord } from './from-record.ts';
import { type HalfEnd, halfYearEnd } from './half-end.ts';
import { type Length, length } from './length.ts';
import { type OwnUnit, ownUnit } from './own-unit.ts';
import { type Pace, pace } from './pace.ts';
import { type ReportDay, reportDay } from './report-day.ts';
import { type Reverse, reverse } from './reverse.ts';
import type { Ask, Calculator, Field, Given, Inputs, Problem, Step } from './step.ts';
import { type Supplement, supplement } from './supplement.ts';
import { type Workdays, workdays } from './workdays.ts';
import { type YearsOfService, years } from './years.ts';

export type Calculation =
  | Allowance
  | UnclearTable
  | YearsOfService
  | Ceiling
  | CeilingReversed
  | Supplement
  | Workdays
  | Length
  | HalfEnd
  | ReportDay
  | Change
  | Reverse
  | Pace
  | FromRecord
  | OwnUnit;

export { FIELDS } from './step.ts';
export type { Ask, Field, Given, Inputs, Problem, Step };

/** In the order in which a sentence is offered to them: those whose words are rare come first. */
const CALCULATORS = {
  length,
  allowance,
  years,
  ceiling,
  supplement,
  workdays,
  half_end: halfYearEnd,
  report_day: reportDay,
  record: fromRecord,
  reverse,
  change,
  pace,
  own_unit: ownUnit,
} satisfies Record<string, Calculator<Calculation>>;

export type CalculatorName = keyof typeof CALCULATORS;

export const CALCULATOR_NAMES = Object.keys(CALCULATORS) as [CalculatorName, ...CalculatorName[]];

/** Which calculation, and what is known of its values. */
export interface CalculationRequest {
  calculator: CalculatorName;
  inputs: Inputs;
}

/** No question that somebody types on a phone is longer. */
const LONGEST = 600;

/** The calculation that a question asks for; undefined when it asks for none. */
export function readRequest(text: string): CalculationRequest | undefined {
  const said = plainly(text).slice(0, LONGEST);
  // What is longer is a document; only its length can be asked for.
  const offered: readonly CalculatorName[] = text.length > LONGEST ? ['length'] : CALCULATOR_NAMES;
  for (const calculator of offered) {
    const inputs = CALCULATORS[calculator].read(said, text);
    if (inputs) return { calculator, inputs };
  }
  return undefined;
}

/** A calculation whose values stand in several parts of a message: told apart, they would be lost to each other. */
export function isOneCalculation(text: string, parts: readonly string[]): boolean {
  const whole = readRequest(text);
  if (whole?.inputs['counted']) return true;
  const alone = parts.flatMap((part) => readRequest(part) ?? []);
  const [only] = alone;
  if (!whole || alone.length > 1) return false;
  return !only || valuesIn(only) < valuesIn(whole);
}

function valuesIn({ inputs }: CalculationRequest): number {
  return Object.keys(inputs).length;
}

export function compute({ calculator, inputs }: CalculationRequest, given: Given): Step<Calculation> {
  return CALCULATORS[calculator].compute(inputs, given);
}
