import { and, eq, gte, lte, ne, sql } from 'drizzle-orm';
import { filing } from '../../../db/schema/index.ts';
import { yearOf } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import type { Statement } from '../../store/db.ts';
import { inList, mustHold } from '../../store/statement.ts';
import type { Places } from '../places.ts';
import { findComprehensive, findPlanned, findPlans } from '../repo.ts';
import { secondComprehensive } from '../rules/second-comprehensive.ts';
import type { FilingFields } from './fields.ts';
import { keepProblems as problems } from './words.ts';

export interface Judgement {
  /** Hard checks that it fails: it cannot be saved. */
  problems: string[];
  /** Beyond the plan, or ticked as such: takes effect when the offices agree. */
  pending: boolean;
  /** The plan and its place in it, where it is beyond. */
  beyond: { year: number; plan: number; count: number } | undefined;
  /** Hold at the commit what was found here: of two at once the second is judged again. */
  guards: Statement[];
}

/** The hard checks of domain 5 and BR-27, against everything that stands or waits. */
export async function judge(ctx: Ctx, places: Places, fields: FilingFields): Promise<Judgement> {
  const year = yearOf(fields.startDay);
  const found: string[] = [];
  const guards: Statement[] = [];
  if (fields.kind === 'single' && !fields.approval) found.push(problems.needsApproval);
  if (fields.kind === 'comprehensive') {
    const others = await findComprehensive(ctx.db, year, fields.number);
    found.push(...secondProblems(places, fields, others));
    guards.push(
      mustHold(
        sql`(select count(*) from ${filing} where ${comprehensive(year, fields.number)}) = ${others.length}`,
      ),
    );
  }
  const plan = fields.kind === 'veto' ? undefined : await planOf(ctx, places, fields, year);
  if (plan) guards.push(plan.guard);
  const isBeyond = plan?.amount !== undefined && plan.count > plan.amount;
  return {
    problems: found,
    pending: fields.kind !== 'veto' && (fields.unplanned || isBeyond),
    beyond:
      isBeyond && plan.amount !== undefined ? { year, plan: plan.amount, count: plan.count } : undefined,
    guards,
  };
}

const standing = inList(filing.state, ['filed', 'pending']);

function inYear(year: number) {
  return and(gte(filing.startDay, `${year}-01-01`), lte(filing.startDay, `${year}-12-31`), standing);
}

function comprehensive(year: number, without: string) {
  return and(eq(filing.kind, 'comprehensive'), ne(filing.number, without), inYear(year));
}

function secondProblems(
  places: Places,
  { number, targets, startDay }: FilingFields,
  others: readonly { number: string; targets: string[] }[],
): string[] {
  const year = yearOf(startDay);
  const assessment = (one: { number: string; targets: string[] }) => ({
    number: one.number,
    year,
    targets: places.successions.all(one.targets),
  });
  const townships = new Set(places.townships.map(({ code }) => code));
  const second = secondComprehensive([...others.map(assessment), assessment({ number, targets })], townships);
  const mine = Map.groupBy(
    second.filter((one) => one.number === number),
    ({ other }) => other,
  );
  return [...mine].map(([other, rows]) =>
    problems.second(
      rows.map(({ township }) => places.name(township)),
      year,
      other,
    ),
  );
}

/** A merged organiser has the plans of all it was made of, and their filings count towards them. */
async function planOf(ctx: Ctx, places: Places, { organiser, number }: FilingFields, year: number) {
  const { now, formerly } = places.successions;
  const organisers = [...new Set(now(organiser).flatMap(formerly))];
  const plans = await findPlans(ctx.db, organisers, year);
  const others = await findPlanned(ctx.db, organisers, year, number);
  const guard = mustHold(
    sql`(select count(*) from ${filing} where ${and(inList(filing.organiser, organisers), ne(filing.kind, 'veto'), ne(filing.number, number), inYear(year))}) = ${others.length}`,
  );
  // Without an entered plan nothing can be beyond it (domain 4: no plan, no figure).
  const amount = plans.size > 0 ? [...plans.values()].reduce((sum, one) => sum + one, 0) : undefined;
  return { amount, count: others.length + 1, guard };
}
