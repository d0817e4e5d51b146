import { planRange } from '../../rules/formulas.ts';
import type { Indicator } from '../../rules/indicator.ts';

/** "A is so many percent of the plan", as somebody wrote it. */
export interface Stated {
  indicator: Indicator;
  total: number;
  /** As a fraction. */
  share: number;
  /** Decimals of the percentage as written. */
  digits: number;
}

export interface Contradiction extends Stated {
  plan: number;
  /** The whole numbers a plan would have to lie between. */
  from: number;
  to: number;
}

/** Statements that do not fit the plan on record (domain 4.1): whoever wrote them is asked to check. */
export function contradictions(
  stated: readonly Stated[],
  planOf: (indicator: Indicator) => number | null,
): Contradiction[] {
  return stated.flatMap((one) => {
    const plan = planOf(one.indicator);
    const range = planRange(one.total, one.share, 0.005 / 10 ** one.digits);
    const [from, to] = [Math.ceil(range.from), Math.floor(range.to)];
    return plan === null || (plan >= from && plan <= to) ? [] : [{ ...one, plan, from, to }];
  });
}
