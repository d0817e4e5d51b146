import { ClientRefusal } from '../../src/simulator/platform/client/refusal.ts';
import type { ChatView, ClickResult, MessageView, Press } from '../../src/simulator/platform/types.ts';
import { readCard } from './read-card.ts';
import type { Stage } from './stage.ts';

/** What a click led to, as the person sees it. */
export interface Answer {
  /** The toast; empty without one. */
  says: string;
  tone: string;
  /** What the client shows when the bot did not answer properly. */
  errorCode: number | undefined;
  /** The first try got no answer and the person had to click again. */
  repeated: boolean;
  /** The card was replaced. */
  replaced: boolean;
}

export interface Where {
  /** A group; the private chat with the bot when absent. */
  in?: string;
}

/** Somebody with a Feishu client. Every action ends when the bot has answered and both sides are at rest. */
export interface Person {
  openId: string;
  name: string;
  says(text: string, where?: Where & { at?: number }): Promise<void>;
  opensChat(): Promise<void>;
  sendsPicture(where?: Where): Promise<void>;
  sendsFile(name: string, where?: Where): Promise<void>;
  addsBot(chatId: string): Promise<void>;
  removesBot(chatId: string): Promise<void>;
  /** Presses a button of the newest card that has it (and reads like `on`). */
  clicks(button: string, on?: RegExp, where?: Where): Promise<Answer>;
  /** Fills the newest form by labels and submits it; what is not named stays as the card brought it. */
  submits(values: Record<string, string | boolean>): Promise<Answer>;
  /** A button of a card as it stands now, to be pressed later on a client that has not refreshed. */
  keepsOpen(button: string): () => Promise<Answer>;
  /** Everything the bot sent to this person in private, as it reads now, oldest first. */
  received(): string[];
}

const TRIES = 8;

/** Where somebody acts: the platform, and how the product comes to rest. */
export type Place = Pick<Stage, 'platform' | 'weather' | 'rest'>;

export function createPerson(who: { openId: string; name: string }, on: () => Place): Person {
  const { openId, name } = who;
  const users = () => on().platform.users;

  async function done(action: Promise<unknown>): Promise<void> {
    await action;
    await on().rest();
  }

  const chat = (id?: string) =>
    on()
      .platform.view(openId)
      .chats.find((one) => (id ? one.id === id : one.kind === 'p2p'));

  function newest(holds: (text: string) => boolean, what: string, where: Where = {}): MessageView {
    const found = chat(where.in)?.messages.findLast(
      (message) => message.from.bot && holds(cardText(message)),
    );
    if (found) return found;
    throw new Error(`${name} has no card with ${what}, only:\n${textsIn(chat()).join('\n---\n')}`);
  }

  /** A person who gets no answer waits a little and tries again; a nervous one clicks twice. */
  async function press(message: MessageView, act: () => Promise<ClickResult>): Promise<Answer> {
    const { platform, weather, rest } = on();
    for (let tries = 1; ; tries++) {
      const before = updatesOf(message.id);
      const result = await act().catch((error: unknown): ClickResult => {
        // Somebody else has brought the card up to date meanwhile: nothing is left to click.
        if (tries > 1 && error instanceof ClientRefusal) return {};
        throw error;
      });
      await rest();
      const lost = result.errorCode !== undefined && tries < TRIES && weather.lives !== undefined;
      if (lost) continue;
      const replaced = updatesOf(message.id) > before;
      if (weather.rough && !result.blocked) {
        await platform.users.click(openId, message.id, lastPress());
        await rest();
      }
      return {
        says: result.toast?.content ?? result.blocked ?? '',
        tone: result.toast?.type ?? '',
        errorCode: result.errorCode,
        repeated: tries > 1,
        replaced,
      };
    }
  }

  const updatesOf = (id: string) =>
    on()
      .platform.view(openId)
      .chats.flatMap(({ messages }) => messages)
      .find((message) => message.id === id)?.updates ?? 0;

  function lastPress(): Press {
    const entry = on()
      .platform.journal()
      .findLast(({ title }) => title === 'card.action.trigger');
    if (!entry) throw new Error('nobody has clicked anything');
    const { action } = (entry.request as { event: { action: Record<string, unknown> } }).event;
    return {
      value: action.value,
      tag: String(action.tag),
      ...(typeof action.name === 'string' && { name: action.name }),
      ...(action.form_value !== undefined && { form: action.form_value as Record<string, unknown> }),
    };
  }

  return {
    openId,
    name,
    says: (text, { in: chatId, at } = {}) =>
      done(users().say(openId, text, { ...(chatId && { chatId }), ...(at !== undefined && { sentAt: at }) })),
    opensChat: () => done(users().open(openId)),
    sendsPicture: (where = {}) => done(users().sendPicture(openId, where.in)),
    sendsFile: (file, where = {}) => done(users().sendFile(openId, file, where.in)),
    addsBot: (chatId) => done(users().addBotToGroup(openId, chatId)),
    removesBot: (chatId) => done(users().removeBotFromGroup(openId, chatId)),
    clicks(button, which = /./, where = {}) {
      const message = newest(
        (text) => text.includes(`[${button}]`) && which.test(text),
        `a button ${button}`,
        where,
      );
      return press(message, () => users().click(openId, message.id, button));
    },
    submits(values) {
      const message = newest(
        (text) => Object.keys(values).every((label) => text.includes(label)),
        'such a form',
      );
      return press(message, () => users().submit(openId, message.id, values));
    },
    keepsOpen(button) {
      const message = newest((text) => text.includes(`[${button}]`), `a button ${button}`);
      const value = buttonValue(message.card, button);
      return () => press(message, () => users().click(openId, message.id, { value }));
    },
    received: () => textsIn(chat()),
  };
}

/** What the bot said in a chat. */
export function textsIn(chat: ChatView | undefined): string[] {
  return (chat?.messages ?? []).filter(({ from, recalled }) => from.bot && !recalled).map(cardText);
}

function cardText({ card, text }: MessageView): string {
  return card ? readCard(card) : text;
}

function buttonValue(card: unknown, button: string): unknown {
  if (typeof card !== 'object' || card === null) return undefined;
  const node = card as Record<string, unknown>;
  const text = (node.text as { content?: string } | undefined)?.content;
  if (node.tag === 'button' && text === button)
    return (node.behaviors as { value?: unknown }[] | undefined)?.[0]?.value;
  return Object.values(node)
    .map((child) => buttonValue(child, button))
    .find((value) => value !== undefined);
}
