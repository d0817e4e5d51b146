import { served } from '../people/service.ts';
import type { Ctx } from '../store/context.ts';
import { welcomeCard } from './cards.ts';
import type { Conversation } from './conversation.ts';
import { type Outcome, outcome } from './outcome.ts';
import { whoIs } from './who.ts';

/** The platform tells of every opening of the chat; the message's natural key makes it one welcome for good. */
export async function greet({ features }: Conversation, ctx: Ctx, openId: string): Promise<Outcome> {
  if (!served(ctx.host, openId)) return outcome(undefined);
  const actor = await whoIs(ctx, openId);
  return outcome(undefined, {
    messages: [
      {
        key: `chat.welcome@${openId}`,
        to: { kind: 'person', openId },
        card: welcomeCard(features, actor),
        kind: 'answer',
      },
    ],
  });
}
