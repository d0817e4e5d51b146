import type { Core } from '../core.ts';
import { messageReceived } from './payloads.ts';

/** A believable private message that is in no chat: whoever believes it answers to it. */
export function sampleEvent(core: Core): Record<string, unknown> {
  const [person] = core.directory.all();
  const openId = person?.openId ?? `ou_${core.ids.hex(32)}`;
  const chat = core.chats.privateWith(openId);
  const body = { text: '帮助' };
  return messageReceived(
    core,
    {
      id: core.ids.message(),
      chatId: chat.id,
      type: 'text',
      content: JSON.stringify(body),
      body,
      sender: { openId, bot: false },
      createdAt: core.now(),
      updatedAt: core.now(),
      history: [],
      reactions: [],
    },
    chat,
    [],
  );
}
