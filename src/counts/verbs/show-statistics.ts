import type { Card } from '../../chat/card.ts';
import { textCard } from '../../chat/cards.ts';
import type { Outcome } from '../../chat/outcome.ts';
import { dayOf } from '../../kernel/day.ts';
import { AppError } from '../../kernel/errors.ts';
import { addMonths, isMonth, type Month, monthOf } from '../../kernel/period.ts';
import { findUnits } from '../../people/repo.ts';
import { grantsOf, requireRole } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { answerWith } from '../answer-with.ts';
import { countiesCard, reportCard, unitCard } from '../cards-report.ts';
import { readPeriod } from '../lexicon-period.ts';
import { readCounties } from '../read-counties.ts';
import { readReport } from '../read-report.ts';
import { readUnitReport } from '../read-unit-report.ts';
import { findLastCountedMonth } from '../repo-sums.ts';
import { statisticsWords as words } from '../words-report.ts';

/**
 * The figures of a month as the asker may see them: each level that they coordinate, and each unit that they report
 * for; nobody sees another unit's. Without a month, the newest that has figures.
 * @throws AppError forbidden, invalid
 */
export async function showStatistics(
  ctx: Ctx,
  input: { eventId: string; period?: string },
): Promise<Outcome<Card>> {
  requireRole(ctx.actor, 'coordinator', 'liaison');
  const today = monthOf(dayOf(ctx.now));
  const asked = input.period === undefined ? undefined : readPeriod(input.period, today);
  if (input.period !== undefined && (asked === undefined || !isMonth(asked)))
    throw new AppError('invalid', words.badMonth);
  const grants = grantsOf(ctx.actor);
  const counties = grants.filter(({ role }) => role === 'coordinator').map(({ county }) => county);
  const codes = grants.filter(({ role }) => role === 'liaison').map(({ unit }) => unit);
  const units = codes.length === 0 ? [] : await findUnits(ctx.db, [...new Set(codes)]);
  const newest = async (county: string): Promise<Month> =>
    asked ?? (await findLastCountedMonth(ctx.db, county, addMonths(today, -12), today)) ?? today;
  const levels = [...new Set(counties)].sort().map(async (county) => {
    const month = await newest(county);
    return reportCard(
      await readReport(ctx, { period: month, county, from: month, asOf: month, detail: 'sums' }),
    );
  });
  const own = units.map(async (unit) => {
    const report = await readUnitReport(ctx, unit, await newest(unit.county));
    return report.indicators.length === 0 ? [] : [unitCard(report)];
  });
  const overview = counties.includes('') ? await overviewOf(ctx, await newest('')) : [];
  const [first = textCard(words.title, words.nothing), ...others] = [
    ...(await Promise.all(levels)),
    ...overview,
    ...(await Promise.all(own)).flat(),
  ];
  return answerWith(ctx, [first, ...others], `counts.statistics@${input.eventId}`);
}

/** What the counties counted, for the city; nothing while none has figures. */
async function overviewOf(ctx: Ctx, month: Month): Promise<Card[]> {
  const sums = await readCounties(ctx.db, month);
  return sums.length === 0 ? [] : [countiesCard(month, sums)];
}
