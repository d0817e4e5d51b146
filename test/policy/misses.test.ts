import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { askedQuestion, questionHitDay, questionMiss, questionRevision } from '../../db/schema/index.ts';
import type { Card } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { policy } from '../../src/policy/index.ts';
import { checkQuestions } from '../../src/policy/retrieval/verbs/check-questions.ts';
import { testCtx } from '../support/ctx.ts';
import { buttonsOf, cardOf, type Desk, openDesk } from './desk.ts';

const me = 'ou_zhou';
const editor = 'ou_gu';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk({ at: '2026-06-18T10:00' });
});

const db = () => desk.runtime.store.db;
const textOf = (card: Card | undefined) => (card ? cardText(card) : '');

async function misses(
  rows: [text: string, times: number, more?: Partial<typeof questionMiss.$inferInsert>][],
) {
  await db()
    .insert(questionMiss)
    .values(
      rows.map(([text, times, more], i) => ({ id: `m${i}`, text, times, lastDay: '2026-06-18', ...more })),
    );
}

async function digest(monday = '2026-06-22') {
  desk.runtime.clock.set(`${monday}T09:16`);
  await desk.runJob('policy.digest', monday);
}

async function digestOf(openId: string): Promise<Card | undefined> {
  return (await desk.queued(openId)).findLast(({ key }) => key.startsWith('policy.digest@'))?.card;
}

describe('有用 and 没解决', () => {
  it('count once per question, per entry and day, and without a person', async () => {
    const answer = await desk.say(me, '五小指什么');
    await Promise.all([1, 2].map(() => desk.tap(me, answer, '有用')));
    await desk.tap(me, answer, '没解决');
    expect(await db().select().from(questionHitDay)).toEqual([
      { number: 'WX01', day: '2026-06-18', hits: 1, useful: 1, unsolved: 0 },
    ]);
    expect(JSON.stringify(await db().select().from(askedQuestion))).not.toContain(me);
  });

  it('没解决 offers the two nearest others and a human, in one message below the answer', async () => {
    const answer = await desk.say(me, '乡镇工作补贴按什么发');
    for (let i = 0; i < 2; i++) await desk.tap(me, answer, '没解决', {}, 'om_answer');
    const [, offer, ...rest] = await desk.queued(me);
    expect(rest).toEqual([]);
    const buttons = buttonsOf(offer?.card as Card);
    expect(buttons.map(({ action }) => action)).toEqual(['policy.show', 'policy.show', 'policy.human']);
    expect(buttons.map(({ value }) => value?.number)).toContain('BT02');
    const preview = cardOf(await desk.tap(me, offer?.card as Card, '转人工'));
    expect(textOf(preview)).toContain('要发的问题\n乡镇工作补贴按什么发');
  });

  it('what did not help is a miss of that entry’s editors', async () => {
    await desk.tap(me, await desk.say(me, '五小指什么'), '没解决');
    expect(await db().select().from(questionMiss)).toMatchObject([
      { text: '五小指什么', times: 1, near: 'WX01' },
    ]);
  });

  it('the way on from a chosen entry still knows the question', async () => {
    const answer = await desk.say(me, '乡镇工作补贴按什么发');
    await desk.tap(me, answer, '没解决');
    const offer = (await desk.queued(me)).at(-1)?.card as Card;
    const [first] = buttonsOf(offer);
    const shown = cardOf(await desk.tap(me, offer, first?.text ?? ''));
    expect(textOf(cardOf(await desk.tap(me, shown, '转人工')))).toContain('乡镇工作补贴按什么发');
  });
});

describe('the weekly digest', () => {
  it('gives each editor the most wanted of their topics, alike ones together, without askers', async () => {
    await misses([
      ['小食堂几点开饭', 3, { near: 'WX01' }],
      ['请问小食堂几点开饭呀', 2, { near: 'WX01' }],
      ['容错要不要本人写申请', 4, { near: 'RC01' }],
    ]);
    await digest();
    expect(textOf(await digestOf(editor))).toBe(
      [
        '上周没答上来的问题',
        '您负责的内容里，大家最想知道的有 1 个（已去掉提问人，意思相近的合在一起）：',
        '小食堂几点开饭　问过 5 次',
        '[新建条目草稿] [归入某条目]',
        '草稿审核、发布以后才会用来答复。不处理也可以，没人再问的过后不再列出。',
      ].join('\n'),
    );
    expect(textOf(await digestOf('ou_ji'))).toContain('容错要不要本人写申请　问过 4 次');
    expect(await digestOf('ou_bai')).toBeUndefined();
  });

  it('with nothing near, all editors of the level are told; at most ten; last week’s only', async () => {
    const things = Array.from('甲乙丙丁戊己庚辛壬癸子丑');
    await misses([
      ...things.map((one, i): [string, number] => [`${one.repeat(4)}怎么办`, i + 1]),
      ['彗星轨道', 99, { lastDay: '2026-06-14' }],
    ]);
    await digest();
    const text = textOf(await digestOf('ou_bai'));
    expect(text.match(/问过/g)).toHaveLength(10);
    expect(text.indexOf('丑丑')).toBeLessThan(text.indexOf('子子'));
    expect(text).not.toMatch(/甲甲|乙乙|彗星/);
    expect(await digestOf('ou_gu')).toBeDefined();
  });

  it('is silent when there is nothing, and tells beside it what waits for an answer', async () => {
    const preview = cardOf(await desk.tap(me, await desk.say(me, '五小指什么'), '转人工'));
    await desk.tap(me, preview, '发送');
    await digest();
    expect(await digestOf(editor)).toBeUndefined();
    await misses([['小食堂几点开饭', 3, { near: 'WX01', lastDay: '2026-06-23' }]]);
    await digest('2026-06-29');
    expect(textOf(await digestOf(editor))).toContain('另有 1 个转人工的问题等您答复');
  });

  it('comes on Mondays, and is not made up for', () => {
    const job = policy.jobs?.find(({ name }) => name === 'policy.digest');
    expect(job).toMatchObject({ schedule: { every: 'week', weekday: 1, at: '09:16' }, catchUp: 'skip' });
  });

  it('reaches the editors of the counties where the city has none', async () => {
    desk = await openDesk({ people: [['ou_xian', '县编辑', 'C1', 'editor']] });
    await misses([['彗星轨道', 3]]);
    await digest();
    expect(await digestOf('ou_xian')).toBeDefined();
  });
});

describe('from the digest', () => {
  beforeEach(async () => {
    await misses([
      ['小食堂几点开饭', 3, { near: 'WX01' }],
      ['请问小食堂几点开饭呀', 2, { near: 'WX01' }],
    ]);
    await digest();
  });

  async function open(button: string, openId = editor): Promise<Card> {
    await desk.tap(openId, (await digestOf(openId)) as Card, button, {}, `om_digest_${openId}`);
    return (await desk.queued(openId)).at(-1)?.card as Card;
  }

  const drafts = (number: string) =>
    db().select().from(questionRevision).where(eq(questionRevision.number, number));

  it('a new entry’s draft is written with the wording in it, once, and all its wordings are done with', async () => {
    const form = await open('新建条目草稿');
    expect(textOf(form)).toContain('标准问题：小食堂几点开饭');
    const answers = await Promise.all(
      [1, 2].map(() => desk.tap(editor, form, '存为草稿', { answer: '由乡镇自定并公布。' })),
    );
    expect(answers.map(({ toast }) => toast?.tone ?? '').sort()).toEqual(['error', 'success']);
    expect(await drafts('RG20260622-1')).toMatchObject([
      { question: '小食堂几点开饭', answer: '由乡镇自定并公布。', office: '市委组织部', publishedAt: null },
    ]);
    expect((await db().select().from(questionMiss)).map(({ handled }) => handled)).toEqual([true, true]);
    expect((await desk.tap('ou_he', (await digestOf('ou_he')) as Card, '归入某条目')).toast?.text).toContain(
      '已经处理过了',
    );
  });

  it('a changed question keeps the asker’s wording as a way of asking', async () => {
    await desk.tap(editor, await open('新建条目草稿'), '存为草稿', {
      question: '小食堂开放时间',
      answer: '由乡镇自定。',
    });
    expect(await drafts('RG20260622-1')).toMatchObject([
      { question: '小食堂开放时间', like: ['小食堂几点开饭'] },
    ]);
  });

  it('a wording joins an entry as a draft of its next text; what is served stays as it is', async () => {
    const choice = await open('归入某条目');
    const answer = await desk.tap(editor, choice, '“五小”是哪五小');
    expect(textOf(answer.card)).toContain(
      '“小食堂几点开饭”已存入草稿，作为这一条的相似问法：\n“五小”是哪五小',
    );
    const [served, draft] = await drafts('WX01');
    expect(draft).toMatchObject({ revision: 2, publishedAt: null, answer: served?.answer });
    expect(draft?.like).toEqual([...(served?.like ?? []), '小食堂几点开饭']);
    expect((await desk.say(me, '五小指什么')).title).toBe('“五小”是哪五小');
    const { result } = await checkQuestions(testCtx(desk.runtime));
    expect(result.phrasings).toBe(
      (await checkQuestions(testCtx((await openDesk()).runtime))).result.phrasings,
    );
    // The next one builds on this draft.
    await misses([['小厕所谁来扫', 5, { id: 'm9', near: 'WX01', lastDay: '2026-06-24' }]]);
    await digest('2026-06-29');
    await desk.tap(editor, await open('归入某条目'), '“五小”是哪五小');
    expect((await drafts('WX01')).at(-1)?.like).toContain('小食堂几点开饭');
    expect((await drafts('WX01')).at(-1)?.like).toContain('小厕所谁来扫');
  });

  it('what has been dealt with does not come back, however it is asked again', async () => {
    await desk.tap(editor, await open('新建条目草稿'), '存为草稿', { answer: '由乡镇自定。' });
    await misses([['小食堂几点开饭呢', 1, { id: 'm9', lastDay: '2026-06-24' }]]);
    await db().update(questionMiss).set({ lastDay: '2026-06-24' });
    await digest('2026-06-29');
    expect((await desk.queued(editor)).filter(({ key }) => key.includes('2026-06-29'))).toEqual([]);
  });

  it('is for editors only, and takes nothing secret', async () => {
    const form = await open('新建条目草稿');
    expect((await desk.tap(me, form, '存为草稿', { answer: '甲' })).toast?.tone).toBe('error');
    const refused = await desk.tap(editor, form, '存为草稿', { answer: '见机密★文件' });
    expect(refused.toast?.text).toContain('不能存');
    expect(await drafts('RG20260622-1')).toEqual([]);
  });

  it('新增问答 opens an empty draft for editors', async () => {
    const form = await desk.say(editor, '新增问答');
    await desk.tap(editor, form, '存为草稿', { question: '年休假怎么休', answer: '按规定休。' });
    expect(await drafts('RG20260622-1')).toMatchObject([{ question: '年休假怎么休', like: [] }]);
  });
});

describe('at night', () => {
  it('what was asked goes by the next night but one, and misses after a quarter', async () => {
    await desk.say(me, '五小指什么');
    await misses([
      ['旧的', 3, { lastDay: '2026-03-01' }],
      ['新的', 1],
    ]);
    desk.runtime.clock.set('2026-06-19T03:26');
    await desk.runJob('policy.forget', '2026-06-19');
    expect(await db().select().from(askedQuestion)).toHaveLength(1);
    desk.runtime.clock.set('2026-06-20T03:26');
    await desk.runJob('policy.forget', '2026-06-20');
    expect(await db().select().from(askedQuestion)).toEqual([]);
    expect((await db().select().from(questionMiss)).map(({ text }) => text)).toEqual(['新的']);
  });
});
