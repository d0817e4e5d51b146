import { type Outcome, outcome } from '../../chat/outcome.ts';
import { countyOf, type Grounds, indicatorNames, indicatorOf, readGrounds } from '../../counts/window.ts';
import { AppError } from '../../kernel/errors.ts';
import { isMonth, type Month } from '../../kernel/period.ts';
import { findUnits } from '../../people/repo.ts';
import { actsFor, coordinates } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { assess } from '../assess.ts';
import { findLastLevels, noticeKey } from '../repo.ts';
import type { Held, Trigger } from '../rules/triggers.ts';
import { formulas, explainWords as words } from '../words.ts';

export interface Explanation {
  scope: string;
  indicator: string;
  month: Month;
  level: number;
  decision: 'send' | 'hold';
  reason: string;
  /** The reason in words. */
  text: string;
  triggers: Explained[];
  held: (Explained & { reason: string })[];
}

export type Explained = Trigger & { formula: string };

/**
 * Why a unit, the city (`市`) or a county (`县区:…`) is or is not warned for a month: computed anew from the figures and
 * the log of the months before, exactly as the monthly job does.
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
  const { grounds, unit } = await groundsOf(ctx, scope, month);
  const members = grounds.units.filter((one) => one.indicator === indicator);
  if (members.length === 0) throw new AppError('not_found', words.notListed);
  const last = (await findLastLevels(ctx.db, [scope], month)).get(noticeKey(scope, indicator));
  const { decision, reason, grade } = assess(grounds, members, unit, last);
  return outcome({
    scope,
    indicator: indicatorNames[indicator],
    month,
    level: grade.level,
    decision,
    reason,
    text: words.reasons[reason] ?? reason,
    triggers: grade.triggers.map(withFormula),
    held: grade.held.map(withFormula),
  });
}

async function groundsOf(
  ctx: Ctx,
  scope: string,
  month: Month,
): Promise<{ grounds: Grounds; unit: string | undefined }> {
  const county = countyOf(scope);
  if (county !== undefined) {
    if (!coordinates(ctx.actor, county)) throw new AppError('forbidden', words.forbidden);
    return { grounds: await readGrounds(ctx, county, month), unit: undefined };
  }
  const [unit] = await findUnits(ctx.db, [scope]);
  if (!unit) throw new AppError('not_found', words.badScope(scope));
  if (!coordinates(ctx.actor, unit.county) && !actsFor(ctx.actor, 'liaison', unit.code))
    throw new AppError('forbidden', words.forbidden);
  return { grounds: await readGrounds(ctx, unit.county, month, [unit.code]), unit: unit.code };
}

function withFormula<T extends Trigger | Held>(trigger: T): T & { formula: string } {
  return { ...trigger, formula: formulas[trigger.rule] };
}
