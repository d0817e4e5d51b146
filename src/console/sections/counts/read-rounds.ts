import { desc } from 'drizzle-orm';
import { round } from '../../../../db/schema/index.ts';
import { findReporting, findRound } from '../../../counts/repo.ts';
import { NOBODY, readCompleteness } from '../../../counts/repo-completeness.ts';
import { deadlineOf } from '../../../counts/rules/deadline.ts';
import { readUnitMonths, type UnitMonth } from '../../../counts/unit-month.ts';
import { countFailedRecipients } from '../../../delivery/find-failed.ts';
import { AppError } from '../../../kernel/errors.ts';
import { isMonth, type Month } from '../../../kernel/period.ts';
import type { Ctx } from '../../../store/context.ts';
import { type RouteName, requireReach } from '../../guard.ts';
import { errorWords } from '../../words.ts';
import { CITY, countyAt } from './level.tsx';

export interface RoundLine {
  month: Month;
  /** Ms UTC; undefined while the calendar lacks the year. */
  deadline: number | undefined;
  open: boolean;
  due: number;
  missing: number;
  /** Of these, the ones without registered figures: somebody has to ask them. */
  silent: number;
}

/** Months that were collected, newest first. */
export async function findRounds(
  ctx: Ctx,
  county: string,
  { limit, offset }: { limit: number; offset: number },
  route: Extract<RouteName, 'counts' | 'countsExport'> = 'counts',
): Promise<RoundLine[]> {
  countyAt(requireReach(ctx, route), county || CITY);
  const rows = await ctx.db
    .select()
    .from(round)
    .orderBy(desc(round.month))
    .limit(limit + 1)
    .offset(offset);
  const months = rows.map(({ month }) => month);
  const found = await readCompleteness(ctx.db, county, months);
  return rows.map(({ month, closedAt }) => {
    const { due, missing, unregistered } = found.get(month) ?? NOBODY;
    return {
      month,
      deadline: deadlineOf(ctx.calendar, month),
      open: closedAt === null,
      due,
      missing: missing.length,
      silent: unregistered.length,
    };
  });
}

export interface RoundState extends RoundLine {
  county: string;
  /** In the fixed order of the units. */
  views: UnitMonth[];
  /** Units that are missing, by code; `true` when nothing is registered either. */
  absent: ReadonlyMap<string, boolean>;
  /** People to whom something of this month did not get through. */
  failed: number;
}

/** @throws AppError not_found where nothing was collected or the level is none of the reader's */
export async function readRound(
  ctx: Ctx,
  params: Readonly<Record<string, string>>,
  route: Extract<RouteName, 'round' | 'roundExport'> = 'round',
): Promise<RoundState> {
  const county = countyAt(requireReach(ctx, route), params['level']);
  const { month = '' } = params;
  const known = isMonth(month) ? await findRound(ctx.db, month) : undefined;
  if (!known) throw new AppError('not_found', errorWords.missingPage);
  const listed = (await findReporting(ctx.db, month, undefined, 'standing')).filter(
    (row) => row.county === county,
  );
  const units = [...new Set(listed.map(({ code }) => code))];
  const views = await readUnitMonths(ctx, month, units);
  const { due, missing, unregistered } =
    (await readCompleteness(ctx.db, county, [month])).get(month) ?? NOBODY;
  const silent = new Set(unregistered.map(({ code }) => code));
  return {
    month,
    county,
    deadline: deadlineOf(ctx.calendar, month),
    open: known.closedAt === null,
    due,
    missing: missing.length,
    silent: silent.size,
    views,
    absent: new Map(missing.map(({ code }) => [code, silent.has(code)])),
    failed: await countFailedRecipients(ctx, aboutMonth(month)),
  };
}

/** Subjects of a month's cards and nudges begin so. */
export function aboutMonth(month: Month): string {
  return `counts:${month}:`;
}

export function roundParams({ county, month }: { county: string; month: Month }) {
  return { level: county || CITY, month };
}
