import { and, eq } from 'drizzle-orm';
import { person } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow, mustChange } from '../../store/statement.ts';

/**
 * The platform says that somebody left, was frozen, or is back. Posts stay: they belong to the unit. `at` is when it
 * happened, ms UTC; what is older than the newest word changes nothing.
 */
export async function markGone(
  ctx: Ctx,
  { openId, gone, at = ctx.now }: { openId: string; gone: boolean; at?: number },
): Promise<Outcome<{ changed: boolean }>> {
  const [row] = await ctx.db
    .select({ gone: person.gone, stateAt: person.stateAt })
    .from(person)
    .where(eq(person.openId, openId));
  if (!row || row.stateAt > at) return outcome({ changed: false });
  const changed = row.gone !== gone;
  return outcome(
    { changed },
    {
      writes: [
        ctx.db
          .update(person)
          .set({ gone, stateAt: at })
          .where(and(eq(person.openId, openId), eq(person.gone, row.gone), eq(person.stateAt, row.stateAt))),
        mustChange(),
        ...(changed ? [auditRow(ctx, gone ? 'people.gone' : 'people.back', `person:${openId}`)] : []),
      ],
    },
  );
}
