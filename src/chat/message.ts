import type { Card } from './card.ts';

export type Recipient =
  | { kind: 'person'; openId: string }
  | { kind: 'chat'; chatId: string }
  /** Answers a message, quoting it (groups). */
  | { kind: 'reply'; messageId: string; chatId: string }
  /** Replaces a card sent earlier. */
  | { kind: 'patch'; messageId: string };

/** Something to be delivered once. Queued with the writes of the effect that caused it. */
export interface Message {
  /** Natural key: a message with the same key is never queued twice (`counts.card@2026-10:U07`). */
  key: string;
  to: Recipient;
  card: Card;
  /**
   * `answer` was asked for and may come at any time. `duty` and `notice` are unasked and keep working hours (BR-15,
   * BR-16); `notice` also respects the person's opt-out. `patch` silently changes a card that was delivered.
   */
  kind: 'answer' | 'duty' | 'notice' | 'patch';
  /** What it is about; queued messages on a subject are cancelled together once the reason has gone. */
  subject?: string;
  /** Not before this instant, ms UTC. */
  notBefore?: number;
  /**
   * Useless after this instant: moved to the last working slot before it, and dropped when it has passed. An answer
   * without it is dropped a day after it was asked for.
   */
  notAfter?: number;
  /** Should have come long ago: the machine stood still. What comes together after that comes as one summary. */
  caughtUp?: boolean;
}

/** Subject of a card that somebody opened for themselves alone: it is erased as soon as it has been delivered. */
export const FLEETING = 'chat.fleeting';

/** The way out, implemented by `feishu`. All throw PlatformError. `uuid` makes a repeat within an hour harmless. */
export interface Messenger {
  send(to: Recipient, card: Card, uuid: string): Promise<{ messageId: string; chatId: string }>;
}
