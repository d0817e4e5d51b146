import { lte, sql } from 'drizzle-orm';
import { groupChat } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';

type GroupState = (typeof groupChat.$inferSelect)['state'];

/**
 * The bot came into a group, was taken out, the group was closed, or somebody asked for silence there (BR-18). `at` is
 * when the state changed, ms UTC; what is older than the newest word changes nothing.
 */
export async function setGroupState(
  ctx: Ctx,
  {
    chatId,
    state,
    silent,
    at = ctx.now,
  }: { chatId: string; state?: GroupState; silent?: boolean; at?: number },
): Promise<Outcome> {
  // A group that invites the bot again starts afresh.
  const change = {
    ...(state && { state, stateAt: at }),
    ...(state === 'active' && { silent: false }),
    ...(silent !== undefined && { silent }),
  };
  if (Object.keys(change).length === 0) return outcome(undefined);
  return outcome(undefined, {
    writes: [
      ctx.db
        .insert(groupChat)
        .values({ chatId, ...change })
        .onConflictDoUpdate({
          target: groupChat.chatId,
          set: change,
          setWhere: state ? lte(groupChat.stateAt, at) : sql`true`,
        }),
    ],
  });
}
