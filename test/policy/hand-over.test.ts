import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  askedQuestion,
  audit,
  grant,
  handedQuestion,
  localFigure,
  person,
  question,
  questionRevision,
} from '../../db/schema/index.ts';
import type { Card } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { dayOf, timeOf } from '../../src/kernel/day.ts';
import { findPublished } from '../../src/policy/repo.ts';
import { buttonsOf, cardOf, type Desk, openDesk } from './desk.ts';

const me = 'ou_zhou';
const editor = 'ou_gu';
const other = 'ou_he';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

const textOf = (card: Card | undefined) => (card ? cardText(card) : '');
const handed = () => desk.runtime.store.db.select().from(handedQuestion);

/** A question of the township's cadre in the hands of both editors of the organisation department. */
async function hand(text = '镇上干部轮岗以后乡镇补贴怎么算'): Promise<void> {
  const preview = cardOf(await desk.tap(me, await desk.say(me, text), '转人工'));
  await desk.tap(me, preview, '发送');
}

async function latest(openId: string): Promise<Card> {
  const card = (await desk.queued(openId)).at(-1)?.card;
  if (!card) throw new Error(`nothing for ${openId}`);
  return card;
}

async function reply(answer = '按轮岗后的岗位执行。', more: Record<string, string> = {}): Promise<void> {
  await desk.tap(editor, await latest(editor), '发送答复', { answer, ...more });
}

describe('on the way to a human', () => {
  it('one sees once what is sent and to whom, and a 发送 sends it to the editors of the topic', async () => {
    const answer = await desk.say(me, '五小指什么');
    const preview = cardOf(await desk.tap(me, answer, '转人工'));
    expect(textOf(preview)).toBe(
      [
        '转人工：请看一眼再发',
        '要发的问题\n五小指什么',
        '发给：市委组织部的政策编辑',
        '号码、姓名已隐去。答复之前记着是您问的，好把答复送回来；答复之后就删掉。',
        '[发送] [不发]',
      ].join('\n'),
    );
    expect(await handed()).toEqual([]);
    const sent = await desk.tap(me, preview, '发送');
    expect(sent.toast?.tone).toBe('success');
    expect(textOf(sent.card)).toContain('已转给市委组织部的政策编辑');
    for (const openId of [editor, other]) {
      const [message] = await desk.queued(openId);
      expect(message).toMatchObject({ kind: 'duty' });
      expect(textOf(message?.card)).toContain('问题　五小指什么');
      expect(textOf(message?.card)).toContain('机器人找到的条目：“五小”是哪五小（WX01）');
      expect(JSON.stringify(message?.card)).not.toMatch(/ou_zhou|周明/);
    }
    expect(await desk.queued('ou_ji')).toEqual([]);
  });

  it('the unknown reply leads there, too; with nothing near, to all editors of the level', async () => {
    const unknown = await desk.say(me, '彗星轨道');
    const preview = cardOf(await desk.tap(me, unknown, '转人工'));
    expect(textOf(preview)).toContain('发给：市委组织部、市纪委监委机关、市委办公室的政策编辑');
  });

  it('the county’s own editor comes before the city’s', async () => {
    const { db } = desk.runtime.store;
    await db.insert(person).values({ openId: 'ou_xian', name: '县编辑' });
    await db.insert(grant).values({ openId: 'ou_xian', unit: 'C1', role: 'editor' });
    const preview = cardOf(await desk.tap(me, await desk.say(me, '五小指什么'), '转人工'));
    expect(textOf(preview)).toContain('发给：青禾县委组织部的政策编辑');
  });

  it('numbers and names are masked before anything is kept', async () => {
    const answer = await desk.say(me, '五小指什么，张建国书记交办的2023456号单子上写的');
    const preview = textOf(cardOf(await desk.tap(me, answer, '转人工')));
    expect(preview).toContain('***书记交办的***号单子');
    const kept = JSON.stringify(await desk.runtime.store.db.select().from(askedQuestion));
    expect(kept).not.toMatch(/张建国|2023456|ou_zhou/);
  });

  it('不发 brings the reply back, sends nothing and counts nothing twice', async () => {
    const answer = await desk.say(me, '五小指什么');
    const preview = cardOf(await desk.tap(me, answer, '转人工'));
    const back = await desk.tap(me, preview, '不发');
    expect(back.card).toEqual(answer);
    expect(await handed()).toEqual([]);
    expect(await desk.queued(editor)).toEqual([]);
  });

  it('a double click sends once', async () => {
    const preview = cardOf(await desk.tap(me, await desk.say(me, '五小指什么'), '转人工'));
    const clicks = await Promise.all([1, 2].map(() => desk.tap(me, preview, '发送')));
    expect(clicks.map(({ toast }) => toast?.tone)).toEqual(['success', 'success']);
    expect(await handed()).toHaveLength(1);
    expect(await desk.queued(editor)).toHaveLength(1);
  });

  it('the command asks for the question, and its editor is found by what it says', async () => {
    const card = await desk.say(me, '转人工');
    const preview = cardOf(await desk.tap(me, card, '下一步', { question: '容错申请要经过哪些环节' }));
    expect(textOf(preview)).toContain('发给：市纪委监委机关的政策编辑');
    await desk.tap(me, preview, '发送');
    expect(await desk.queued('ou_ji')).toHaveLength(1);
  });

  it.each([
    '我要举报我们镇长吃喝，他叫王某某',
    '身份证110101199003071234能查补贴吗',
    '绝密★一年 帮我摘要',
    '谁举报的我，你给查查',
  ])('%s: neither kept nor handed over', async (text) => {
    const card = await desk.say(me, '转人工');
    const answer = cardOf(await desk.tap(me, card, '下一步', { question: text }));
    expect(buttonsOf(answer)).toEqual([]);
    expect(await desk.runtime.store.db.select().from(askedQuestion)).toEqual([]);
    await desk.say(me, text);
    expect(await desk.runtime.store.db.select().from(askedQuestion)).toEqual([]);
    expect(await handed()).toEqual([]);
  });

  it('without an editor, office and phone are named, and who can enter an editor', async () => {
    desk = await openDesk({ people: [[me, '周明', 'T1', 'cadre']] });
    await desk.runtime.store.db.insert(localFigure).values({
      code: 'LOC-36',
      values: { 科室: '市委督查室', 电话: '0000-456', 时段: '工作日' },
    });
    const answer = cardOf(await desk.tap(me, await desk.say(me, '五小指什么'), '转人工'));
    expect(textOf(answer)).toBe(
      '转人工\n这类问题请问：市委组织部。\n人工咨询：市委督查室，0000-456，工作日\n还没有录入政策编辑，问题转不出去。请系统管理员在“人员”表里录入。',
    );
  });

  it('a question that is kept no longer is asked for again', async () => {
    const answer = await desk.say(me, '五小指什么');
    desk.runtime.clock.set('2026-06-24T03:26');
    await desk.runJob('policy.forget', '2026-06-24');
    expect(textOf((await desk.tap(me, answer, '转人工')).card)).toContain('我已经不留着了');
  });

  it('nothing of it shows in a group', async () => {
    await desk.talk.say(me, '彗星轨道', { chat: { id: 'oc_g', kind: 'group' }, mentioned: true });
    const [card] = (await desk.queued('oc_g')).map((row) => row.card);
    expect(buttonsOf(card as Card)).toEqual([]);
    expect(await desk.runtime.store.db.select().from(askedQuestion)).toEqual([]);
  });
});

describe('an editor answers', () => {
  beforeEach(() => hand());

  it('the asker gets it with office and date, and is forgotten', async () => {
    await reply('按轮岗后的岗位执行。', { basis: '市人社局通知' });
    expect(textOf(await latest(me))).toBe(
      [
        '人工答复',
        '您问的　镇上干部轮岗以后乡镇补贴怎么算',
        '按轮岗后的岗位执行。',
        '依据：市人社局通知\n答复单位：市委组织部\n答复日期：2026年6月22日',
        '这是工作人员的答复，不是知识库里的条目；以正式文件为准。',
        '[追问]',
      ].join('\n'),
    );
    expect(await handed()).toMatchObject([{ state: 'answered', asker: '', editor }]);
    const rows = await desk.runtime.store.db.select().from(audit);
    expect(rows.find(({ action }) => action === 'policy.answer')?.actor).toBe(`person:${editor}`);
    expect(JSON.stringify(rows)).not.toContain(me);
  });

  it('the first of two wins; the second is told, and gets no reason to type on', async () => {
    await desk.deliver();
    const cards = [await latest(editor), await latest(other)] as const;
    const [mine, late] = await Promise.all([
      desk.tap(editor, cards[0], '发送答复', { answer: '甲' }),
      desk.tap(other, cards[1], '发送答复', { answer: '乙' }),
    ]);
    expect([mine, late].map(({ toast }) => toast?.tone ?? '').sort()).toEqual(['success', 'warning']);
    expect([textOf(mine.card), textOf(late.card)].join()).toContain('已由市委组织部答复，不用再答');
    const replies = (await desk.queued(me)).filter(({ key }) => key.startsWith('policy.reply@'));
    expect(replies).toHaveLength(1);
    const [row] = await handed();
    expect(textOf(replies[0]?.card)).toContain(row?.answer);
  });

  it('the other editor’s card says so without a sound, and one not yet sent is called off', async () => {
    desk.runtime.clock.set('2026-06-22T09:01');
    await desk.deliver();
    const sentTo = desk.platform.shown.find(({ to }) => to.kind === 'person' && to.openId === other);
    await reply();
    const patches = await desk.queued(sentTo?.messageId ?? '');
    expect(patches.map(({ kind }) => kind)).toEqual(['patch']);
    expect(textOf(patches[0]?.card)).toContain('不用再答');
  });

  it('a card that waits for working hours is called off when somebody answers first', async () => {
    desk.runtime.clock.set('2026-06-22T20:00');
    await hand('五小里有没有小食堂');
    const form = await latest(editor);
    expect((await desk.queued(other)).at(-1)?.state).toBe('held');
    await desk.tap(editor, form, '发送答复', { answer: '有。' });
    expect((await desk.queued(other)).at(-1)?.state).toBe('cancelled');
  });

  it('the same answer again is no second one', async () => {
    const card = await latest(editor);
    await desk.tap(editor, card, '发送答复', { answer: '甲' });
    const again = await desk.tap(editor, card, '发送答复', { answer: '甲' });
    expect(again.toast?.tone).toBe('success');
    expect((await desk.queued(me)).filter(({ key }) => key.startsWith('policy.reply@'))).toHaveLength(1);
  });

  it('in working hours at once, else in the next period: it was asked for, but nobody sits waiting', async () => {
    desk.runtime.clock.set('2026-06-26T18:30');
    await reply();
    const message = (await desk.queued(me)).at(-1);
    expect(message).toMatchObject({ kind: 'answer', state: 'queued' });
    expect(dayOf(message?.dueAt ?? 0)).toBe('2026-06-29');
    expect(timeOf(message?.dueAt ?? 0)).toMatch(/^08:3\d$/);
    await desk.deliver();
    desk.runtime.clock.set('2026-06-29T08:45');
    await desk.deliver();
    expect(desk.platform.shown.at(-1)?.text).toContain('人工答复');
  });

  it('reaches whoever holds no post and whoever opted out: they asked', async () => {
    const { db } = desk.runtime.store;
    await db.update(person).set({ muted: true }).where(eq(person.openId, me));
    await reply();
    const preview = cardOf(
      await desk.tap('ou_visitor', await desk.say('ou_visitor', '五小指什么'), '转人工'),
    );
    await desk.tap('ou_visitor', preview, '发送');
    await reply('小食堂等五样。');
    await desk.deliver();
    const told = desk.platform.shown.filter(({ text }) => text.startsWith('人工答复'));
    expect(told.map(({ to }) => to.kind === 'person' && to.openId)).toEqual([me, 'ou_visitor']);
  });

  it('one step keeps it as a draft with the asker’s wording, and nobody is served it', async () => {
    const { db } = desk.runtime.store;
    const published = (await findPublished(db)).length;
    const answer = await desk.tap(editor, await latest(editor), '发送答复', {
      answer: '按轮岗后的岗位执行。',
      basis: '市人社局通知',
      keep: 'draft',
    });
    expect(answer.toast?.text).toContain('RG20260622-1');
    const revisions = await db
      .select()
      .from(questionRevision)
      .where(eq(questionRevision.number, 'RG20260622-1'));
    expect(revisions).toMatchObject([
      {
        revision: 1,
        like: ['镇上干部轮岗以后乡镇补贴怎么算'],
        answer: '按轮岗后的岗位执行。',
        document: '市人社局通知',
        office: '市委组织部',
        publishedAt: null,
      },
    ]);
    expect(await db.select().from(question).where(eq(question.number, 'RG20260622-1'))).toMatchObject([
      { publishedRevision: null },
    ]);
    expect(await findPublished(db)).toHaveLength(published);
    const before = JSON.stringify(await desk.say(me, '镇上干部轮岗以后乡镇补贴怎么算'));
    expect(before).not.toContain('按轮岗后的岗位执行');
  });

  it('two drafts of one moment get two numbers', async () => {
    await hand('五小里有没有小食堂');
    const [second, first] = (await desk.queued(editor)).map(({ card }) => card).reverse();
    await Promise.all(
      [first, second].map((card) =>
        desk.tap(editor, card as Card, '发送答复', { answer: '有。', keep: 'draft' }),
      ),
    );
    expect((await handed()).map(({ draft }) => draft).sort()).toEqual(['RG20260622-1', 'RG20260622-2']);
  });

  it.each(['文件标着机密★三年，照此办理', '他的身份证是110101199003071234'])(
    'with %s nothing is stored or sent, and the form keeps what was typed',
    async (answer) => {
      const refused = await desk.tap(editor, await latest(editor), '发送答复', { answer });
      expect(refused).toEqual({ toast: { tone: 'error', text: expect.stringContaining('不能发出') } });
      expect(await handed()).toMatchObject([{ state: 'open', answer: '' }]);
    },
  );

  it('what people wrote trips no check of the bot’s own words', async () => {
    await hand('群里天天打卡接龙、收到请回复，五小指什么也要回');
    await reply('不得要求打卡、接龙，也不得要求“收到请回复”。');
    await desk.deliver();
    expect(desk.platform.shown.at(-1)?.text).toContain('不得要求打卡');
  });

  it('an empty answer is refused with the label that is empty', async () => {
    const refused = await desk.tap(editor, await latest(editor), '发送答复', { answer: ' ' });
    expect(refused.toast?.text).toContain('答复没有填');
  });

  it('only by those it is with', async () => {
    const card = await latest(editor);
    for (const openId of ['ou_ji', me, 'ou_visitor']) {
      const refused = await desk.tap(openId, card, '发送答复', { answer: '甲' });
      expect(refused.toast?.tone).toBe('error');
    }
    expect(await handed()).toMatchObject([{ state: 'open' }]);
  });
});

describe('待答问题', () => {
  it('lists what is with this editor, oldest first, and opens the form', async () => {
    await hand('五小里有没有小食堂');
    desk.runtime.clock.advance(5);
    await hand('五强指哪五项呢');
    const list = await desk.say(editor, '待答问题');
    const text = textOf(list);
    expect(text.indexOf('小食堂')).toBeLessThan(text.indexOf('五强'));
    const form = cardOf(await desk.tap(editor, list, '答复'));
    await desk.tap(editor, form, '发送答复', { answer: '有。' });
    expect((await handed()).map(({ state }) => state).sort()).toEqual(['answered', 'open']);
    expect(textOf(await desk.say('ou_ji', '待答问题'))).toContain('现在没有等您答复的问题');
  });

  it('follows the post, not the person', async () => {
    await hand('五小里有没有小食堂');
    const { db } = desk.runtime.store;
    await db.update(person).set({ gone: true }).where(eq(person.openId, editor));
    await db.update(person).set({ gone: true }).where(eq(person.openId, other));
    expect(textOf(await desk.say('ou_ji', '待答问题'))).toContain('小食堂');
  });

  it('is for editors only', async () => {
    expect(textOf(await desk.say(me, '待答问题'))).toContain('政策编辑');
  });
});

describe('追问', () => {
  beforeEach(async () => {
    await hand();
    await reply();
  });

  async function askBack(text: string) {
    const form = cardOf(await desk.tap(me, await latest(me), '追问'));
    return desk.tap(me, form, '发送追问', { question: text });
  }

  it('goes once to the editor who answered, with what was said before', async () => {
    expect(textOf((await askBack('试用期也算吗')).card)).toContain('追问已发出');
    const card = textOf(await latest(editor));
    expect(card).toContain('有一个追问等您答复');
    expect(card).toContain('原来问的　镇上干部轮岗以后乡镇补贴怎么算\n原来答的　按轮岗后的岗位执行。');
    expect(card).toContain('问题　试用期也算吗');
    expect(textOf(await latest(other))).not.toContain('试用期');
    await reply('算。');
    const answer = await latest(me);
    expect(textOf(answer)).toContain('算。');
    expect(buttonsOf(answer)).toEqual([]);
    expect((await handed()).map(({ asker }) => asker)).toEqual(['', '']);
  });

  it('a second one is refused; the same one twice is one', async () => {
    const answer = await latest(me);
    const form = cardOf(await desk.tap(me, answer, '追问'));
    const clicks = await Promise.all(
      ['试用期也算吗', '试用期也算吗'].map((text) => desk.tap(me, form, '发送追问', { question: text })),
    );
    expect(clicks.map(({ card }) => textOf(card))).toEqual([
      expect.stringContaining('追问已发出'),
      expect.stringContaining('追问已发出'),
    ]);
    expect(await handed()).toHaveLength(2);
    const second = await desk.tap(me, form, '发送追问', { question: '那借调呢' });
    expect(second.toast?.text).toContain('已经追问过一次');
    expect((await desk.tap(me, answer, '追问')).toast?.text).toContain('已经追问过一次');
  });

  it('is for whoever received the answer', async () => {
    const card = await latest(me);
    expect((await desk.tap('ou_visitor', card, '追问')).toast?.text).toContain('只有收到这条答复的人');
  });

  it('goes to the topic’s editors when the one who answered has left', async () => {
    const { db } = desk.runtime.store;
    await db.update(person).set({ gone: true }).where(eq(person.openId, editor));
    await askBack('试用期也算吗');
    expect(textOf(await latest(other))).toContain('试用期也算吗');
  });

  it('keeps out what may not be handed over', async () => {
    const refused = await askBack('我要举报我们镇长吃喝');
    expect(refused.toast?.tone).toBe('error');
    expect(await handed()).toHaveLength(1);
  });
});

describe('a question that nobody answers', () => {
  it('is given up after thirty days: the asker is told and forgotten, the editors’ cards lead nowhere', async () => {
    await hand();
    const card = await latest(editor);
    desk.runtime.clock.set('2026-07-21T03:26');
    await desk.runJob('policy.forget', '2026-07-21');
    expect(await handed()).toMatchObject([{ state: 'open' }]);
    desk.runtime.clock.set('2026-07-23T03:26');
    await desk.runJob('policy.forget', '2026-07-23');
    expect(await handed()).toMatchObject([{ state: 'expired', asker: '' }]);
    const told = (await desk.queued(me)).at(-1);
    expect(textOf(told?.card)).toContain('您6月22日转人工的问题一直没有人答复');
    expect(timeOf(told?.dueAt ?? 0)).toMatch(/^08:3\d$/);
    expect((await desk.tap(editor, card, '发送答复', { answer: '迟了' })).toast?.text).toContain('作罢');
  });
});
