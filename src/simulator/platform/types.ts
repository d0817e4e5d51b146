import type { Server } from 'node:http';
import type { Hono } from 'hono';
import type { Clock } from '../../kernel/ports.ts';
import type { Faults } from './fault-types.ts';
import type { PlatformSnapshot } from './snapshot.ts';

export type { ApiFault, Faults } from './fault-types.ts';

/** A local stand-in for the Feishu platform: its HTTP API on one side, its people and their clients on the other. */
export interface Platform {
  /** `/open-apis/**` and the OAuth pages; serve it on a port of its own. */
  api: Hono;
  settings: PlatformSettings;
  /** Every dial a test may turn while running. */
  faults: Faults;
  users: UserActions;
  /** What this person sees now: chats with messages in their rendered state. */
  view(openId: string): PersonView;
  people(): DirectoryPerson[];
  addPerson(person: DirectoryPerson): void;
  addGroup(group: { chatId: string; name: string; members: string[]; hasBot: boolean }): void;
  /** The last 2,000 exchanges with the bot, newest last; `since` is the lowest index wanted. */
  journal(since?: number): JournalEntry[];
  /** Redelivers what the retry ladder owes by now; returns the earliest next moment or undefined. */
  runDue(): Promise<number | undefined>;
  /** Resolves when no delivery to the bot, no callback and no API call is under way. */
  settled(): Promise<void>;
  /**
   * Lets bots connect by WebSocket to the server that serves `api`; they are given events when `settings.transport` is
   * `long-connection`.
   */
  attach(server: Server): void;
  /** Breaks all long connections; returns how many there were. */
  dropConnections(): number;
  /** What the console does when a URL is saved: sends the challenge, true when it came back within 1 s. */
  verifyUrl(): Promise<boolean>;
  /** Any event, also of types the product does not know; `v1` uses the envelope of the few old events. */
  deliverRaw(
    eventType: string,
    event: Record<string, unknown>,
    options?: { v1?: boolean; eventId?: string },
  ): Promise<void>;
  /** The same event once more, signed afresh, e.g. after the bot was restarted. @throws when it is not in the journal any more. */
  redeliver(eventId: string): Promise<void>;
  /** Delivers what `faults.hold` kept back, in random order (`dice`). */
  release(): Promise<void>;
  /** Hostile requests to the bot's URL; none of them may be answered with 200 or have an effect. */
  attack(): Promise<AttackReport[]>;
  /** Every tenant access token given out so far becomes unknown. */
  revokeTokens(): void;
  /** Another bot writes into the group: it shares the limit of 5/s. */
  otherBotSends(chatId: string): void;
  muteGroup(chatId: string, muted: boolean): void;
  /** Everything that a restart of the process must keep, as plain JSON; tokens and logins are not in it. */
  snapshot(): PlatformSnapshot;
  /** After people and groups were added: what the snapshot knows replaces them. */
  restore(snapshot: PlatformSnapshot): void;
}

export interface AttackReport {
  name: string;
  /** 0: no answer (connection closed). */
  status: number;
  body: string;
  millis: number;
}

export interface PlatformSettings {
  appId: string;
  appSecret: string;
  encryptKey: string;
  verificationToken: string;
  botOpenId: string;
  botName: string;
  tenantKey: string;
  /** Where events and callbacks go, e.g. `http://127.0.0.1:3000/feishu/events`. */
  eventsUrl: string;
  /** Carries them there; a bot in the same process needs no socket. Real HTTP when absent. */
  fetch?: (request: Request) => Promise<Response>;
  /** How events and callbacks reach the bot; the webhook when absent. */
  transport?: 'webhook' | 'long-connection';
  clock: Clock;
  /** A number in [0, 1): seeded in tests. */
  dice(): number;
  /** Addresses the login page may return to; any http(s) address when absent. */
  redirectUris?: string[];
  /** Real milliseconds the bot has: 3000 for events and callbacks, 1000 for the challenge. */
  deadlines?: { event: number; callback: number; challenge: number };
}

export interface DirectoryPerson {
  openId: string;
  name: string;
  /** Shown under the name in the simulator, e.g. 望江镇 党政办. */
  title: string;
  /** Heading under which the simulator lists the person; taken from the title when absent. */
  group?: string;
  state: 'active' | 'frozen' | 'resigned' | 'out-of-scope' | 'stopped-bot';
  /** Open department ids; the root `0` when absent. */
  departments?: string[];
  email?: string;
  mobile?: string;
  /** Of another organisation when it differs from the platform's. */
  tenantKey?: string;
}

/** What a person can do in the client. All resolve when the bot has answered (or the delivery failed). */
export interface UserActions {
  /** Opens the private chat with the bot; returns its chat id. */
  open(openId: string): Promise<string>;
  /**
   * Private text to the bot, or into a group; `@bot`, `@所有人` and `@姓名` in the text mention. Returns the message id.
   * Like all actions it throws `ClientRefusal` when the client would not let the person do it.
   */
  say(
    openId: string,
    text: string,
    options?: { chatId?: string; sentAt?: number; replyTo?: string },
  ): Promise<string>;
  /** A rich text: a title and one line of plain text per paragraph; mentions as in `say`. */
  sayPost(openId: string, title: string, paragraphs: string[], chatId?: string): Promise<string>;
  sendPicture(openId: string, chatId?: string): Promise<string>;
  sendFile(openId: string, name: string, chatId?: string): Promise<string>;
  recall(openId: string, messageId: string): Promise<void>;
  /**
   * Presses a button: by its text (else name or element id), wherever it stands in the card; client-side rules
   * (disabled, confirm, required) hold. A `Press` is sent as it is, by whomever: also a forged one, of a stranger.
   */
  click(openId: string, messageId: string, button: string | Press): Promise<ClickResult>;
  /** Fills the card's form by field label or name and presses the submit button. Untouched fields keep their defaults. */
  submit(
    openId: string,
    messageId: string,
    values: Record<string, unknown>,
    button?: string,
  ): Promise<ClickResult>;
  /** Chooses an entry of the bot's menu. */
  menu(openId: string, eventKey: string): Promise<void>;
  react(openId: string, messageId: string, emoji: string): Promise<void>;
  addBotToGroup(openId: string, chatId: string): Promise<void>;
  removeBotFromGroup(openId: string, chatId: string): Promise<void>;
  disbandGroup(openId: string, chatId: string): Promise<void>;
  setState(openId: string, state: DirectoryPerson['state']): Promise<void>;
}

/** A press on any component, as the client reports it; nothing is checked against the card. */
export interface Press {
  value: unknown;
  name?: string;
  /** Component tag; `button` when absent. */
  tag?: string;
  /** Chosen in a select, picker or overflow menu, in the platform's format (`2026-09-10 +0800`). */
  option?: string;
  /** Of a checker. */
  checked?: boolean;
  /** Of an input. */
  input?: string;
  /** A forged submission: sent as `form_value`. */
  form?: Record<string, unknown>;
}

export interface ClickResult {
  toast?: { type: 'info' | 'success' | 'warning' | 'error'; content: string };
  /** Client error code (200341 slow, 200671 non-200, 200672 bad body, 200673 bad card, …). */
  errorCode?: number;
  /** The client refused to send it (required field empty, disabled). */
  blocked?: string;
  /** The button opens a page and sends nothing. */
  url?: string;
}

export interface PersonView {
  openId: string;
  chats: ChatView[];
}

export interface ChatView {
  id: string;
  name: string;
  kind: 'p2p' | 'group';
  messages: MessageView[];
}

export interface MessageView {
  id: string;
  from: { openId: string; name: string; bot: boolean };
  at: number;
  type: 'text' | 'post' | 'interactive' | 'image' | 'file';
  /** Plain text of a text message; summary of a card. */
  text: string;
  /** Card JSON 2.0 as it stands now. */
  card?: Record<string, unknown>;
  replyTo?: string;
  /** Times the card was replaced. */
  updates: number;
  recalled: boolean;
  /** Earlier states, oldest first. */
  history: { until: number; text: string; card?: Record<string, unknown> }[];
  reactions: { openId: string; emoji: string }[];
}

export interface JournalEntry {
  /** Counts from 0 for ever; old entries are dropped, indexes stay. */
  index: number;
  at: number;
  /** `to-bot`: event or callback with our answer; `from-bot`: API call with the platform's answer. */
  direction: 'to-bot' | 'from-bot';
  title: string;
  request: unknown;
  response: unknown;
  status: number;
  millis: number;
  /** What the person's client showed instead of the answer. */
  errorCode?: number;
}
