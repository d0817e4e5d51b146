import { type Outcome, outcome } from '../../chat/outcome.ts';
import { indicatorNames, indicatorOf } from '../../counts/window.ts';
import { AppError } from '../../kernel/errors.ts';
import { isMonth, type Month } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import { decideNow } from '../decide-now.ts';
import type { Evidence } from '../evidence.ts';
import { findDeliveries } from '../repo-deliveries.ts';
import type { Held, Trigger } from '../rules/triggers.ts';
import { formulas } from '../words.ts';
import { explainWords as words } from '../words-explain.ts';

export interface Explanation {
  scope: string;
  indicator: string;
  month: Month;
  level: number;
  /** What the month's triggers alone come to; lower than `level` while an earlier level has not been calm enough. */
  reached: number;
  decision: 'send' | 'hold';
  reason: string;
  /** The reason in words. */
  text: string;
  ruleVersion: string;
  triggers: Explained[];
  held: (Explained & { reason: string })[];
  evidence: Evidence;
  /** What the monthly job decided at the time; null before it has. */
  decided: Logged | null;
  /** What became of the messages, e.g. `held` for `quiet_hours`; no names. */
  delivery: { state: string; reason: string; count: number }[];
}

export interface Logged {
  at: number;
  level: number;
  decision: string;
  reason: string;
  ruleVersion: string;
  evidence: Evidence;
}

export type Explained = Trigger & { formula: string };

/**
 * Why a unit, the city (`市`) or a county (`县区:…`) is or is not warned for a month: computed anew from the figures and
 * the log of the months before, exactly as the monthly job does, beside what that job decided at the time.
 * @throws AppError invalid, not_found, forbidden
 */
export async function explainWarning(
  ctx: Ctx,
  input: { scope: string; indicator: string; month: string },
): Promise<Outcome<Explanation>> {
  const { scope, month } = input;
  const indicator = indicatorOf(input.indicator);
  if (!indicator) throw new AppError('invalid', words.badIndicator);
  if (!isMonth(month)) throw new AppError('invalid', words.badMonth);
  const { decided, logged } = await decideNow(ctx, { scope, indicator, month });
  const { grade, decision, evidence, ruleVersion } = decided;
  return outcome({
    scope,
    indicator: indicatorNames[indicator],
    month,
    level: grade.level,
    reached: grade.reached,
    ...decision,
    text: words.reasons[decision.reason] ?? decision.reason,
    ruleVersion,
    triggers: grade.triggers.map(withFormula),
    held: grade.held.map(withFormula),
    evidence,
    decided: logged
      ? {
          at: logged.createdAt,
          level: logged.level,
          decision: logged.decision,
          reason: logged.reason,
          ruleVersion: logged.ruleVersion,
          evidence: logged.evidence,
        }
      : null,
    delivery: logged?.decision === 'send' ? await findDeliveries(ctx.db, { scope, indicator, month }) : [],
  });
}

function withFormula<T extends Trigger | Held>(trigger: T): T & { formula: string } {
  return { ...trigger, formula: formulas[trigger.rule] };
}
