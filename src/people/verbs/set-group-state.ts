import { groupChat } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';

type GroupState = (typeof groupChat.$inferSelect)['state'];

/** The bot came into a group, was taken out, the group was closed, or somebody asked for silence there (BR-18). */
export async function setGroupState(
  ctx: Ctx,
  { chatId, state, silent }: { chatId: string; state?: GroupState; silent?: boolean },
): Promise<Outcome> {
  // A group that invites the bot again starts afresh.
  const change = {
    ...(state && { state }),
    ...(state === 'active' && { silent: false }),
    ...(silent !== undefined && { silent }),
  };
  if (Object.keys(change).length === 0) return outcome(undefined);
  return outcome(undefined, {
    writes: [
      ctx.db
        .insert(groupChat)
        .values({ chatId, ...change })
        .onConflictDoUpdate({ target: groupChat.chatId, set: change }),
    ],
  });
}
