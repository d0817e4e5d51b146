/** What the platform told us, in the product's own words. Made by `feishu/normalise.ts`. */
export type Incoming =
  | IncomingMessage
  | IncomingClick
  | ChatOpened
  | MenuClicked
  | ChatChanged
  | PersonGone
  | Ignored;

export interface Chat {
  id: string;
  kind: 'private' | 'group';
}

export interface IncomingMessage {
  kind: 'message';
  eventId: string;
  messageId: string;
  chat: Chat;
  openId: string;
  /** Mentions of the bot removed, other mentions shown as names; empty for pictures and files. */
  text: string;
  format: 'text' | 'picture' | 'file' | 'other';
  /** The bot itself was mentioned (always false in private chats). */
  mentioned: boolean;
  sentAt: number;
}

export interface IncomingClick {
  kind: 'click';
  eventId: string;
  messageId: string;
  chatId: string;
  openId: string;
  /** `feature.verb`; empty when the card is not ours or too old to know. */
  action: string;
  version: number;
  value: Record<string, unknown>;
  /** Form fields by name, as typed; absent when no form was submitted. */
  form?: Record<string, unknown>;
  /** When the person clicked, ms UTC; 0 when the platform did not say. */
  clickedAt?: number;
}

/** Fires at every opening of the private chat, not only the first. */
export interface ChatOpened {
  kind: 'opened';
  eventId: string;
  openId: string;
  chatId: string;
}

export interface MenuClicked {
  kind: 'menu';
  eventId: string;
  openId: string;
  key: string;
}

export interface ChatChanged {
  kind: 'bot-added' | 'bot-removed' | 'chat-disbanded';
  eventId: string;
  chatId: string;
  openId: string;
  /** When it happened, ms UTC: events may arrive in another order. */
  at: number;
}

/** Resigned or frozen; `back` when a freeze was lifted. */
export interface PersonGone {
  kind: 'person-gone' | 'person-back';
  eventId: string;
  openId: string;
  /** When it happened, ms UTC: events may arrive in another order. */
  at: number;
}

export interface Ignored {
  kind: 'ignored';
  eventId: string;
  /** Event type and why, for the log. */
  reason: string;
}
