import { and, eq, ne } from 'drizzle-orm';
import { grant } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow, mustChange } from '../../store/statement.ts';
import { forgetPlan, type Post } from '../hand-over.ts';
import { requirePostPower } from '../post-power.ts';
import { findUnits } from '../repo.ts';
import { postWords as words } from '../words-posts.ts';

/**
 * The post ends and nobody takes it over. A unit's last liaison goes only when that is meant.
 * @throws AppError forbidden, not_found, invalid
 */
export async function endPost(
  ctx: Ctx,
  { post, sure }: { post: Post; sure: boolean },
): Promise<Outcome<{ changed: boolean }>> {
  const { unit: code, role, openId } = post;
  const [unit] = await findUnits(ctx.db, [code]);
  if (!unit) throw new AppError('not_found', words.unknownUnit);
  requirePostPower(ctx, unit, role);
  const own = and(eq(grant.unit, code), eq(grant.role, role), eq(grant.openId, openId));
  const held = await ctx.db.select({ unit: grant.unit }).from(grant).where(own);
  if (held.length === 0) return outcome({ changed: false });
  if (role === 'liaison' && !sure) {
    const others = await ctx.db
      .select({ openId: grant.openId })
      .from(grant)
      .where(and(eq(grant.unit, code), eq(grant.role, role), ne(grant.openId, openId)))
      .limit(1);
    if (others.length === 0)
      throw new AppError('invalid', words.lastLiaison, {
        problems: [{ field: 'sure', text: words.lastLiaison }],
      });
  }
  return outcome(
    { changed: true },
    {
      writes: [
        ctx.db.delete(grant).where(own),
        mustChange(),
        forgetPlan(ctx, post),
        auditRow(ctx, 'people.post-end', code, { role, before: openId }),
      ],
    },
  );
}
