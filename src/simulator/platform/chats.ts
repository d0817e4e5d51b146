import { fixedHex } from './ids.ts';

export interface Chat {
  id: string;
  kind: 'p2p' | 'group';
  /** Empty in private chats: each side sees the other's name. */
  name: string;
  members: Set<string>;
  hasBot: boolean;
  disbanded: boolean;
  muted: boolean;
}

export class Chats {
  #chats = new Map<string, Chat>();

  constructor(private readonly appId: string) {}

  get(id: string): Chat | undefined {
    return this.#chats.get(id);
  }

  /** Opened at the first need, by either side. */
  privateWith(openId: string): Chat {
    const id = `oc_${fixedHex(`p2p:${this.appId}:${openId}`, 32)}`;
    const known = this.#chats.get(id);
    if (known) return known;
    return this.put({
      id,
      kind: 'p2p',
      name: '',
      members: new Set([openId]),
      hasBot: true,
      disbanded: false,
      muted: false,
    });
  }

  addGroup(group: { chatId: string; name: string; members: string[]; hasBot: boolean }): void {
    this.put({
      id: group.chatId,
      kind: 'group',
      name: group.name,
      members: new Set(group.members),
      hasBot: group.hasBot,
      disbanded: false,
      muted: false,
    });
  }

  put(chat: Chat): Chat {
    this.#chats.set(chat.id, chat);
    return chat;
  }

  all(): Chat[] {
    return [...this.#chats.values()];
  }

  of(openId: string): Chat[] {
    return [...this.#chats.values()].filter((chat) => chat.members.has(openId));
  }
}
