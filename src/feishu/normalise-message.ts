import type { Incoming, IncomingMessage } from '../chat/incoming.ts';
import { type Envelope, ignored } from './envelope.ts';
import { at, instantOf, isJson, type Json, listAt, parseJson, textAt } from './payload.ts';

interface Mention {
  /** The placeholder in the text: `@_user_1`, `@_all`. */
  key: string;
  openId: string;
  name: string;
}

interface Content {
  text: string;
  format: IncomingMessage['format'];
}

const UNREADABLE: Content = { text: '', format: 'other' };

/** By message type; types not named here (voice, stickers, locations, shared cards, …) are `other`. */
const FORMATS: Readonly<Record<string, Content['format']>> = {
  text: 'text',
  post: 'text',
  image: 'picture',
  file: 'file',
  folder: 'file',
  media: 'file',
};

export function incomingMessage(envelope: Envelope): Incoming {
  const { event, eventId, botOpenId, createdAt } = envelope;
  const openId = textAt(event, 'sender', 'sender_id', 'open_id');
  const messageId = textAt(event, 'message', 'message_id');
  const chatId = textAt(event, 'message', 'chat_id');
  if (!messageId || !chatId) return ignored(envelope, 'incomplete');
  // Two bots that answer each other never stop.
  const sender = textAt(event, 'sender', 'sender_type') || 'user';
  if (sender !== 'user' || (openId && openId === botOpenId)) return ignored(envelope, 'from a bot');
  if (!openId) return ignored(envelope, 'incomplete');

  const mentions = mentionsOf(event);
  const type = textAt(event, 'message', 'message_type');
  const kind = textAt(event, 'message', 'chat_type') === 'p2p' ? 'private' : 'group';
  return {
    kind: 'message',
    eventId,
    messageId,
    chat: { id: chatId, kind },
    openId,
    ...contentOf(type, parseJson(textAt(event, 'message', 'content')), mentions, botOpenId),
    mentioned: kind === 'group' && mentions.some(({ openId: id }) => id !== '' && id === botOpenId),
    sentAt: instantOf(at(event, 'message', 'create_time')) || createdAt,
  };
}

function mentionsOf(event: Json): Mention[] {
  return listAt(event, 'message', 'mentions').map((mention) => ({
    key: textAt(mention, 'key'),
    openId: textAt(mention, 'id', 'open_id'),
    name: textAt(mention, 'name'),
  }));
}

function contentOf(type: string, content: unknown, mentions: Mention[], botOpenId: string): Content {
  const format = Object.hasOwn(FORMATS, type) ? (FORMATS[type] ?? 'other') : 'other';
  if (format !== 'text') return { text: '', format };
  if (!isJson(content)) return UNREADABLE;
  const shown = namesByKey(mentions, botOpenId);
  if (type === 'post') return postContent(content, shown);
  return typeof content.text === 'string'
    ? { text: tidy(replaceKeys(content.text, shown)), format }
    : UNREADABLE;
}

/** What stands for each placeholder: nothing for the bot and for everybody, the name for others. */
function namesByKey(mentions: Mention[], botOpenId: string): Map<string, string> {
  const shown = new Map([['@_all', '']]);
  for (const { key, openId, name } of mentions) {
    if (key && key !== '@_all') shown.set(key, openId && openId === botOpenId ? '' : name);
  }
  return shown;
}

/** In one pass, so that a name which looks like a placeholder stays; longest first, as @_user_1 begins @_user_10. */
function replaceKeys(text: string, shown: Map<string, string>): string {
  const keys = [...shown.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(keys.map((key) => key.replace(/[^\w@]/g, String.raw`\$&`)).join('|'), 'g');
  return text.replace(pattern, (key) => shown.get(key) ?? key);
}

function postContent(content: Json, shown: Map<string, string>): Content {
  const body = localeOf(content);
  const paragraphs = listAt(body, 'content').map((nodes) => (Array.isArray(nodes) ? nodes : []));
  const lines = paragraphs.map((nodes) => nodes.map((node) => nodeText(node, shown)).join(''));
  const text = tidy([textAt(body, 'title'), ...lines].filter((line) => line.trim()).join('\n'));
  if (text) return { text, format: 'text' };
  const pictured = paragraphs.flat().some((node) => textAt(node, 'tag') === 'img');
  return { text, format: pictured ? 'picture' : 'text' };
}

/** Received posts carry no locale; those forwarded from a sender's JSON may. */
function localeOf(content: Json): Json {
  if (Array.isArray(content.content)) return content;
  return Object.values(content).find((value): value is Json => isJson(value)) ?? content;
}

function nodeText(node: unknown, shown: Map<string, string>): string {
  switch (textAt(node, 'tag')) {
    case 'text':
    case 'a':
    case 'md':
    case 'code_block':
      return textAt(node, 'text');
    case 'at':
      return shown.get(textAt(node, 'user_id')) ?? textAt(node, 'user_name');
    default:
      return '';
  }
}

/** Blanks that a removed mention leaves behind. */
function tidy(text: string): string {
  return text
    .replace(/[ \t\u00a0]{2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}
