import { count, eq, lt } from 'drizzle-orm';
import { visitDuty, visitRecord } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { dayOf } from '../../kernel/day.ts';
import { halfOf, yearOf } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import { insertRows } from '../../store/statement.ts';
import { findAssigned } from '../repo.ts';
import { halfBefore } from '../rules/due.ts';

/** Whether something was done is kept for two years (domain 6). */
const KEPT_YEARS = 2;

/**
 * Keeps whose each point was when the last half-year ended, so that what is overdue stays with that post, and forgets
 * what is older than two years. A half-year of which nothing was ever recorded was before our time and is not kept.
 */
export async function closeHalf(ctx: Ctx): Promise<Outcome<{ kept: number }>> {
  const today = dayOf(ctx.now);
  const half = halfBefore(halfOf(today));
  const oldest = halfOf(`${yearOf(today) - KEPT_YEARS}${today.slice(4)}`);
  const forget = [
    ctx.db.delete(visitRecord).where(lt(visitRecord.half, oldest)),
    ctx.db.delete(visitDuty).where(lt(visitDuty.half, oldest)),
  ];
  const [duties] = await ctx.db.select({ n: count() }).from(visitDuty).where(eq(visitDuty.half, half));
  const [records] = await ctx.db.select({ n: count() }).from(visitRecord).where(eq(visitRecord.half, half));
  if ((duties?.n ?? 0) > 0 || (records?.n ?? 0) === 0) return outcome({ kept: 0 }, { writes: forget });
  // With the rows of units that were merged: what they had done counts for their successors.
  const rows = (await findAssigned(ctx.db)).map(({ unit, group, inherited }) => ({
    half,
    unit,
    group,
    inherited,
  }));
  return outcome({ kept: rows.length }, { writes: [...insertRows(ctx.db, visitDuty, rows), ...forget] });
}
