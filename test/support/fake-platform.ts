import { ClientRefusal } from '../../src/simulator/platform/client/refusal.ts';
import type {
  ChatView,
  ClickResult,
  DirectoryPerson,
  JournalEntry,
  MessageView,
  PlatformSettings,
  Press,
} from '../../src/simulator/platform/types.ts';
import type { PagePlatform } from '../../src/simulator/routes.ts';

/** What was asked of the fake, for tests to look at. */
export interface Call {
  what: 'open' | 'say' | 'picture' | 'file' | 'click' | 'submit';
  openId: string;
  chatId?: string | undefined;
  text?: string;
  messageId?: string;
  button?: string | Press | undefined;
  values?: Record<string, unknown>;
}

/** A platform without a bot behind it: chats in memory, answers given by the test. For tests of the page only. */
export interface FakePlatform extends PagePlatform {
  calls: Call[];
  now: number;
  addPerson(person: DirectoryPerson): void;
  addGroup(chatId: string, name: string, members: string[]): void;
  fromBot(openId: string, content: string | Record<string, unknown>, chatId?: string): MessageView;
  replaceCard(messageId: string, card: Record<string, unknown>): void;
  note(entry: Partial<JournalEntry>): void;
  /** Answers the next clicks and submits; an empty answer when absent. */
  answer: (call: Call) => ClickResult | Promise<ClickResult>;
}

export const BOT = 'ou_bot';

export function fakePlatform(now: number): FakePlatform {
  const people: DirectoryPerson[] = [];
  const chats = new Map<string, ChatView & { members: string[] }>();
  const journal: JournalEntry[] = [];
  let count = 0;

  function privateChat(openId: string) {
    const id = `oc_${openId}`;
    const chat = chats.get(id) ?? { id, name: '轻负', kind: 'p2p', messages: [], members: [openId] };
    chats.set(id, chat);
    return chat;
  }

  function put(chatId: string, message: Partial<MessageView> & Pick<MessageView, 'from' | 'type' | 'text'>) {
    const full: MessageView = {
      id: `om_${String(++count).padStart(4, '0')}`,
      at: fake.now,
      updates: 0,
      recalled: false,
      history: [],
      reactions: [],
      ...message,
    };
    chats.get(chatId)?.messages.push(full);
    return full;
  }

  function fromPerson(call: Call, type: MessageView['type'], text: string): string {
    const person = people.find((one) => one.openId === call.openId);
    if (!person) throw new ClientRefusal(`没有这个人：${call.openId}`);
    fake.calls.push(call);
    const chatId = call.chatId ?? privateChat(call.openId).id;
    return put(chatId, { from: { openId: person.openId, name: person.name, bot: false }, type, text }).id;
  }

  const fake: FakePlatform = {
    calls: [],
    now,
    answer: () => ({}),
    settings: { botOpenId: BOT, botName: '轻负' } as PlatformSettings,
    people: () => people,
    view: (openId) => ({
      openId,
      chats: [...chats.values()]
        .filter((chat) => chat.members.includes(openId))
        .map(({ id, name, kind, messages }) => ({ id, name, kind, messages: [...messages] })),
    }),
    journal: (since = 0) => journal.slice(since),
    settled: async () => undefined,
    addPerson: (person) => void people.push(person),
    addGroup: (id, name, members) => void chats.set(id, { id, name, kind: 'group', messages: [], members }),
    fromBot(openId, content, chatId = privateChat(openId).id) {
      const from = { openId: BOT, name: '轻负', bot: true };
      if (typeof content === 'string') return put(chatId, { from, type: 'text', text: content });
      const summary = (content['config'] as { summary?: { content?: string } } | undefined)?.summary?.content;
      return put(chatId, { from, type: 'interactive', text: summary ?? '', card: content });
    },
    replaceCard(messageId, card) {
      for (const chat of chats.values())
        chat.messages = chat.messages.map((one) =>
          one.id === messageId ? { ...one, card, updates: one.updates + 1 } : one,
        );
    },
    note: (entry: Partial<JournalEntry>) =>
      void journal.push({
        index: journal.length,
        at: fake.now,
        direction: 'to-bot',
        title: 'im.message.receive_v1',
        request: {},
        response: {},
        status: 200,
        millis: 12,
        ...entry,
      }),
    users: {
      async open(openId) {
        fake.calls.push({ what: 'open', openId });
        return privateChat(openId).id;
      },
      say: async (openId, text, options) =>
        fromPerson(
          { what: 'say', openId, text, chatId: options?.chatId },
          'text',
          text.replace('@bot', '@轻负'),
        ),
      sendPicture: async (openId, chatId) =>
        fromPerson({ what: 'picture', openId, chatId }, 'image', '[图片]'),
      sendFile: async (openId, name, chatId) =>
        fromPerson({ what: 'file', openId, chatId, text: name }, 'file', `[文件] ${name}`),
      async click(openId, messageId, button) {
        const call: Call = { what: 'click', openId, messageId, button };
        fake.calls.push(call);
        return fake.answer(call);
      },
      async submit(openId, messageId, values, button) {
        const call: Call = { what: 'submit', openId, messageId, values, button };
        fake.calls.push(call);
        return fake.answer(call);
      },
    },
  };
  return fake;
}
