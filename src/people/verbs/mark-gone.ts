import { and, eq } from 'drizzle-orm';
import { person } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow, mustChange } from '../../store/statement.ts';

/** The platform says that somebody left, was frozen, or is back. Posts stay: they belong to the unit. */
export async function markGone(
  ctx: Ctx,
  { openId, gone }: { openId: string; gone: boolean },
): Promise<Outcome<{ changed: boolean }>> {
  const [row] = await ctx.db.select({ gone: person.gone }).from(person).where(eq(person.openId, openId));
  if (!row || row.gone === gone) return outcome({ changed: false });
  return outcome(
    { changed: true },
    {
      writes: [
        ctx.db
          .update(person)
          .set({ gone })
          .where(and(eq(person.openId, openId), eq(person.gone, !gone))),
        mustChange(),
        auditRow(ctx, gone ? 'people.gone' : 'people.back', `person:${openId}`),
      ],
    },
  );
}
