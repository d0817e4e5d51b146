import { CARD_BYTES, updatesForAll } from '../cards.ts';
import type { Core } from '../core.ts';
import type { StoredMessage } from '../messages.ts';
import { type ApiCall, Refusal, type Route, success } from './call.ts';
import { readContent } from './content.ts';
import { messageData, ownOrAny } from './message-data.ts';

const DAY = 24 * 60 * 60_000;
const EDITS = 20;
const MESSAGE = '/open-apis/im/v1/messages/:message_id';

export function changeRoutes(): Route[] {
  return [
    { method: 'PATCH', path: MESSAGE, access: 'tenant', handle: patchCard },
    { method: 'PUT', path: MESSAGE, access: 'tenant', handle: editText },
    { method: 'DELETE', path: MESSAGE, access: 'tenant', handle: recall },
    {
      method: 'GET',
      path: MESSAGE,
      access: 'tenant',
      handle: (core, call) => success({ items: [messageData(core, ownOrAny(core, call.params.message_id))] }),
    },
    { method: 'POST', path: `${MESSAGE}/reactions`, access: 'tenant', handle: react },
  ];
}

/** Full replacement of an own card, at most 14 days old, declared as common to all both before and after. */
function patchCard(core: Core, call: ApiCall) {
  const message = ownOrAny(core, call.params.message_id);
  if (message.type !== 'interactive') throw new Refusal(230001, 'This message is NOT a card.');
  if (!message.sender.bot) throw new Refusal(230027, 'Lack of necessary permissions.');
  if (message.recalledAt !== undefined) throw new Refusal(230011, 'The message was withdrawn.');
  if (core.now() - message.createdAt > 14 * DAY) throw new Refusal(230031, 'The message is too old.');
  checkReach(core, message);
  if (call.raw.length > CARD_BYTES)
    throw new Refusal(230025, 'The length of the message content reaches its limit');
  const card = readContent(core, 'interactive', call.body.content, call.raw.length);
  if (!updatesForAll(message.body) || !updatesForAll(card))
    throw new Refusal(230001, 'invalid request parameter, ext=card is not shared, set update_multi');
  const max = core.faults.limits.perTarget;
  if (core.limits.enter(`patch ${message.id}`, [{ max, ms: 1_000 }]) > 0)
    throw new Refusal(230020, 'This operation triggers the frequency limit, ext=message rate limit');
  core.messages.replace(message, card, core.now());
  return success({});
}

function editText(core: Core, call: ApiCall) {
  const message = ownOrAny(core, call.params.message_id);
  const type = call.body.msg_type;
  if (type !== message.type || (type !== 'text' && type !== 'post'))
    throw new Refusal(230001, 'invalid request parameter, ext=msg_type');
  if (!message.sender.bot) throw new Refusal(230071, 'Only the sender may edit.');
  if (message.recalledAt !== undefined) throw new Refusal(230011, 'The message was withdrawn.');
  if (message.history.length >= EDITS) throw new Refusal(230072, 'The message was edited too often.');
  checkReach(core, message);
  const body = readContent(core, type, call.body.content, call.raw.length);
  core.messages.replace(message, body, core.now());
  return success(messageData(core, message));
}

function recall(core: Core, call: ApiCall) {
  const message = ownOrAny(core, call.params.message_id);
  if (message.recalledAt !== undefined) throw new Refusal(230110, 'The message was deleted.');
  if (!message.sender.bot) throw new Refusal(230026, 'No permission to recall this message.');
  if (core.now() - message.createdAt > core.faults.recallWindow)
    throw new Refusal(230009, 'The message can no longer be recalled.');
  checkReach(core, message);
  message.recalledAt = core.now();
  return success({});
}

function react(core: Core, call: ApiCall) {
  const message = ownOrAny(core, call.params.message_id);
  if (message.recalledAt !== undefined) throw new Refusal(231003, 'The message is recalled.');
  const emoji = (call.body.reaction_type as { emoji_type?: unknown } | undefined)?.emoji_type;
  if (typeof emoji !== 'string') throw new Refusal(231001, 'reaction type is invalid.');
  message.reactions.push({ openId: core.settings.botOpenId, emoji });
  return success({
    reaction_id: core.ids.hex(32),
    operator: { operator_id: core.settings.appId, operator_type: 'app' },
    action_time: String(core.now()),
    reaction_type: { emoji_type: emoji },
  });
}

function checkReach(core: Core, message: StoredMessage): void {
  const chat = core.chats.get(message.chatId);
  if (core.faults.botOff) throw new Refusal(230006, 'Bot ability is not activated.');
  if (chat?.disbanded) throw new Refusal(232009, 'The chat has already been dissolved.');
  if (!chat?.hasBot) throw new Refusal(230002, 'The bot can not be outside the group.');
}
