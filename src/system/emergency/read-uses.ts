import { and, desc, eq, gte } from 'drizzle-orm';
import { audit } from '../../../db/schema/index.ts';
import type { Emergency } from '../../delivery/emergency.ts';
import { dayOf, instantAt } from '../../kernel/day.ts';
import { addMonths, firstDay, monthOf } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';

/** What was opened in this month and the eleven before it, newest first; what was ended early counts as well. */
export async function readUses(ctx: Ctx): Promise<Emergency[]> {
  const since = firstDay(addMonths(monthOf(dayOf(ctx.now)), -11));
  const rows = await ctx.db
    .select({ data: audit.data })
    .from(audit)
    .where(and(gte(audit.at, instantAt(since, '00:00')), eq(audit.action, 'system.emergency')))
    .orderBy(desc(audit.at));
  return rows.map(({ data }) => data as unknown as Emergency);
}
