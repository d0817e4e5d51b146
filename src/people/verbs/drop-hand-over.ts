import { and, eq } from 'drizzle-orm';
import { handOver } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow, mustChange } from '../../store/statement.ts';
import { forgetPlan, type Post } from '../hand-over.ts';
import { requirePostPower } from '../post-power.ts';
import { findUnits } from '../repo.ts';
import { postWords as words } from '../words-posts.ts';

/** What was arranged for a day to come will not happen. @throws AppError forbidden, not_found */
export async function dropHandOver(ctx: Ctx, post: Post): Promise<Outcome<{ changed: boolean }>> {
  const { unit: code, role, openId } = post;
  const [unit] = await findUnits(ctx.db, [code]);
  if (!unit) throw new AppError('not_found', words.unknownUnit);
  requirePostPower(ctx, unit, role);
  const [planned] = await ctx.db
    .select({ successor: handOver.successor, from: handOver.fromDay })
    .from(handOver)
    .where(and(eq(handOver.unit, code), eq(handOver.role, role), eq(handOver.openId, openId)));
  if (!planned) return outcome({ changed: false });
  return outcome(
    { changed: true },
    {
      writes: [
        forgetPlan(ctx, post),
        mustChange(),
        auditRow(ctx, 'people.hand-over-drop', code, { role, before: planned }),
      ],
    },
  );
}
