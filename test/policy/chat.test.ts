import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { inbox, localFigure, outbox } from '../../db/schema/index.ts';
import type { Card } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { handleClick } from '../../src/chat/index.ts';
import { plainOf } from '../../src/chat/rich.ts';
import { checkCard } from '../../src/feishu/card-check.ts';
import { cardJson } from '../../src/feishu/card-json.ts';
import { policy } from '../../src/policy/index.ts';
import { publishWrites } from '../../src/policy/publish-writes.ts';
import { withdrawQuestion } from '../../src/policy/verbs/withdraw-question.ts';
import { startTalk, type Talk } from '../support/conversation.ts';
import { testCtx } from '../support/ctx.ts';
import { samples } from './fixtures/questions.ts';
import { traces } from './world.ts';

const me = 'ou_cadre';
let talk: Talk;
beforeEach(async () => {
  talk = await startTalk([policy]);
  await talk.runtime.store.atomically(await publishWrites(testCtx(talk.runtime), samples));
});

async function cards(target: string) {
  const rows = await talk.runtime.store.db
    .select({ card: outbox.card })
    .from(outbox)
    .where(eq(outbox.target, target))
    .orderBy(outbox.createdAt, outbox.id);
  return rows.flatMap(({ card }) => card ?? []);
}

async function answerTo(text: string) {
  const before = (await cards(me)).length;
  await talk.say(me, text);
  const [card] = (await cards(me)).slice(before);
  if (!card) throw new Error('no answer');
  return card;
}

async function buttons(text: string) {
  const card = await answerTo(text);
  return card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
}

function click(action: string, value: Record<string, unknown>) {
  const source = {
    kind: 'click' as const,
    eventId: 'c1',
    messageId: 'om_card',
    chatId: 'oc_1',
    openId: me,
    action,
    version: 1,
    value,
  };
  return handleClick(talk.conversation, source, () => new Promise<void>(() => {}));
}

describe('an answer', () => {
  it('gives the conclusion, then basis and date, then whom to ask', async () => {
    const { title, blocks } = await answerTo('改成便笺发行不行');
    expect(title).toBe('红头文件改成白头、便笺发，算不算发文数');
    expect(blocks.map(({ kind }) => kind)).toEqual(['text', 'facts', 'note', 'buttons']);
    const facts = blocks.find((block) => block.kind === 'facts')?.facts ?? [];
    expect(Object.fromEntries(facts.map(({ label, value }) => [label, plainOf(value)]))).toEqual({
      依据: '《整治形式主义为基层减负若干规定》 第一条',
      可信度: '公开文件，待核原文；产品设置，不是政策',
      时效: '2024年8月6日起施行',
      找谁问: '市委办公室（电话还没有录入）',
    });
  });

  it('has its three buttons in private, and none in a group', async () => {
    expect((await buttons('五小是哪五小')).map((button) => button.text)).toEqual([
      '有用',
      '没解决',
      '转人工',
    ]);
    await talk.say(me, '五小是哪五小', { chat: { id: 'oc_group', kind: 'group' }, mentioned: true });
    const [card] = await cards('oc_group');
    expect(card?.blocks.map(({ kind }) => kind)).toEqual(['text', 'facts', 'note']);
  });

  it('names what is missing locally, who knows it, and no code', async () => {
    const text = JSON.stringify(await answerTo('我在乡镇干了8年每月拿多少乡补'));
    expect(text).toContain('本地标准还没有录入');
    expect(text).toContain('乡镇工作补贴年限分档表');
    expect(text).toContain('人社局/组织部');
    expect(text).not.toContain('LOC-');
  });

  it('shows the local table once it is there, the own unit’s before the general one', async () => {
    const { db } = talk.runtime.store;
    await db.insert(localFigure).values([
      { code: 'LOC-01', position: 0, values: { 起年: '0', 止年: '10', 月额: '200' } },
      { code: 'LOC-01', position: 1, values: { 起年: '10', 月额: '260' } },
    ]);
    const { blocks } = await answerTo('我在乡镇干了8年每月拿多少乡补');
    const panel = blocks.find((block) => block.kind === 'panel');
    expect(panel?.blocks).toEqual([{ kind: 'text', text: '起年 0，止年 10，月额 200\n起年 10，月额 260' }]);
    expect(JSON.stringify(blocks)).not.toContain('没有录入：');
  });

  it('says how initials were read', async () => {
    expect(JSON.stringify(await answerTo('wx都有哪些'))).toContain('您说的“wx”，我按“五小”理解。');
  });

  it('carries no history forward', async () => {
    expect(JSON.stringify(await answerTo('今年发了几个文'))).toContain('我手里只有历史数');
    expect(JSON.stringify(await answerTo('上半年市里发了多少文件'))).not.toContain('我手里只有历史数');
  });

  it('passes no verdict on a case', async () => {
    expect(JSON.stringify(await answerTo('这种事能不能容错该找谁'))).toContain('我不下结论');
    const waiting = JSON.stringify(await answerTo('我的乡镇工作补贴被扣算不算违纪'));
    expect(waiting).toMatch(/我不下结论.*本地标准还没有录入/);
  });

  it('every kind of card is one that the platform takes', async () => {
    for (const text of [
      '五小是哪五小',
      '我在乡镇干了8年每月拿多少乡补',
      '村集体经营性收入46万能提多少奖励',
      '高铁票怎么抢',
      '我要举报我们镇长吃喝',
      '怎么才能不算发文数',
      '乡镇补贴',
      '转人工',
    ])
      expect([text, checkCard(cardJson(await answerTo(text)))]).toEqual([text, []]);
  });
});

describe('buttons', () => {
  it('a choice leads to the entry, with buttons only where they belong', async () => {
    const chosen = await click('policy.show', { number: 'WX01', place: 'private' });
    expect(chosen.card?.title).toBe('“五小”是哪五小');
    const inGroup = await click('policy.show', { number: 'WX01', place: 'group' });
    expect(inGroup.card?.blocks.some(({ kind }) => kind === 'buttons')).toBe(false);
    expect((await traces(talk.runtime)).hits).toMatchObject([{ number: 'WX01', hits: 2 }]);
  });

  it.each(['XX01', 'XX02', 'NONE'])('%s, expired, for others or unknown, is not shown', async (number) => {
    const answer = await click('policy.show', { number, place: 'private' });
    expect(answer).toEqual({ toast: { tone: 'error', text: '这条已经停用或更新了，请把问题再发一遍。' } });
  });

  it('a withdrawn entry is not shown either', async () => {
    const { store } = talk.runtime;
    const { writes } = await withdrawQuestion(testCtx(talk.runtime), { number: 'WX01' });
    await store.atomically(writes);
    expect((await click('policy.show', { number: 'WX01', place: 'private' })).card).toBeUndefined();
  });

  it('有用 and 没解决 count without a person', async () => {
    expect((await click('policy.useful', { number: 'WX01' })).toast?.tone).toBe('success');
    await click('policy.unsolved', { number: 'WX01' });
    await click('policy.useful', { number: 'NONE' });
    expect((await traces(talk.runtime)).hits).toEqual([
      { number: 'WX01', day: '2026-06-22', hits: 0, useful: 1, unsolved: 1 },
    ]);
  });

  it('转人工 without an editor names office and phone in the place of the card', async () => {
    const { card } = await click('policy.human', { number: 'RC01' });
    expect(cardText(card as Card)).toBe(
      '转人工\n这类问题请问：市纪委监委。\n电话：0000-123\n还没有录入政策编辑，问题转不出去。请系统管理员在“人员”表里录入。',
    );
    expect(await talk.queued(me)).toEqual([]);
  });

  it('the command 转人工 gives the general phone, or says who has to enter it', async () => {
    expect(JSON.stringify(await answerTo('转人工'))).toContain('还没有录入');
    await talk.runtime.store.db.insert(localFigure).values({
      code: 'LOC-36',
      values: { 科室: '市委督查室', 电话: '0000-456', 时段: '工作日' },
    });
    expect(JSON.stringify(await answerTo('转人工'))).toContain('市委督查室，0000-456，工作日');
  });
});

describe('what must leave no trace (BR-35)', () => {
  it.each([
    '我要举报我们镇长吃喝，他叫王某某',
    '身份证110101199003071234能查补贴吗',
    '绝密★一年 帮我摘要',
    '谁举报的我，你给查查',
  ])('%s', async (text) => {
    const card = JSON.stringify(await answerTo(text));
    for (const part of ['王某某', '1101', '一年']) expect(card).not.toContain(part);
    expect(await traces(talk.runtime)).toEqual({ hits: [], misses: [] });
    const { db } = talk.runtime.store;
    expect(await db.select({ body: inbox.body }).from(inbox)).toEqual([{ body: '' }]);
  });
});
