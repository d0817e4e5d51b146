import { type Outcome, outcome } from '../../chat/outcome.ts';
import { AppError } from '../../kernel/errors.ts';
import { isHalf, isMonth, isQuarter, monthsOf } from '../../kernel/period.ts';
import { coordinates } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { countyOf } from '../lexicon.ts';
import { type Report, readReport } from '../read-report.ts';
import { findCounties } from '../repo.ts';
import { findLastCountedMonth } from '../repo-sums.ts';
import { reportWords as words } from '../words-report.ts';

export type ReportKind = 'month' | 'quarter' | 'half' | 'year';

const READS: Record<ReportKind, (period: string) => boolean> = {
  month: isMonth,
  quarter: isQuarter,
  half: isHalf,
  year: (period) => /^\d{4}$/.test(period),
};

/**
 * The statistics of a period at one level (`市`, or `县区:` and a name), with every figure of domain 4. A period that is
 * still running is told as of its newest month with figures.
 * @throws AppError invalid, forbidden
 */
export async function showReport(
  ctx: Ctx,
  input: { kind: ReportKind; period: string; level?: string },
): Promise<Outcome<Report>> {
  const { kind, period, level = words.level('') } = input;
  if (!READS[kind](period)) throw new AppError('invalid', words.badPeriod(period));
  const county = countyOf(level);
  const known = county === '' || (await findCounties(ctx.db)).some((name) => name === county);
  if (county === undefined || !known) throw new AppError('invalid', words.badLevel(level));
  if (!coordinates(ctx.actor, county)) throw new AppError('forbidden', words.forbidden);
  const months = monthsOf(period);
  const first = months[0] ?? period;
  const last = months.at(-1) ?? period;
  const asOf = (await findLastCountedMonth(ctx.db, county, first, last)) ?? last;
  return outcome(await readReport(ctx, { period, county, from: first, asOf, detail: 'units' }));
}
