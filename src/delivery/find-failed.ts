import { and, countDistinct, eq, gte, inArray, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { grant, outbox, unit } from '../../db/schema/index.ts';
import { grantsOf, hasRole } from '../people/scope.ts';
import type { Ctx } from '../store/context.ts';
import { inList } from '../store/statement.ts';

/** Longer ago nobody waits for it any more, and its card is erased after 30 days anyway. */
export const FAILED_FOR_MS = 7 * 86_400_000;

/**
 * Failed messages since `since` (ms UTC) that can still be sent and are of use: an administrator's are all, a
 * coordinator's those to people who hold a post in their level. What broke a rule of conduct stays where it is.
 */
export function failedSince(ctx: Ctx, since: number): SQL | undefined {
  return and(
    eq(outbox.state, 'failed'),
    gte(outbox.finishedAt, since),
    isNotNull(outbox.card),
    ne(outbox.reason, 'manners'),
    or(isNull(outbox.notAfter), gte(outbox.notAfter, ctx.now)),
    ownLevel(ctx),
  );
}

function ownLevel(ctx: Ctx): SQL | undefined {
  if (ctx.actor.kind !== 'person' || hasRole(ctx.actor, 'admin')) return undefined;
  const counties = grantsOf(ctx.actor)
    .filter(({ role }) => role === 'coordinator')
    .map(({ county }) => county);
  const people = ctx.db
    .select({ openId: grant.openId })
    .from(grant)
    .innerJoin(unit, eq(unit.code, grant.unit))
    .where(inList(unit.county, counties));
  return inArray(outbox.target, people);
}

/** Of subjects that begin so. */
export function isAbout(about: string): SQL {
  return sql`substr(${outbox.subject}, 1, ${about.length}) = ${about}`;
}

/** How many people and chats did not get something, for whom this actor may send it again; of one matter, when given. */
export async function countFailedRecipients(ctx: Ctx, about?: string): Promise<number> {
  const [row] = await ctx.db
    .select({ recipients: countDistinct(outbox.target) })
    .from(outbox)
    .where(
      and(
        failedSince(ctx, ctx.now - FAILED_FOR_MS),
        ne(outbox.kind, 'patch'),
        about === undefined ? undefined : isAbout(about),
      ),
    );
  return row?.recipients ?? 0;
}
