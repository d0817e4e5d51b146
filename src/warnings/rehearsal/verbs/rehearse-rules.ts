import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { findCounties, readGrounds } from '../../../counts/window.ts';
import { dayOf } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { addMonths, type Month, monthFrom, monthOf } from '../../../kernel/period.ts';
import { coordinates } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { type Rules, readRules } from '../../read-rules.ts';
import { type Lead, type RehearsedMonth, rehearse } from '../rehearse.ts';
import { rehearsalWords as words } from '../words.ts';

export interface Rehearsal {
  county: string;
  year: number;
  /** Version rehearsed; empty when each month was replayed under the rules then in force. */
  version: string;
  /** The last month replayed. */
  through: Month;
  months: RehearsedMonth[];
  leads: Lead[];
}

/**
 * What would have fired in a year, under one version of the rules (also one that is not in force yet) or under those
 * that were in force. Nothing is stored or sent.
 * @throws AppError invalid, not_found, forbidden
 */
export async function rehearseRules(
  ctx: Ctx,
  { county, year, version = '' }: { county: string; year: number; version?: string },
): Promise<Outcome<Rehearsal>> {
  if (!coordinates(ctx.actor, county)) throw new AppError('forbidden', words.forbidden);
  if (county !== '' && !(await findCounties(ctx.db)).includes(county))
    throw new AppError('not_found', words.noLevel(county));
  const last = addMonths(monthOf(dayOf(ctx.now)), -1);
  const december = monthFrom(year, 12);
  const through = december < last ? december : last;
  if (through < monthFrom(year, 1)) throw new AppError('invalid', words.notYet(year));
  const grounds = await readGrounds(ctx, county, through);
  const rules = chosen(await readRules(ctx.db), version);
  return outcome({ county, year, version, through, ...rehearse(grounds, rules) });
}

function chosen(rules: Rules, version: string): Rules {
  if (version === '') return rules;
  const parameters = rules.named(version);
  if (!parameters)
    throw new AppError(
      'not_found',
      words.noVersion(
        version,
        rules.versions.map((one) => one.version),
      ),
    );
  return { ...rules, inForce: () => parameters };
}
