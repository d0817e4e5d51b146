import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { countyOf } from '../../lexicon.ts';
import { findCounties } from '../../repo.ts';
import { type Office, openOffice } from '../office.ts';
import { pageWords as words } from '../words-page.ts';

/**
 * A level's reconciliation of a year, as the command line asks for it: `市`, or `县区:` and a name.
 * @throws AppError invalid, forbidden
 */
export async function showLevel(ctx: Ctx, input: { year: string; level: string }): Promise<Outcome<Office>> {
  if (!/^20\d{2}$/.test(input.year)) throw new AppError('invalid', words.badYear(input.year));
  const county = countyOf(input.level);
  const known = county === '' || (await findCounties(ctx.db)).some((name) => name === county);
  if (county === undefined || !known) throw new AppError('invalid', words.badLevel(input.level));
  return outcome(await openOffice(ctx, Number(input.year), county));
}
