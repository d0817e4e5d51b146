import { perform } from '../delivery/perform.ts';
import { markGone } from '../people/verbs/mark-gone.ts';
import { setGroupState } from '../people/verbs/set-group-state.ts';
import type { Ctx } from '../store/context.ts';
import { claimState, markHandled } from '../store/inbox.ts';
import { contextOf } from '../store/runtime.ts';
import { answerMessage } from './answer-message.ts';
import type { Conversation } from './conversation.ts';
import { greet } from './greet.ts';
import type { ChatChanged, Incoming } from './incoming.ts';
import { type Outcome, outcome } from './outcome.ts';

/** Everything that comes in except clicks, which are answered in their own call (`handle-click.ts`). */
export type Event = Exclude<Incoming, { kind: 'click' }>;

/**
 * Handles one claimed event. Its effect and the claim's end are committed together, so that a crash repeats the whole
 * and a second handler finds it done.
 */
export async function handleIncoming(conversation: Conversation, event: Event): Promise<void> {
  const { runtime } = conversation;
  await perform(
    runtime.store,
    () => contextOf(runtime, { kind: 'system', job: 'chat' }),
    async (ctx): Promise<Outcome<boolean>> => {
      if ((await claimState(ctx.db, event.eventId)) !== 'new') return outcome(false);
      const { writes, messages, cancels } = await effectOf(conversation, ctx, event);
      return outcome(true, { writes, messages, cancels });
    },
    (ctx, open) => (open ? [markHandled(ctx.db, event.eventId, ctx.now)] : []),
  );
}

function effectOf(conversation: Conversation, ctx: Ctx, event: Event): Promise<Outcome<unknown>> {
  switch (event.kind) {
    case 'message':
      return answerMessage(conversation, ctx, event);
    case 'menu':
      return answerMessage(conversation, ctx, {
        kind: 'message',
        eventId: event.eventId,
        messageId: event.eventId,
        chat: { id: '', kind: 'private' },
        openId: event.openId,
        text: event.key,
        format: 'text',
        mentioned: false,
        sentAt: ctx.now,
      });
    case 'opened':
      return greet(conversation, ctx, event.openId);
    case 'bot-added':
    case 'bot-removed':
    case 'chat-disbanded':
      return setGroupState(ctx, {
        chatId: event.chatId,
        state: groupStates[event.kind],
        at: event.at || ctx.now,
      });
    case 'person-gone':
    case 'person-back':
      return markGone(ctx, {
        openId: event.openId,
        gone: event.kind === 'person-gone',
        at: event.at || ctx.now,
      });
    case 'ignored':
      return Promise.resolve(outcome(undefined));
  }
}

const groupStates: Record<ChatChanged['kind'], 'active' | 'removed' | 'disbanded'> = {
  'bot-added': 'active',
  'bot-removed': 'removed',
  'chat-disbanded': 'disbanded',
};
