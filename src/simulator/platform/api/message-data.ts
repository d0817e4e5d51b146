import { schemaOf } from '../cards.ts';
import type { Core } from '../core.ts';
import type { StoredMessage } from '../messages.ts';
import { missing, Refusal } from './call.ts';

/** What the API says of a 2.0 card instead of giving it back. */
const DOWNGRADED = JSON.stringify({
  title: null,
  elements: [[{ tag: 'text', text: '请升级至最新版本客户端，以查看内容' }]],
});

export function messageData(core: Core, message: StoredMessage): Record<string, unknown> {
  const { bot, openId } = message.sender;
  return {
    message_id: message.id,
    ...(message.rootId && { root_id: message.rootId }),
    ...(message.parentId && { parent_id: message.parentId }),
    ...(message.threadId && { thread_id: message.threadId }),
    msg_type: message.type,
    create_time: String(message.createdAt),
    update_time: String(message.updatedAt),
    deleted: message.recalledAt !== undefined,
    updated: message.history.length > 0,
    chat_id: message.chatId,
    sender: bot
      ? {
          id: core.settings.appId,
          id_type: 'app_id',
          sender_type: 'app',
          tenant_key: core.settings.tenantKey,
        }
      : { id: openId, id_type: 'open_id', sender_type: 'user', tenant_key: core.settings.tenantKey },
    body: { content: downgraded(message) ? DOWNGRADED : message.content },
  };
}

function downgraded(message: StoredMessage): boolean {
  return message.type === 'interactive' && schemaOf(message.body) === '2.0';
}

/** @throws Refusal when there is no such message. */
export function ownOrAny(core: Core, id: string | undefined): StoredMessage {
  if (!id) throw missing('message_id');
  if (!id.startsWith('om_')) throw new Refusal(230001, 'invalid request parameter, ext=invalid message_id');
  const message = core.messages.get(id);
  if (!message) throw new Refusal(231003, 'The message does not exist.');
  return message;
}
