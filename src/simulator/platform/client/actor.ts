import type { Chat } from '../chats.ts';
import type { Core } from '../core.ts';
import type { StoredMessage } from '../messages.ts';
import type { DirectoryPerson } from '../types.ts';
import { ClientRefusal } from './refusal.ts';

const DAY = 24 * 60 * 60_000;

/** @throws ClientRefusal when the person cannot sign in. */
export function signedIn(core: Core, openId: string): DirectoryPerson {
  const person = core.directory.get(openId);
  if (!person) throw new ClientRefusal(`没有这个人：${openId}`);
  if (person.state === 'frozen') throw new ClientRefusal('账号已被暂停，无法登录');
  if (person.state === 'resigned') throw new ClientRefusal('账号已离职，无法登录');
  return person;
}

/** The private chat with the bot when no other is named. @throws ClientRefusal */
export function chatFor(core: Core, openId: string, chatId?: string): Chat {
  const person = signedIn(core, openId);
  const own = core.chats.privateWith(openId);
  if (chatId === undefined || chatId === own.id) {
    if (person.state === 'out-of-scope') throw new ClientRefusal('你没有使用这个应用的权限');
    return own;
  }
  const chat = core.chats.get(chatId);
  if (!chat?.members.has(openId)) throw new ClientRefusal('你不在这个群里');
  if (chat.disbanded) throw new ClientRefusal('群已解散');
  if (chat.muted) throw new ClientRefusal('群已禁言');
  return chat;
}

/** A message this person can see. @throws ClientRefusal */
export function visible(core: Core, openId: string, messageId: string): StoredMessage {
  const message = core.messages.get(messageId);
  if (!message) throw new ClientRefusal('消息不存在');
  if (!core.chats.get(message.chatId)?.members.has(openId)) throw new ClientRefusal('你看不到这条消息');
  if (message.recalledAt !== undefined) throw new ClientRefusal('消息已撤回');
  return message;
}

/** Clicks work for 14 days and on what is still there. @throws ClientRefusal */
export function liveCard(core: Core, message: StoredMessage): Record<string, unknown> {
  if (message.type !== 'interactive') throw new ClientRefusal('这不是卡片');
  if (message.recalledAt !== undefined) throw new ClientRefusal('消息已撤回');
  if (core.now() - message.createdAt > 14 * DAY) throw new ClientRefusal('卡片已过期');
  return message.body;
}
