import { asc } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { audit, reviewRevision } from '../../db/schema/index.ts';
import type { Card } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { reviewCard } from '../../src/counts/reviews/cards.ts';
import { readStated } from '../../src/counts/reviews/lexicon.ts';
import { readReview } from '../../src/counts/reviews/read-review.ts';
import { contradictions } from '../../src/counts/reviews/rules/stated.ts';
import { showReview } from '../../src/counts/reviews/verbs/show-review.ts';
import { perform } from '../../src/delivery/perform.ts';
import { type TestRuntime, testCtx } from '../support/ctx.ts';
import { actorOf, importTables, 人员, 单位, 历史, 填报 } from './city.ts';
import { buttons, cardOf, expectFit, queued, runJob, tap } from './desk.ts';
import { reportingCity } from './report-cards.ts';

let runtime: TestRuntime;

beforeEach(async () => {
  runtime = await reportingCity('2026-07-10T09:40');
  await importTables(runtime, { 人员: [人员('吴统', 'SB', 'ou_wu', '统筹员')] });
});

const revisions = () =>
  runtime.store.db
    .select()
    .from(reviewRevision)
    .orderBy(asc(reviewRevision.revision), asc(reviewRevision.period));

async function show(openId: string, period?: string): Promise<Card> {
  const actor = await actorOf(runtime, openId);
  const card = await perform(
    runtime.store,
    () => testCtx(runtime, actor),
    (ctx) => showReview(ctx, { eventId: 'ev', ...(period ? { period } : {}) }),
  );
  expectFit(card);
  return card;
}

describe('drafted by the machine', () => {
  it('once after the quarter, with one card for the longest period that ended', async () => {
    await runJob(runtime, 'counts.review', '2026-06');
    await runJob(runtime, 'counts.review', '2026-06');
    const cards = await queued(runtime, 'counts.review@');
    expect(cards.map((row) => [row.target, row.kind])).toEqual([
      ['ou_wu', 'notice'],
      ['ou_zhou', 'notice'],
    ]);
    expect(cards[0]?.card.title).toBe('市级2026年上半年盘点');
    expect(cardText(cards[0]?.card as Card)).toContain(
      '2026年二季度的盘点稿也备好了，要看就发“盘点 2026-Q2”',
    );
    expect((await revisions()).map((row) => [row.period, row.revision, row.state, row.author])).toEqual([
      ['2026-H1', 1, 'draft', 'system:counts.review'],
      ['2026-Q2', 1, 'draft', 'system:counts.review'],
    ]);
  });

  it.each(['2026-05', '2026-07'])('nothing after %s, which ends no quarter', async (month) => {
    await runJob(runtime, 'counts.review', month);
    expect(await queued(runtime, 'counts.review@')).toEqual([]);
  });

  it('every figure of the text is one of the report', async () => {
    const text = cardText(await show('ou_zhou', '2026-H1'));
    expect(text).toContain(
      '发文 185 件，上年同期 183 件，占年计划的 48.7%，比时间进度（48.4%）快 0.3 个百分点，累计同比上升 1.1%（变动小）；剩余额度 195 件，往后月均可用 32.5，按进度推算全年 382 件，按上年走势推算 381 件',
    );
    expect(text).toContain('计划由 390 调整为 380，执行率按调整后算');
    expect(text).toContain('余量薄：下半年多 5.4% 即超计划');
    const quarter = cardText(await show('ou_zhou', '2026-Q2'));
    expect(quarter).toContain('发文 101 件，上年同期 99 件，今年累计 185 件');
    expect(quarter).toContain('季末月占本季 37.6%');
  });

  it('and of items it tells what was combined, what stands apart and what has no number', async () => {
    const item = (日期: string, 指标: string, 标题: string, more: Record<string, string | number>) => ({
      单位编码: 'TY',
      指标,
      标题,
      日期,
      ...more,
    });
    const result = await importTables(runtime, {
      单位: [单位('TY', '市体育局')],
      填报名单: [填报('TY', '发文', '逐件'), 填报('TY', '会议', '逐件')],
      逐件登记: [
        item('2026-05-06', '会议', '全市三夏生产推进会', { 类型: '会议', 含项数: 3 }),
        item('2026-05-12', '会议', '种粮大户座谈会', { 类型: '研讨协调座谈' }),
        item('2026-02-12', '会议', '春耕座谈会', { 类型: '研讨协调座谈' }),
        item('2026-06-02', '发文', '关于防汛值守的工作提示', { 类型: '无文号' }),
      ],
    });
    expect(result.refused).toEqual([]);
    expect(cardText(await show('ou_zhou', '2026-Q2'))).toContain(
      '逐件登记的单位：会议套开 1 次，减会 2 次；研讨、协调、座谈会 1 次，不计入会议数；无文号文件 1 件，已计入发文数。',
    );
  });

  it('the month’s report is a draft as well', async () => {
    runtime.clock.set('2026-07-07T09:30');
    await runJob(runtime, 'counts.report', '2026-06');
    const [report] = await queued(runtime, 'counts.report@');
    expect(report?.card.tags).toEqual([{ text: '草稿', tone: 'orange' }]);
    expect(await revisions()).toMatchObject([{ period: '2026-06', state: 'draft' }]);
  });
});

describe('released by a person', () => {
  it('as it stands, with who and when; the other coordinator is told once', async () => {
    const answer = await tap(runtime, 'ou_zhou', await show('ou_zhou'), '定稿');
    expect(answer.toast?.text).toBe('已定稿。');
    expect(cardText(cardOf(answer))).toContain('周统 7月10日（周五）09:40定稿');
    expect((await revisions()).at(-1)).toMatchObject({
      period: '2026-Q2',
      revision: 2,
      state: 'released',
      author: 'person:ou_zhou',
      authorName: '周统',
    });
    expect(await runtime.store.db.select({ action: audit.action }).from(audit)).toContainEqual({
      action: 'counts.release',
    });
    expect((await queued(runtime, 'counts.released@')).map((row) => row.target)).toEqual(['ou_wu']);
  });

  it('worded anew; whoever clicks an old card afterwards sees that text first', async () => {
    const old = await show('ou_wu');
    const form = cardOf(await tap(runtime, 'ou_zhou', await show('ou_zhou'), '改文字'));
    await tap(runtime, 'ou_zhou', form, '定稿', { text: '二季度总体平稳。' });
    const answer = await tap(runtime, 'ou_wu', old, '定稿');
    expect(answer.toast?.text).toBe('周统刚改过文字，现在显示的是改后的，请再看一遍。');
    expect(cardText(cardOf(answer))).toContain('二季度总体平稳。');
    expect(await revisions()).toHaveLength(2);
  });

  it('two who release the same text at once both read that it is done', async () => {
    const [one, other] = [await show('ou_zhou'), await show('ou_wu')];
    await tap(runtime, 'ou_zhou', one, '定稿');
    const answer = await tap(runtime, 'ou_wu', other, '定稿');
    expect(answer.toast?.text).toBe('周统已经定稿，内容和您看到的一样。');
    expect(await revisions()).toHaveLength(2);
  });

  it('two clicks in the same moment: one releases, the other is told so', async () => {
    const [one, other] = [await show('ou_zhou'), await show('ou_wu')];
    const answers = await Promise.all([
      tap(runtime, 'ou_zhou', one, '定稿'),
      tap(runtime, 'ou_wu', other, '定稿'),
    ]);
    const texts = answers.map((answer) => answer.toast?.text ?? '');
    expect(texts.filter((text) => text === '已定稿。')).toHaveLength(1);
    expect(texts.filter((text) => text.endsWith('已经定稿，内容和您看到的一样。'))).toHaveLength(1);
    expect(await revisions()).toHaveLength(2);
  });

  it('never unseen: figures that moved since are shown first', async () => {
    const card = await show('ou_zhou');
    await importTables(runtime, { 历史数据: 历史('NY', '发文', '2026-06', [15]) });
    const answer = await tap(runtime, 'ou_zhou', card, '定稿');
    expect(answer.toast?.text).toContain('数刚有更新');
    expect(cardText(cardOf(answer))).toContain('今年累计 186 件');
    await tap(runtime, 'ou_zhou', cardOf(answer), '定稿');
    expect((await revisions()).at(-1)).toMatchObject({ state: 'released' });
  });

  it('what was released keeps its words when figures are corrected, and says so', async () => {
    await tap(runtime, 'ou_zhou', await show('ou_zhou'), '定稿');
    await importTables(runtime, { 历史数据: 历史('NY', '发文', '2026-06', [15]) });
    const text = cardText(await show('ou_zhou'));
    expect(text).toContain('今年累计 185 件');
    expect(text).toContain('定稿以后数有更正');
  });

  it('a stated percentage that does not fit the plan is asked about once, then taken', async () => {
    const form = cardOf(await tap(runtime, 'ou_zhou', await show('ou_zhou'), '改文字'));
    const text = '上半年发文 185 件，占年计划的 55%。';
    const asked = await tap(runtime, 'ou_zhou', form, '定稿', { text });
    expect(cardText(cardOf(asked))).toContain(
      '百分比与计划对不上，请核：发文写的是 185 件、占计划 55%，倒推计划应在 334—339，系统里的计划是 380',
    );
    expect(cardText(cardOf(asked))).toContain(text);
    await tap(runtime, 'ou_zhou', cardOf(asked), '定稿');
    expect((await revisions()).at(-1)).toMatchObject({ state: 'released', text });
  });

  it.each([
    ['', '文字稿不能空着'],
    ['字'.repeat(1001), '最多 1000 个字'],
    ['联系人 41010119900307123X', '身份证号'],
    ['机密★1年 上半年情况', '密级'],
    ['各单位发文数排名如下，收到请回复', '催办、排名'],
  ])('what cannot be taken is refused, entries stay (%#)', async (text, reason) => {
    const form = cardOf(await tap(runtime, 'ou_zhou', await show('ou_zhou'), '改文字'));
    await expect(tap(runtime, 'ou_zhou', form, '定稿', { text })).rejects.toMatchObject({
      code: 'invalid',
      text: expect.stringContaining(reason),
    });
  });

  it('by the coordinators of that level only', async () => {
    const card = await show('ou_zhou');
    await expect(tap(runtime, 'ou_lin', card, '定稿')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(tap(runtime, 'ou_lin', card, '改文字')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(show('ou_lin')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('a period without figures has nothing to review', async () => {
    expect(cardText(await show('ou_zhou', '2027-Q1'))).toContain('还没有数');
    expect(await revisions()).toEqual([]);
  });
});

describe('stated percentages (domain 4.1)', () => {
  it.each([
    ['上半年发文479件，占年计划48%。', [['document', 479, 0.48, 0]]],
    [
      '发文当月 79 件，累计 479 件，执行率 48.0%；会议 114 次，占计划的44%',
      [
        ['document', 479, 0.48, 1],
        ['meeting', 114, 0.44, 0],
      ],
    ],
    ['会议同比下降 12%。', []],
    ['发文 479 件，同比下降 4%。', []],
  ])('%s', (text, expected) => {
    expect(readStated(text).map((s) => [s.indicator, s.total, s.share, s.digits])).toEqual(expected);
  });

  it('479 at 48 % leads to 988 to 1008: a plan of 1100 does not fit, 998 does', () => {
    const stated = readStated('发文479件，占年计划48%');
    expect(contradictions(stated, () => 1100)).toMatchObject([{ plan: 1100, from: 988, to: 1008 }]);
    expect(contradictions(stated, () => 998)).toEqual([]);
    expect(contradictions(stated, () => null)).toEqual([]);
  });

  it('the machine’s own draft never contradicts itself', async () => {
    for (const period of ['2026-06', '2026-Q2', '2026-H1', '2026']) {
      const { text, report } = await readReview(testCtx(runtime), period, '');
      const plans = new Map(report.indicators.map((one) => [one.indicator, one.statistics.plan.value]));
      expect(contradictions(readStated(text), (indicator) => plans.get(indicator) ?? null)).toEqual([]);
    }
  });
});

it('all buttons are for people who coordinate; a card of any period fits', async () => {
  for (const period of ['2026-06', '2026-Q1', '2026-H1', '2026', '2025']) {
    const card = reviewCard(await readReview(testCtx(runtime), period, ''));
    expectFit(card);
    expect(buttons(card).map((button) => button.text)).toEqual(['定稿', '改文字']);
  }
});
