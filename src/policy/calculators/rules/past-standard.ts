import { type Day, isDay } from '../../../kernel/day.ts';
import { RULE_ITSELF, THAT_TIME } from '../../rules/lexicon-time.ts';
import type { Moment } from '../../rules/validity.ts';
import type { CalculationRequest, CalculatorName } from './index.ts';
import type { Inputs } from './step.ts';

/** The standard of some time before, with which a calculation is asked for. */
export interface PastStandard {
  said: string;
  /** The last day of that time; undefined where only "before" was said. */
  day: Day | undefined;
}

/** The day from which on the rule is the present one: 【规】 of 2024-08-06 (FW-07), the report of 2022 (CW-02, CW-03). */
const RULE_SINCE: Partial<Record<CalculatorName, Day>> = {
  length: '2024-08-06',
  ceiling: '2022-12-31',
  supplement: '2022-12-31',
};

/** Those that rest on local standards, unless the values were given. */
const LOCAL: readonly CalculatorName[] = ['allowance', 'years', 'workdays'];

/** For the inputs: the time whose standard a question wants, not one that only stands in its story. */
export function pastInputs(text: string, moment: Moment | undefined): Inputs {
  if (!moment || !(RULE_ITSELF.test(text) || THAT_TIME.test(text))) return {};
  return { asOf: moment.kind === 'then' ? moment.until : 'earlier', asOfSaid: moment.said };
}

/** What of it matters to this calculation; undefined when it is computed the same way then and now. */
export function pastStandard({ calculator, inputs }: CalculationRequest): PastStandard | undefined {
  const { asOf, asOfSaid: said } = inputs;
  if (!asOf || !said) return undefined;
  const day = isDay(asOf) ? asOf : undefined;
  const since = RULE_SINCE[calculator];
  if (since) return day !== undefined && day >= since ? undefined : { said, day };
  const given = Boolean(inputs['table'] ?? inputs['example'] ?? inputs['days']);
  return LOCAL.includes(calculator) && !given ? { said, day } : undefined;
}
