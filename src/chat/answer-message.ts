import { AppError } from '../kernel/errors.ts';
import { faultOf } from '../kernel/fault.ts';
import { needsRole } from '../people/scope.ts';
import { served } from '../people/service.ts';
import type { Ctx } from '../store/context.ts';
import type { Card } from './card.ts';
import { textCard } from './cards.ts';
import { claimOf } from './claims.ts';
import { findCommand, mayUse } from './commands.ts';
import type { Conversation } from './conversation.ts';
import type { IncomingMessage } from './incoming.ts';
import { isLate, lateSummary } from './late.ts';
import { FLEETING, type Message } from './message.ts';
import { type Outcome, outcome } from './outcome.ts';
import { whoIs } from './who.ts';
import { answerWords as words } from './words.ts';

/** One message of a person, from "is it for us" to the card that answers it. */
export async function answerMessage(
  conversation: Conversation,
  outer: Ctx,
  message: IncomingMessage,
): Promise<Outcome> {
  const group = message.chat.kind === 'group';
  if (group && !message.mentioned) return outcome(undefined);
  if (!served(outer.host, message.openId)) {
    // BR-02: silent in groups; one polite sentence in private.
    return group
      ? outcome(undefined)
      : reply(message, outcome(textCard(words.notServedTitle, words.notServed)));
  }
  if (isLate(message, outer.now)) return lateSummary(outer, message);
  const actor = await whoIs(outer, message.openId);
  const ctx: Ctx = { ...outer, actor };
  try {
    const fleeting = findCommand(conversation.features, message.text)?.command.fleeting;
    return reply(message, await cardFor(conversation, ctx, message), fleeting);
  } catch (error) {
    if (error instanceof AppError) {
      return reply(message, outcome(textCard(words.refusedTitle, error.text)));
    }
    const reference = ctx.ids.next();
    ctx.log.error('message_failed', { reference, messageId: message.messageId, ...faultOf(error) });
    return reply(message, outcome(textCard(words.failedTitle, words.failed(reference))));
  }
}

async function cardFor(
  conversation: Conversation,
  ctx: Ctx,
  message: IncomingMessage,
): Promise<Outcome<Card>> {
  if (message.format !== 'text') return outcome(textCard(words.noAttachmentsTitle, words.noAttachments));
  if (message.text.trim() === '') return outcome(textCard(words.emptyTitle, words.empty));
  const found = findCommand(conversation.features, message.text);
  if (found) {
    const { command, args } = found;
    if (command.where === 'private' && message.chat.kind === 'group') {
      return outcome(textCard(words.privateOnlyTitle, words.privateOnly));
    }
    if (!mayUse(ctx.actor, command)) throw needsRole(command.roles ?? []);
    return command.run(ctx, { message, args });
  }
  const claim = claimOf(conversation.features, message.text);
  const answer = claim?.answer ?? conversation.features.find((feature) => feature.answer)?.answer;
  return answer
    ? answer(ctx, { text: message.text, chat: message.chat })
    : outcome(textCard(words.emptyTitle, words.unanswered));
}

function reply(message: IncomingMessage, made: Outcome<Card>, fleeting = false): Outcome {
  const answer: Message = {
    key: `chat.answer@${message.messageId}`,
    to:
      message.chat.kind === 'group'
        ? { kind: 'reply', messageId: message.messageId, chatId: message.chat.id }
        : { kind: 'person', openId: message.openId },
    card: made.result,
    kind: 'answer',
    ...(fleeting && { subject: FLEETING }),
  };
  return { ...made, result: undefined, messages: [answer, ...made.messages] };
}
