import { contentOf, plain, textOf } from './card-tree.ts';
import type { CardJson } from './cards.ts';
import type { Chat } from './chats.ts';
import type { Core } from './core.ts';
import type { StoredMessage } from './messages.ts';
import type { ChatView, MessageView, PersonView } from './types.ts';

type Body = Record<string, unknown>;

/** What this person sees now. A dissolved group is gone from the list. */
export function viewOf(core: Core, openId: string): PersonView {
  const chats = core.chats.of(openId).filter((chat) => !chat.disbanded);
  return { openId, chats: chats.map((chat) => chatView(core, chat)) };
}

function chatView(core: Core, chat: Chat): ChatView {
  return {
    id: chat.id,
    name: chat.kind === 'p2p' ? core.settings.botName : chat.name,
    kind: chat.kind,
    messages: core.messages.in(chat.id).map((message) => messageView(core, message)),
  };
}

function messageView(core: Core, message: StoredMessage): MessageView {
  const recalled = message.recalledAt !== undefined;
  const { openId, bot } = message.sender;
  const name = bot ? core.settings.botName : (core.directory.get(openId)?.name ?? '');
  return {
    id: message.id,
    from: { openId, name, bot },
    at: message.createdAt,
    type: shownType(message.type),
    ...(recalled ? { text: '' } : withNames(message, shown(message.type, message.body))),
    ...(message.parentId && { replyTo: message.parentId }),
    updates: message.history.length,
    recalled,
    history: message.history.map(({ until, body }) => ({ until, ...shown(message.type, body) })),
    reactions: [...message.reactions],
  };
}

/** From the last to the first: `@_user_1` is also the beginning of `@_user_10`. */
function withNames<T extends { text: string }>(message: StoredMessage, view: T): T {
  const mentions = (message.mentions ?? []).toReversed();
  return {
    ...view,
    text: mentions.reduce((text, { key, name }) => text.replaceAll(key, `@${name}`), view.text),
  };
}

function shownType(type: string): MessageView['type'] {
  if (type === 'text' || type === 'post' || type === 'interactive' || type === 'image') return type;
  return type.startsWith('share_') ? 'text' : 'file';
}

/** For a card the text is what old clients and the chat list show instead of it. */
function shown(type: string, body: Body): { text: string; card?: Body } {
  if (type === 'interactive') return { text: summaryOf(body), card: body };
  if (type === 'text') return { text: readable(String(body.text)) };
  if (type === 'post') return { text: postText(body) };
  if (type === 'image') return { text: '[图片]' };
  if (type === 'file')
    return { text: `[文件] ${typeof body.file_name === 'string' ? body.file_name : ''}`.trim() };
  return { text: `[${type}]` };
}

export function summaryOf(card: CardJson): string {
  const summary = contentOf((card.config as Body | undefined)?.summary);
  return summary || contentOf((card.header as Body | undefined)?.title);
}

function readable(text: string): string {
  return text
    .replace(/<at[^>]*user_id="all"[^>]*>.*?<\/at>/g, '@所有人')
    .replace(/<at[^>]*>(.*?)<\/at>/g, '@$1')
    .replace(/<\/?[bius]>/g, '');
}

/** Sent posts stand under a locale, people's own ones do not. */
function postText(body: Body): string {
  const post = (body.content ? body : Object.values(body)[0]) as { title?: string; content: Body[][] };
  const lines = post.content.map((nodes) => nodes.map(nodeText).join(''));
  return [post.title ?? '', ...lines].filter((line) => line !== '').join('\n');
}

function nodeText(node: Body): string {
  if (node.tag === 'at') return `@${textOf(node.user_name)}`;
  if (node.tag === 'img') return '[图片]';
  return node.tag === 'md' ? plain(textOf(node.text)) : textOf(node.text);
}
