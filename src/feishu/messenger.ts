import type { Client } from '@larksuiteoapi/node-sdk';
import type { Messenger } from '../chat/message.ts';
import { PlatformError } from '../kernel/errors.ts';
import { cardJson } from './card-json.ts';
import type { Call } from './client.ts';
import { textAt } from './payload.ts';
import { hints } from './words.ts';

/** Sends cards; a repeat with the same `uuid` (at most 50 characters) within an hour sends nothing twice. */
export function createMessenger(client: Client, call: Call): Messenger {
  const { message } = client.im.v1;

  return {
    async send(to, card, uuid) {
      const content = JSON.stringify(cardJson(card));
      if (to.kind === 'patch') {
        const path = { message_id: segment(to.messageId) };
        await call('message.patch', (token) => message.patch({ path, data: { content } }, token));
        return { messageId: to.messageId, chatId: '' };
      }
      const data = { msg_type: 'interactive', content, uuid };
      if (to.kind === 'reply') {
        const path = { message_id: segment(to.messageId) };
        return sent(await call('message.reply', (token) => message.reply({ path, data }, token)));
      }
      const [type, receiver] =
        to.kind === 'person' ? ['open_id' as const, to.openId] : ['chat_id' as const, to.chatId];
      const params = { receive_id_type: type };
      return sent(
        await call('message.create', (token) =>
          message.create({ params, data: { ...data, receive_id: receiver } }, token),
        ),
      );
    },
  };
}

function sent(answer: unknown): { messageId: string; chatId: string } {
  const messageId = textAt(answer, 'data', 'message_id');
  // It may have arrived all the same, which the uuid makes harmless.
  if (!messageId) throw new PlatformError({ kind: 'unknown', code: 0, retryable: true, hint: hints.notJson });
  return { messageId, chatId: textAt(answer, 'data', 'chat_id') };
}

/** The SDK puts path parameters into the address as they are. */
function segment(id: string): string {
  if (/^[\w-]{1,64}$/.test(id)) return id;
  throw new PlatformError({ kind: 'format', code: 0, retryable: false, hint: hints.defect });
}
