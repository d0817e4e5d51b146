import { eq, lte } from 'drizzle-orm';
import { grant, handOver, person, unit } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { dayOf } from '../../kernel/day.ts';
import type { Ctx } from '../../store/context.ts';
import { forgetPlan, handOverMessage, handOverWrites } from '../hand-over.ts';

/** Posts a step; a change of office moves a handful. */
const BATCH = 50;

/** Every morning: posts whose day has come change hands; what has lost its ground meanwhile is forgotten. */
export async function runHandOvers(ctx: Ctx): Promise<Outcome<{ next: string | undefined }>> {
  const today = dayOf(ctx.now);
  const due = await ctx.db
    .select({
      unit: handOver.unit,
      role: handOver.role,
      openId: handOver.openId,
      successor: handOver.successor,
      unitName: unit.name,
    })
    .from(handOver)
    .leftJoin(unit, eq(unit.code, handOver.unit))
    .where(lte(handOver.fromDay, today))
    .orderBy(handOver.unit, handOver.role, handOver.openId)
    .limit(BATCH);
  if (due.length === 0) return outcome({ next: undefined });
  const posts = await ctx.db.select().from(grant);
  const people = new Map((await ctx.db.select().from(person)).map((one) => [one.openId, one]));
  const decided = due.map((post) => {
    const holds = posts.some(
      (one) => one.unit === post.unit && one.role === post.role && one.openId === post.openId,
    );
    const there = people.get(post.successor);
    return { post, stands: holds && there !== undefined && !there.gone };
  });
  return outcome(
    { next: due.length === BATCH ? today : undefined },
    {
      writes: decided.flatMap(({ post, stands }) =>
        stands ? handOverWrites(ctx, post, post.successor) : [forgetPlan(ctx, post)],
      ),
      messages: decided
        .filter(({ stands }) => stands)
        .map(({ post }) =>
          handOverMessage({
            post,
            unitName: post.unitName ?? '',
            before: people.get(post.openId)?.name ?? '',
            successor: post.successor,
            day: today,
          }),
        ),
    },
  );
}
