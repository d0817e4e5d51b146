import { type Report } from '../../../counts/read-report.ts';
import { findLastCountedMonth } from '../../../counts/repo-sums.ts';
import { type ReportKind, showReport } from '../../../counts/verbs/show-report.ts';
import { levelName } from '../../../counts/words-report.ts';
import { dayOf } from '../../../kernel/day.ts';
import {
  addMonths,
  isHalf,
  isMonth,
  isQuarter,
  monthOf,
  monthsThrough,
  quarterOf,
  yearOf,
} from '../../../kernel/period.ts';
import type { Ctx } from '../../../store/context.ts';
import { type RouteName, requireReach } from '../../guard.ts';
import { CITY, countyAt } from './level.tsx';

/** Months that the search for figures goes back: longer ago is history, which one asks for by name. */
const BACK = 24;

/** A level's report of a period; of the newest month with figures unless another is asked for. Undefined without any. */
export async function readFigures(
  ctx: Ctx,
  county: string,
  period: string,
  route: Extract<RouteName, 'countsFigures' | 'countsFiguresExport'> = 'countsFigures',
): Promise<Report | undefined> {
  countyAt(requireReach(ctx, route), county || CITY);
  const now = monthOf(dayOf(ctx.now));
  const wanted = period || (await findLastCountedMonth(ctx.db, county, addMonths(now, -BACK), now));
  if (!wanted) return undefined;
  return (await showReport(ctx, { kind: kindOf(wanted), period: wanted, level: levelName(county) })).result;
}

function kindOf(period: string): ReportKind {
  if (isMonth(period)) return 'month';
  if (isQuarter(period)) return 'quarter';
  return isHalf(period) ? 'half' : 'year';
}

/** Periods to choose from: this year's months so far, its quarters and halves, and last year as a whole. */
export function periodsOf({ asOf, period }: Pick<Report, 'asOf' | 'period'>): string[] {
  const year = yearOf(asOf);
  const months = monthsThrough(asOf).toReversed();
  const quarters = [...new Set(months.map(quarterOf))];
  const halves = monthsThrough(asOf).length > 6 ? [`${year}-H2`, `${year}-H1`] : [`${year}-H1`];
  return [...new Set([...months, ...quarters, ...halves, String(year), String(year - 1), period])];
}
