import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  askedQuestion,
  grant,
  localFigure,
  outbox,
  person,
  questionHitDay,
  questionMiss,
  unit,
} from '../../db/schema/index.ts';
import { starterQuestions } from '../../db/seed/questions/index.ts';
import type { Card } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { handleClick } from '../../src/chat/index.ts';
import { checkCard } from '../../src/feishu/card-check.ts';
import { cardJson } from '../../src/feishu/card-json.ts';
import { contentOfStarter } from '../../src/policy/content.ts';
import { policy } from '../../src/policy/index.ts';
import { publishWrites } from '../../src/policy/publish-writes.ts';
import { startTalk, type Talk } from '../support/conversation.ts';
import { testCtx } from '../support/ctx.ts';

const me = 'ou_cadre';
let talk: Talk;

beforeEach(async () => {
  talk = await startTalk([policy]);
  const { store } = talk.runtime;
  await store.atomically(await publishWrites(testCtx(talk.runtime), starterQuestions.map(contentOfStarter)));
  await store.atomically([
    store.db.insert(unit).values([
      { code: 'T1', name: '石臼坪乡', tier: 'township', county: '青禾县' },
      { code: 'T2', name: '柳溪镇', tier: 'township', county: '青禾县' },
    ]),
    store.db.insert(person).values({ openId: me, name: '周明' }),
    store.db.insert(grant).values({ openId: me, unit: 'T1', role: 'cadre' }),
  ]);
});

/** The card that answers a message, in private or in a group. */
async function answerTo(text: string, place: 'private' | 'group' = 'private'): Promise<Card> {
  const target = place === 'group' ? 'oc_group' : me;
  const cards = async () =>
    (
      await talk.runtime.store.db.select({ card: outbox.card }).from(outbox).where(eq(outbox.target, target))
    ).map(({ card }) => card);
  const before = (await cards()).length;
  await talk.say(
    me,
    text,
    place === 'group' ? { chat: { id: 'oc_group', kind: 'group' }, mentioned: true } : {},
  );
  const card = (await cards()).at(before);
  if (!card) throw new Error('no answer');
  return card;
}

function press(action: string, value: Record<string, unknown>, form?: Record<string, unknown>) {
  const source = {
    kind: 'click' as const,
    eventId: 'c1',
    messageId: 'om_card',
    chatId: 'oc_1',
    openId: me,
    action,
    version: 1,
    value,
    ...(form ? { form } : {}),
  };
  return handleClick(talk.conversation, source, () => new Promise<void>(() => {}));
}

function formOf(card: Card | undefined) {
  const form = card?.blocks.find((block) => block.kind === 'form');
  if (!form) throw new Error('no form');
  return form;
}

/** Types one value into the card's form and presses 算一下. */
function type(card: Card | undefined, typed: string) {
  const { fields, submit } = formOf(card);
  return press(submit.action, submit.value ?? {}, { [fields[0]?.name ?? '']: typed });
}

function enter(rows: { code: string; unit?: string; values: Record<string, string> }[]) {
  return talk.runtime.store.db
    .insert(localFigure)
    .values(rows.map((row, position) => ({ ...row, position })));
}

const table = (amount: number, since: string) => [
  { code: 'LOC-01', values: { 起年: '0', 止年: '5', 月额: String(amount), 生效日: since } },
  { code: 'LOC-01', values: { 起年: '5', 月额: String(amount + 60), 生效日: since } },
];

describe('from the local table', () => {
  it('shows the arithmetic and the table it was read from', async () => {
    await enter(table(220, '2026-01-01'));
    const card = await answerTo('我在乡镇干了8年，一个月该拿多少乡镇补贴');
    const text = cardText(card);
    expect(text).toContain('每月 280 元');
    expect(text).toContain('以人社、财政、组织部门核定为准。');
    expect(card.blocks.find((block) => block.kind === 'panel')?.title).toContain('分档表');
  });

  it('the table in force today: neither the one before nor the one to come', async () => {
    await enter([...table(200, '2020-01-01'), ...table(220, '2026-01-01'), ...table(900, '2026-12-01')]);
    const text = cardText(await answerTo('我在乡镇干了8年，一个月该拿多少乡镇补贴'));
    expect(text).toContain('每月 280 元');
    expect(text).not.toContain('960');
  });

  it('a table that is not yet in force is none', async () => {
    await enter(table(900, '2026-12-01'));
    const text = cardText(await answerTo('我在乡镇干了8年，一个月该拿多少乡镇补贴'));
    expect(text).not.toContain('960 元');
  });

  it('the own unit’s table before the general one, and the own township on the list', async () => {
    await enter([
      ...table(220, '2026-01-01'),
      { code: 'LOC-01', unit: 'T1', values: { 起年: '0', 月额: '500' } },
      { code: 'LOC-02', values: { 乡镇: '石臼坪乡', 类别: '一类', 加发月额: '200' } },
    ]);
    expect(cardText(await answerTo('我在乡镇干了8年，一个月该拿多少乡镇补贴'))).toContain(
      '500 元 ＋ 200 元 ＝ 700 元/月',
    );
  });

  it('without a table the entry says what is missing and who knows it', async () => {
    const text = cardText(await answerTo('我在乡镇干了8年，一个月该拿多少乡镇补贴'));
    expect(text).toContain('本地标准还没有录入');
    expect(text).toContain('人社局');
    expect(text).not.toMatch(/\d+ 元/);
  });
});

describe('one missing value at a time', () => {
  it('a field with its form; what is typed there goes on from what was said', async () => {
    await enter(table(220, '2026-01-01'));
    const asked = await answerTo('帮我算算乡镇补贴，偏远的');
    expect(formOf(asked).fields.map(({ name }) => name)).toEqual(['years']);
    const { card, toast } = await type(asked, '九年半');
    expect(toast).toBeUndefined();
    expect(cardText(card ?? asked)).toContain('9 年半，满 5 年这一档：280 元/月');
  });

  it('a bad value is explained, stays in the field, and loses nothing', async () => {
    const asked = await answerTo('帮我算下按12%增发一年多多少');
    const first = await type(asked, '两千多');
    expect(first.toast).toMatchObject({
      tone: 'warning',
      text: expect.stringContaining('“两千多”看不出是多少'),
    });
    expect(formOf(first.card).fields[0]).toMatchObject({ name: 'pay', value: '两千多' });
    const second = await type(first.card, '2600');
    expect(cardText(second.card ?? asked)).toContain('2600 元 × 12% ＝ 312 元；312 元 × 12 ＝ 3744 元');
  });

  it('an empty field is asked for again', async () => {
    const asked = await answerTo('帮我算下按12%增发一年多多少');
    const { toast, card } = await type(asked, ' ');
    expect(toast?.tone).toBe('warning');
    expect(formOf(card).fields).toHaveLength(1);
  });

  it('sums that nothing tells apart are buttons', async () => {
    const card = await answerTo('村集体收入甲项目30万，乙项目20万，提多少奖励');
    const buttons = card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
    expect(buttons.map(({ text }) => text)).toEqual(['30万', '20万', '30万 ＋ 20万']);
    const both = buttons[2];
    if (!both || !('action' in both)) throw new Error('no button');
    const { card: result } = await press(both.action, both.value ?? {});
    expect(cardText(result ?? card)).toContain('50 万元 × 20% ＝ 10 万元');
  });

  it('plan, then count, from the menu', async () => {
    const menu = await answerTo('算账');
    const buttons = menu.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
    const pace = buttons.find(({ text }) => text === '计划进度测算');
    if (!pace || !('action' in pace)) throw new Error('no button');
    const plan = await press(pace.action, pace.value ?? {});
    expect(formOf(plan.card).fields.map(({ name }) => name)).toEqual(['plan']);
    const done = await type(plan.card, '60件');
    expect(formOf(done.card).fields.map(({ name }) => name)).toEqual(['done']);
    const { card } = await type(done.card, '34');
    expect(cardText(card ?? menu)).toContain('计划执行率：34 ÷ 60 ≈ 56.7%');
  });

  it('a day is picked, not typed', async () => {
    const asked = await answerTo('容错核实要20个工作日，到哪天');
    expect(formOf(asked).fields[0]).toMatchObject({ kind: 'date', name: 'start' });
    const { card } = await type(asked, '2026-03-02 +0800');
    expect(cardText(card ?? asked)).toContain('到 2026年3月30日（周一）');
  });

  it('in groups there is nothing to fill in', async () => {
    const card = await answerTo('帮我算下按12%增发一年多多少', 'group');
    expect(card.blocks.map(({ kind }) => kind)).toEqual(['text']);
    expect(cardText(card)).toContain('到单聊里算');
  });
});

describe('values from a button are read anew', () => {
  it.each([
    ['an unknown calculator', { calculator: 'loan', place: 'private' }],
    [
      'a value that no card of ours carries',
      { calculator: 'ceiling', place: 'private', income: '1'.repeat(500) },
    ],
    ['no place', { calculator: 'ceiling' }],
  ])('%s is refused', async (_, value) => {
    expect((await press('policy.compute', value)).toast?.tone).toBe('error');
  });

  it.each([
    { calculator: 'allowance', table: 'x;0-5', years: '8年' },
    { calculator: 'allowance', years: '!'.repeat(50) },
    { calculator: 'ceiling', income: '+', claim: '一', people: '-1', share: 'x' },
    { calculator: 'supplement', pay: ':;', shares: ',,', people: 'NaN' },
    { calculator: 'reverse', done: '5', share: '-1e9', of: 'before' },
    { calculator: 'pace', plan: '0', done: '0', month: '99', year: 'x', stated: '0' },
    { calculator: 'report_day', month: '99', year: '9999' },
    { calculator: 'half_end', year: '-5', half: '7' },
    { calculator: 'workdays', topic: '?', start: '99月99日', days: '1' },
    { calculator: 'record', item: 'groups', groups: 'x', least: '' },
    { calculator: 'record', item: 'promoted', whole: '0', part: '5' },
    { calculator: 'years', years: '' },
  ])('whatever stands in it, something sensible is shown: $calculator', async (value) => {
    const { card, toast } = await press('policy.compute', { place: 'private', ...value });
    expect(toast?.tone).not.toBe('error');
    expect(card && checkCard(cardJson(card))).toEqual([]);
    expect(card && cardText(card)).not.toMatch(/NaN|undefined|Infinity/);
  });
});

it('every kind of card is one that the platform takes', async () => {
  await enter(table(220, '2026-01-01'));
  for (const text of [
    '我在乡镇干了8年，一个月该拿多少乡镇补贴',
    '帮我算算乡镇补贴',
    '按湖南那个办法，在乡镇12年，一个月多少',
    '村集体经营性收入46万能提多少奖励',
    '村集体经营性收入46，能提多少奖励',
    '基本报酬每月1950，最少最多能增发多少',
    '容错核实要20个工作日，到哪天',
    '2月30日起5个工作日是哪天',
    '12月20日起15个工作日到哪天',
    '3月2号交了容错申请，最晚哪天有结论',
    '专项整治方案4300字超没超',
    '我们单位年计划发文60件，到6月底发了34件，进度超没超',
    '我们单位还剩多少发文额度',
    '算账',
  ])
    expect([text, checkCard(cardJson(await answerTo(text)))]).toEqual([text, []]);
});

it('a pasted draft is counted and not kept', async () => {
  const draft = `各乡镇：\n${'现就汛期值守通知如下，听清没有？'.repeat(400)}`;
  const card = await answerTo(`这个专项通知超没超字数\n${draft}`);
  expect(cardText(card)).toContain('超了 2404 字');
  const { db } = talk.runtime.store;
  expect(await db.select().from(askedQuestion)).toEqual([]);
  expect(await db.select().from(questionMiss)).toEqual([]);
});

it('a click stores nothing and sends nothing', async () => {
  const asked = await answerTo('帮我算下按12%增发一年多多少');
  const { db } = talk.runtime.store;
  const stored = async () => [
    await db.select().from(questionHitDay),
    await db.select().from(questionMiss),
    await db.select().from(outbox),
  ];
  const before = await stored();
  await type(asked, '2600');
  expect(await stored()).toEqual(before);
});
