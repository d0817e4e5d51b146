import type { Chat } from '../chats.ts';
import type { Core } from '../core.ts';
import type { StoredMessage } from '../messages.ts';
import { type ApiAnswer, type ApiCall, missing, Refusal, type Route, success } from './call.ts';
import { readContent } from './content.ts';
import { messageData, ownOrAny } from './message-data.ts';
import { checkMaySend, checkPace, resolveTarget } from './targets.ts';

const HOUR = 60 * 60_000;

interface Place {
  chat: Chat;
  /** The message that is answered. */
  parent?: StoredMessage;
  inThread?: boolean;
}

export function sendRoutes(): Route[] {
  return [
    {
      method: 'POST',
      path: '/open-apis/im/v1/messages',
      access: 'tenant',
      handle: (core, call) => {
        const type = call.query('receive_id_type');
        if (!type) throw missing('receive_id_type');
        const id = call.body.receive_id;
        if (typeof id !== 'string' || id === '') throw missing('receive_id');
        return send(core, call, () => ({ chat: resolveTarget(core, type, id) }));
      },
    },
    {
      method: 'POST',
      path: '/open-apis/im/v1/messages/:message_id/reply',
      access: 'tenant',
      handle: (core, call) =>
        send(core, call, () => {
          const parent = ownOrAny(core, call.params.message_id);
          if (parent.recalledAt !== undefined) throw new Refusal(230011, 'The message was withdrawn.');
          const chat = core.chats.get(parent.chatId);
          if (!chat) throw new Refusal(230002, 'The bot can not be outside the group.');
          return { chat, parent, inThread: call.body.reply_in_thread === true };
        }),
    },
  ];
}

function send(core: Core, call: ApiCall, place: () => Place): ApiAnswer {
  const { msg_type: type, content, uuid } = call.body;
  if (uuid !== undefined && (typeof uuid !== 'string' || uuid.length > 50))
    throw new Refusal(230001, 'invalid request parameter, ext=uuid');
  const body = readContent(core, type, content, call.raw.length);
  const earlier = typeof uuid === 'string' ? core.sentByUuid.get(uuid) : undefined;
  if (earlier && earlier.at > core.now() - HOUR) return repeated(core, earlier.messageId);
  const { chat, parent, inThread } = place();
  checkMaySend(core, chat);
  checkPace(core, chat);
  const message = core.messages.add({
    id: core.ids.message(),
    chatId: chat.id,
    type: type as string,
    content: content as string,
    body,
    sender: { openId: core.settings.botOpenId, bot: true },
    createdAt: core.now(),
    ...(parent && { parentId: parent.id, rootId: parent.rootId ?? parent.id }),
    ...(inThread && { threadId: parent?.threadId ?? `omt_${core.ids.hex(16)}` }),
  });
  if (typeof uuid === 'string') core.sentByUuid.set(uuid, { messageId: message.id, at: core.now() });
  return success(messageData(core, message));
}

function repeated(core: Core, messageId: string): ApiAnswer {
  const message = core.messages.get(messageId);
  if (!message || core.faults.uuidRepeat === 'error')
    throw new Refusal(230049, 'The message is being sent, ext=uuid was used');
  return success(messageData(core, message));
}
