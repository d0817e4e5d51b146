import type { Core } from '../core.ts';
import { envelope } from '../delivery/envelope.ts';
import type { EventDelivery } from '../delivery/events.ts';
import { type Mention, messageReceived } from '../events/payloads.ts';
import { chatFor } from './actor.ts';
import { withPlaceholders } from './mentions.ts';

interface Draft {
  openId: string;
  chatId?: string | undefined;
  type: 'text' | 'post' | 'image' | 'file';
  body: Record<string, unknown>;
  mentions?: Mention[];
  sentAt?: number | undefined;
  replyTo?: string | undefined;
}

/** Puts the message into the chat and tells the bot, if the bot is told of such messages. Returns the message id. */
export async function write(core: Core, events: EventDelivery, draft: Draft): Promise<string> {
  const chat = chatFor(core, draft.openId, draft.chatId);
  const parent = draft.replyTo === undefined ? undefined : core.messages.get(draft.replyTo);
  const mentions = draft.mentions ?? [];
  const message = core.messages.add({
    id: core.ids.message(),
    chatId: chat.id,
    type: draft.type,
    content: JSON.stringify(draft.body),
    body: draft.body,
    sender: { openId: draft.openId, bot: false },
    createdAt: draft.sentAt ?? core.now(),
    ...(mentions.length > 0 && { mentions }),
    ...(parent && { parentId: parent.id, rootId: parent.rootId ?? parent.id }),
  });
  const addressed = mentions.some((mention) => mention.bot);
  if (chat.kind === 'p2p' || (chat.hasBot && (addressed || core.faults.allGroupMessages)))
    await events.publish(
      envelope(core, 'im.message.receive_v1', messageReceived(core, message, chat, mentions)),
    );
  return message.id;
}

export function say(
  core: Core,
  events: EventDelivery,
  openId: string,
  text: string,
  options: { chatId?: string; sentAt?: number; replyTo?: string } = {},
): Promise<string> {
  const { texts, mentions } = withPlaceholders(core, chatFor(core, openId, options.chatId), [text]);
  return write(core, events, { openId, type: 'text', body: { text: texts[0] }, mentions, ...options });
}

/** Received posts have no locale and split every line into nodes. */
export function sayPost(
  core: Core,
  events: EventDelivery,
  openId: string,
  title: string,
  paragraphs: string[],
  chatId?: string,
): Promise<string> {
  const { texts, mentions } = withPlaceholders(core, chatFor(core, openId, chatId), paragraphs);
  const nameOf = (key: string) => mentions.find((mention) => mention.key === key)?.name ?? '';
  const content = texts.map((text) =>
    text
      .split(/(@_user_\d+|@_all)/)
      .filter((piece) => piece !== '')
      .map((piece) =>
        /^@_(user_\d+|all)$/.test(piece)
          ? { tag: 'at', user_id: piece, user_name: nameOf(piece), style: [] }
          : { tag: 'text', text: piece, style: [] },
      ),
  );
  return write(core, events, { openId, chatId, type: 'post', body: { title, content }, mentions });
}

export function sendPicture(
  core: Core,
  events: EventDelivery,
  openId: string,
  chatId?: string,
): Promise<string> {
  chatFor(core, openId, chatId);
  const { key } = core.resources.picture(`img_v3_${core.ids.hex(32)}`);
  return write(core, events, { openId, chatId, type: 'image', body: { image_key: key } });
}

export function sendFile(
  core: Core,
  events: EventDelivery,
  openId: string,
  name: string,
  chatId?: string,
): Promise<string> {
  chatFor(core, openId, chatId);
  const { key } = core.resources.file(`file_v3_${core.ids.hex(32)}`, name);
  return write(core, events, { openId, chatId, type: 'file', body: { file_key: key, file_name: name } });
}
