/** Everything ever written in a chat, in its present state and with its past. */
export interface StoredMessage {
  id: string;
  chatId: string;
  /** `msg_type` of the API. */
  type: string;
  /** The JSON text as it was sent. */
  content: string;
  /** The same, parsed. */
  body: Record<string, unknown>;
  sender: { openId: string; bot: boolean };
  createdAt: number;
  updatedAt: number;
  /** What the placeholders in a person's text stand for. */
  mentions?: { key: string; name: string }[];
  parentId?: string;
  rootId?: string;
  threadId?: string;
  recalledAt?: number;
  history: { until: number; body: Record<string, unknown> }[];
  reactions: { openId: string; emoji: string }[];
}

export class Messages {
  #all = new Map<string, StoredMessage>();
  #byChat = new Map<string, StoredMessage[]>();

  add(message: Omit<StoredMessage, 'updatedAt' | 'history' | 'reactions'>): StoredMessage {
    return this.put({ ...message, updatedAt: message.createdAt, history: [], reactions: [] });
  }

  put(stored: StoredMessage): StoredMessage {
    this.#all.set(stored.id, stored);
    const chat = this.#byChat.get(stored.chatId);
    if (chat) chat.push(stored);
    else this.#byChat.set(stored.chatId, [stored]);
    return stored;
  }

  get(id: string): StoredMessage | undefined {
    return this.#all.get(id);
  }

  /** Oldest first. */
  all(): StoredMessage[] {
    return [...this.#all.values()];
  }

  in(chatId: string): readonly StoredMessage[] {
    return this.#byChat.get(chatId) ?? [];
  }

  /** Full replacement: the last write wins. */
  replace(message: StoredMessage, body: Record<string, unknown>, at: number): void {
    message.history.push({ until: at, body: message.body });
    message.body = body;
    message.content = JSON.stringify(body);
    message.updatedAt = at;
  }
}
