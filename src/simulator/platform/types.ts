import type { Hono } from 'hono';
import type { Clock } from '../../kernel/ports.ts';

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
  /** Everything sent to the bot and received from it, newest last; `since` is an index. */
  journal(since?: number): JournalEntry[];
  /** Redelivers what the retry ladder owes by now; returns the earliest next moment or undefined. */
  runDue(): Promise<number | undefined>;
  /** Resolves when no delivery to the bot is under way. */
  settled(): Promise<void>;
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
  clock: Clock;
  /** A number in [0, 1): seeded in tests. */
  dice(): number;
}

export interface DirectoryPerson {
  openId: string;
  name: string;
  /** Shown under the name in the simulator, e.g. 望江镇 党政办. */
  title: string;
  state: 'active' | 'frozen' | 'resigned' | 'out-of-scope' | 'stopped-bot';
}

/** Dials for tests; all off by default. */
export interface Faults {
  /** Applies to the next matching API calls, in order of addition. */
  inject(fault: ApiFault): void;
  clear(): void;
  /** Deliver every event twice, and again with a new event id for messages. */
  duplicateEvents: boolean;
  /** Random extra fields, missing user_id, other JSON spacing. */
  roughPayloads: boolean;
  /** Sends per second per user and per chat (5), per API (50), per API and minute (1000); Infinity switches off. */
  limits: { perTarget: number; perSecond: number; perMinute: number };
  tokenErrorStatus: 400 | 200;
}

export interface ApiFault {
  /** Path prefix, e.g. `/open-apis/im/v1/messages`. */
  path: string;
  times: number;
  kind:
    | 'rate-limit'
    | 'status-502'
    | 'html-502'
    | 'reset'
    | 'hang'
    | 'code'
    | 'reset-after-store'
    | '502-after-store';
  code?: number;
  waitSeconds?: number;
}

/** What a person can do in the client. All resolve when the bot has answered (or the delivery failed). */
export interface UserActions {
  /** Opens the private chat with the bot; returns its chat id. */
  open(openId: string): Promise<string>;
  /** Private text to the bot, or into a group; `@bot` in the text mentions it. Returns the message id. */
  say(openId: string, text: string, options?: { chatId?: string; sentAt?: number }): Promise<string>;
  sendPicture(openId: string, chatId?: string): Promise<string>;
  sendFile(openId: string, name: string, chatId?: string): Promise<string>;
  recall(openId: string, messageId: string): Promise<void>;
  /** Presses a button: by its text, or by index path for forged clicks. Client-side rules (disabled, confirm) hold. */
  click(
    openId: string,
    messageId: string,
    button: string | { value: unknown; name?: string },
  ): Promise<ClickResult>;
  /** Fills the card's form by field label or name and presses the submit button. Untouched fields keep their defaults. */
  submit(
    openId: string,
    messageId: string,
    values: Record<string, unknown>,
    button?: string,
  ): Promise<ClickResult>;
  addBotToGroup(openId: string, chatId: string): Promise<void>;
  removeBotFromGroup(openId: string, chatId: string): Promise<void>;
  setState(openId: string, state: DirectoryPerson['state']): Promise<void>;
}

export interface ClickResult {
  toast?: { type: 'info' | 'success' | 'warning' | 'error'; content: string };
  /** Client error code (200341 slow, 200671 non-200, 200672 bad body, 200673 bad card, …). */
  errorCode?: number;
  /** The client refused to send it (required field empty, disabled). */
  blocked?: string;
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
}

export interface JournalEntry {
  at: number;
  /** `to-bot`: event or callback with our answer; `from-bot`: API call with the platform's answer. */
  direction: 'to-bot' | 'from-bot';
  title: string;
  request: unknown;
  response: unknown;
  status: number;
  millis: number;
}
