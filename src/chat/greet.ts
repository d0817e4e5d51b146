import { served } from '../people/service.ts';
import { markWelcomed } from '../people/verbs/mark-welcomed.ts';
import type { Ctx } from '../store/context.ts';
import { welcomeCard } from './cards.ts';
import type { Conversation } from './conversation.ts';
import { type Outcome, outcome } from './outcome.ts';
import { whoIs } from './who.ts';

/**
 * The platform tells of every opening of the chat. Whoever is on the roster is welcomed once for good; for others the
 * message's natural key does it, as long as the outbox remembers.
 */
export async function greet({ features }: Conversation, ctx: Ctx, openId: string): Promise<Outcome> {
  if (!served(ctx.host, openId)) return outcome(undefined);
  const welcome = await markWelcomed(ctx, { openId });
  if (welcome.result === 'again') return outcome(undefined);
  const actor = await whoIs(ctx, openId);
  return outcome(undefined, {
    writes: welcome.writes,
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
