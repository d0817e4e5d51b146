import type { DirectoryPerson, JournalEntry, MessageView } from './platform/types.ts';

/** What the page and its server tell each other. Instants are ms UTC. */

/** Characters of one message. */
export const LONGEST_MESSAGE = 5000;

export interface PersonRow extends DirectoryPerson {
  /** Heading in the list of people. */
  group: string;
  /** The newest message from the bot, so that the list can mark who has something unread. */
  latest: { chatId: string; messageId: string } | null;
}

export interface Directory {
  bot: { openId: string; name: string };
  people: PersonRow[];
}

export interface ChatChange {
  id: string;
  name: string;
  kind: 'p2p' | 'group';
  /** New messages, and earlier ones that look different now. */
  messages: MessageView[];
  /** All message ids in order; sent only when the new ones do not simply follow the known ones. */
  order?: string[];
}

export interface ViewEvent {
  /** True for the first event of a connection: forget what was known. */
  reset: boolean;
  chats: ChatChange[];
}

export interface Jump {
  id: 'hour' | 'workday' | 'month-card';
  label: string;
  /** Absent when the calendar does not reach that far; `why` says so. */
  to?: number;
  why?: string;
}

export interface ClockState {
  now: number;
  /** Absent when the year's holiday notice has not been entered. */
  workday?: boolean;
  jumps: Jump[];
}

export interface RanSlot {
  /** `counts.open@2026-10`. */
  slot: string;
  state: string;
  /** Chinese name of the job, when the caller knows one. */
  title?: string;
}

export interface MoveReport {
  now: number;
  ran: RanSlot[];
  sent: number;
  /** Who got private messages from the bot meanwhile. */
  received: { openId: string; name: string; title: string; count: number }[];
}

export interface JournalPage {
  /** Index of the first entry. */
  from: number;
  total: number;
  entries: JournalEntry[];
}

export interface GuideStep {
  /** Stable English name, also used in test ids. */
  id: string;
  title: string;
  /** Who does what, in one sentence. */
  story: string;
  /** open_id whose seat is taken. */
  as: string;
  /** ISO time with offset; the clock is moved there unless it has passed already. */
  at?: string;
  /** Put into the text box, ready to be sent. */
  say?: string;
  /** What to look at, one point each. */
  look: string[];
}
