import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Delivery } from './fake-bot.ts';
import { card, GROUP, LIN, QIU, sendCard, type World, world } from './world.ts';

function fixture(name: string): unknown {
  const path = fileURLToPath(new URL(`../feishu/fixtures/${name}.json`, import.meta.url));
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** What people and the bot wrote themselves; its shape is theirs. */
const FREE = new Set(['content', 'value', 'form_value']);

/** The keys of a payload with the types of their values; lists by their first entry, texts of digits by length. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shape);
  if (typeof value === 'string') return /^\d{10,}$/.test(value) ? `${value.length} digits` : 'string';
  if (typeof value !== 'object' || value === null) return typeof value;
  const entries = Object.entries(value).map(([key, each]) => [
    key,
    FREE.has(key) ? typeof each : key === 'user_id' && each === null ? 'string' : shape(each),
  ]);
  return Object.fromEntries(entries.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
}

const CARD = card('月报', { 有帮助: { cmd: 'feedback' } }, [
  {
    tag: 'form',
    name: 'f',
    elements: [
      { tag: 'input', name: 'visits' },
      {
        tag: 'button',
        name: 'btn_submit',
        text: { tag: 'plain_text', content: '提交' },
        form_action_type: 'submit',
        behaviors: [{ type: 'callback', value: { cmd: 'report.submit' } }],
      },
    ],
  },
]);

const cases: [name: string, act: (w: World) => Promise<unknown>][] = [
  ['im.message.receive_v1.p2p_text', ({ platform }) => platform.users.say(LIN, '本月拜访了几家客户？')],
  [
    'im.message.receive_v1.group_text_mentions',
    ({ platform }) => platform.users.say(LIN, '@bot 请把报表发给 @邱禾 看一下', { chatId: GROUP }),
  ],
  [
    'im.message.receive_v1.post',
    ({ platform }) => platform.users.sayPost(LIN, '拜访纪要', ['@bot 今天见了采购负责人'], GROUP),
  ],
  ['im.message.receive_v1.image', ({ platform }) => platform.users.sendPicture(LIN)],
  ['im.message.receive_v1.file', ({ platform }) => platform.users.sendFile(LIN, '九月拜访计划.xlsx')],
  [
    'im.message.recalled_v1',
    async ({ platform, bot }) => {
      const id = await platform.users.say(LIN, '错了');
      bot.deliveries = [];
      await platform.users.recall(LIN, id);
    },
  ],
  [
    'im.chat.access_event.bot_p2p_chat_entered_v1',
    async ({ platform, bot }) => {
      await platform.users.say(LIN, '你好');
      bot.deliveries = [];
      await platform.users.open(LIN);
    },
  ],
  ['im.chat.member.bot.deleted_v1', ({ platform }) => platform.users.removeBotFromGroup(QIU, GROUP)],
  ['im.chat.member.bot.added_v1', ({ platform }) => platform.users.addBotToGroup(QIU, GROUP)],
  ['im.chat.disbanded_v1', ({ platform }) => platform.users.disbandGroup(QIU, GROUP)],
  ['application.bot.menu_v6', ({ platform }) => platform.users.menu(LIN, 'monthly_report')],
  [
    'im.message.reaction.created_v1',
    async ({ platform, bot }) => {
      const id = await platform.users.say(LIN, '收到');
      bot.deliveries = [];
      await platform.users.react(LIN, id, 'THUMBSUP');
    },
  ],
  [
    'card.action.trigger.button',
    async (w) => w.platform.users.click(LIN, await sendCard(w, LIN, CARD), '有帮助'),
  ],
  [
    'card.action.trigger.form_submit',
    async (w) => w.platform.users.submit(LIN, await sendCard(w, LIN, CARD), { visits: 36 }),
  ],
  ...(
    [
      ['overflow', { tag: 'overflow', value: { cmd: 'more' }, option: 'snooze_1d' }],
      ['checker', { tag: 'checker', value: { cmd: 'todo.toggle' }, checked: true }],
      ['input', { tag: 'input', value: { cmd: 'note.save' }, name: 'note', input: '客户要求周三前回电' }],
      ['date_picker', { tag: 'date_picker', value: { cmd: 'due.pick' }, option: '2026-09-10 +0800' }],
      ['select_person', { tag: 'select_person', value: { cmd: 'owner.pick' }, option: QIU }],
    ] as const
  ).map(([name, press]): [string, (w: World) => Promise<unknown>] => [
    `card.action.trigger.${name}`,
    async (w) => w.platform.users.click(LIN, await sendCard(w, LIN, CARD), press),
  ]),
];

it.each(cases)('A2 B14 D the shape of %s is the recorded one', async (name, act) => {
  const w = await world();
  w.platform.faults.employeeIds = true;
  await act(w);
  expect(w.bot.deliveries).toHaveLength(1);
  expect(shape((w.bot.deliveries[0] as Delivery).body)).toEqual(shape(fixture(name)));
});

it('A14 without the permission for employee ids user_id is null, as recorded', async () => {
  const { platform, bot } = await world();
  await platform.users.say(LIN, '你好');
  const recorded = fixture('im.message.receive_v1.p2p_text_no_user_id_scope') as Delivery['body'];
  const id = (body: Delivery['body']) =>
    (body.event.sender as { sender_id: Record<string, unknown> }).sender_id.user_id;
  expect(id(bot.only('im.message.receive_v1').body)).toBe(id(recorded));
});

it.each([
  ['contact.user.updated_v3.frozen', 'frozen'],
  ['contact.user.deleted_v3', 'resigned'],
  ['contact.scope.updated_v3', 'out-of-scope'],
] as const)('A18 %s has no key and no type that was not recorded', async (name, state) => {
  const { platform, bot } = await world();
  await platform.users.setState(LIN, state);
  const recorded = shape(fixture(name)) as object;
  expect(recorded).toMatchObject(pruned(shape(bot.deliveries[0]?.body)) as object);
});

/** Without empty lists, which match any recorded one. */
function pruned(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? expect.any(Array) : value.map(pruned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, pruned(each)]));
}
