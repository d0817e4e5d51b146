import { and, desc, eq, sql } from 'drizzle-orm';
import { person, planRevision } from '../../../../db/schema/index.ts';
import { readReport } from '../../../counts/read-report.ts';
import type { UnitLine } from '../../../counts/read-unit-lines.ts';
import { findLastCountedMonth } from '../../../counts/repo-sums.ts';
import { INDICATORS, type Indicator } from '../../../counts/rules/indicator.ts';
import { dayOf } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Month, monthFrom, monthOf, yearOf } from '../../../kernel/period.ts';
import { findUnits, type UnitRow } from '../../../people/repo.ts';
import type { Ctx } from '../../../store/context.ts';
import { type RouteName, requireReach } from '../../guard.ts';
import { isActor } from '../../levels.ts';
import { errorWords } from '../../words.ts';
import { CITY, countyAt } from './level.tsx';

export interface Plans {
  year: number;
  indicator: Indicator;
  /** Up to which execution is told. */
  asOf: Month;
  /** In the fixed order of the units. */
  lines: UnitLine[];
}

/** Plans of a level's units that report or have figures, with how far they have been carried out. */
export async function readPlans(
  ctx: Ctx,
  { county, year, indicator }: { county: string; year: number; indicator: Indicator },
  route: Extract<RouteName, 'plans' | 'plansExport'> = 'plans',
): Promise<Plans> {
  countyAt(requireReach(ctx, route), county || CITY);
  const from = monthFrom(year, 1);
  const counted = await findLastCountedMonth(ctx.db, county, from, monthFrom(year, 12));
  const now = monthOf(dayOf(ctx.now));
  const asOf = counted ?? (yearOf(now) === year ? now : monthFrom(year, 12));
  const report = await readReport(ctx, { period: String(year), county, from, asOf });
  const found = report.indicators.find((one) => one.indicator === indicator);
  return { year, indicator, asOf, lines: found?.units ?? [] };
}

export interface PlanHistory {
  unit: UnitRow;
  year: number;
  indicator: Indicator;
  /** Newest first; the last one is the plan as first entered. */
  revisions: { revision: number; amount: number; basis: string; at: number; name: string }[];
}

/** @throws AppError not_found for what is none of the reader's, or is no plan at all */
export async function readPlanHistory(
  ctx: Ctx,
  params: Readonly<Record<string, string>>,
): Promise<PlanHistory> {
  const reach = requireReach(ctx, 'plan');
  const year = Number(params['year']);
  const indicator = INDICATORS.find((one) => one === params['indicator']);
  const [unit] = await findUnits(ctx.db, [params['unit'] ?? '']);
  if (!unit || !indicator || !/^20\d{2}$/.test(String(year)))
    throw new AppError('not_found', errorWords.missingPage);
  countyAt(reach, unit.county || CITY);
  const p = planRevision;
  const revisions = await ctx.db
    .select({
      revision: p.revision,
      amount: p.amount,
      basis: p.basis,
      at: p.createdAt,
      name: sql<string>`coalesce(${person.name}, '')`,
    })
    .from(p)
    .leftJoin(person, isActor(p.author))
    .where(and(eq(p.year, year), eq(p.unit, unit.code), eq(p.indicator, indicator)))
    .orderBy(desc(p.revision));
  return { unit, year, indicator, revisions };
}

export function yearIn(ctx: Ctx, query: URLSearchParams): number {
  const wanted = query.get('year') ?? '';
  return /^20\d{2}$/.test(wanted) ? Number(wanted) : yearOf(dayOf(ctx.now));
}

export function indicatorIn(query: URLSearchParams): Indicator {
  return INDICATORS.find((one) => one === query.get('indicator')) ?? 'document';
}
