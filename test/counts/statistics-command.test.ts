import { beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { blockText, cardText } from '../../src/chat/card-text.ts';
import { findCommand } from '../../src/chat/commands.ts';
import { counts } from '../../src/counts/index.ts';
import { readPeriod } from '../../src/counts/lexicon-period.ts';
import { perform } from '../../src/delivery/perform.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { actorOf, importTables, smallCity, 单位, 历史, 填报, 计划 } from './city.ts';
import { expectFit, queued } from './desk.ts';

let runtime: TestRuntime;

async function say(openId: string, text: string): Promise<Card> {
  const found = findCommand([counts], text);
  if (!found) throw new Error(`${text} is no command`);
  const actor = await actorOf(runtime, openId);
  const message = {
    kind: 'message' as const,
    eventId: `ev_${text}`,
    messageId: 'om_1',
    chat: { id: 'oc_1', kind: 'private' as const },
    openId,
    text,
    format: 'text' as const,
    mentioned: false,
    sentAt: runtime.clock.now(),
  };
  const card = await perform(
    runtime.store,
    () => testCtx(runtime, actor),
    (ctx) => found.command.run(ctx, { args: found.args, message }),
  );
  expectFit(card);
  return card;
}

function chartsOf(card: Card) {
  return card.blocks
    .flatMap((block) => (block.kind === 'panel' ? block.blocks : [block]))
    .filter((block) => block.kind === 'chart');
}

beforeEach(async () => {
  runtime = testRuntime('2026-07-07T10:00');
  await importTables(runtime, {
    ...smallCity,
    单位: [...(smallCity.单位 ?? []), 单位('KJ', '青禾县教育局', '县区直', '青禾县')],
    填报名单: [...(smallCity.填报名单 ?? []), 填报('SB', '发文'), 填报('KJ', '发文')],
    年度计划: [计划(2026, 'NY', '发文', 120), 计划(2026, 'SB', '发文', 200)],
    历史数据: [
      ...历史('NY', '发文', '2025-01', [8, 9, 7, 8, 8, 9, 10, 8, 9, 8, 7, 9, 9, 9, 9, 9, 9, 15]),
      ...历史('SB', '发文', '2025-01', [20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20]),
      ...历史('SB', '发文', '2026-01', [15, 15, 15, 15, 15, 15]),
      ...历史('KJ', '发文', '2026-01', [99, 99, 99, 99, 99, 99]),
    ],
  });
});

describe('统计', () => {
  it('gives the coordinator the level with both forecasts, and the offices apart from the departments', async () => {
    const text = cardText(await say('ou_zhou', '统计'));
    expect(text).toContain('市级2026年6月发文会议统计');
    // A = 60 + 90, L = 49 + 120, L12 = 100 + 240, T = 120/248.
    expect(text).toContain('发文　当月 30（同比 +3.4%），累计 150');
    expect(text).toContain('预测全年 按进度 310，按上年走势 302');
    expect(text).toContain('市直发文　当月 15，累计 60，执行率 50.0%，同比 +22.4%');
    expect(text).toContain('两办发文　当月 15，累计 90，执行率 45.0%，同比 −25.0%');
    expect(text).not.toContain('青禾县');
  });

  it('gives the city the sums of its counties, and none of their units', async () => {
    await say('ou_zhou', '统计');
    const [overview, ...others] = await queued(runtime, 'counts.statistics@');
    expect(others).toEqual([]);
    const text = cardText(overview?.card as Card);
    expect(text).toContain('各县区2026年6月汇总');
    expect(text).toContain('青禾县：发文 当月 99，累计 594');
    expect(text).not.toContain('青禾县教育局');
  });

  it('gives a liaison the own unit and no other', async () => {
    const text = cardText(await say('ou_lin', '统计 2026-06'));
    expect(text).toContain('2026年6月发文会议统计\n市农业农村局');
    expect(text).toContain('发文　当月 15（同比 +66.7%），累计 60\n执行率 50.0%，进度差 +1.6 个百分点');
    expect(text).not.toMatch(/教育局|市委办/);
  });

  it('draws plan line, cumulated count and last year; months to come are not drawn', async () => {
    const [chart] = chartsOf(await say('ou_lin', '统计'));
    const data = chart?.spec['data'] as { values: { line: string; month: string; count: number }[] }[];
    const { values } = data[0] ?? { values: [] };
    const line = (name: string) => values.filter((one) => one.line === name).map((one) => one.count);
    expect(line('2026年')).toEqual([9, 18, 27, 36, 45, 60]);
    expect(line('2025年')).toEqual([8, 17, 24, 32, 40, 49, 59, 67, 76, 84, 91, 100]);
    expect(line('计划进度')?.[5]).toBe(58.1);
    expect(line('计划进度')?.[11]).toBe(120);
    expect(chart && blockText(chart)).toBe('发文累计：2025年 100，计划进度 120，2026年 60');
  });

  it('across counting rules last year is not drawn either', async () => {
    await importTables(runtime, {
      口径: [
        { 版本: 'v1', 生效月份: '2025-01', 说明: '旧' },
        { 版本: 'v2', 生效月份: '2026-01', 说明: '新' },
      ],
    });
    const [chart] = chartsOf(await say('ou_lin', '统计'));
    expect(chart && blockText(chart)).toBe('发文累计：计划进度 120，2026年 60');
  });

  it('is for those who collect or coordinate', async () => {
    await expect(say('ou_tian', '统计')).resolves.toMatchObject({ title: '统计' });
    expect(findCommand([counts], '统计口径是什么')).toBeUndefined();
    expect(findCommand([counts], '月报什么时候截止')).toBeUndefined();
  });
});

it.each([
  ['2026-06', '2026-06'],
  ['2026年6月', '2026-06'],
  ['6月', '2026-06'],
  // What has not begun this year means last year.
  ['12月', '2025-12'],
  ['2026-Q2', '2026-Q2'],
  ['2026年二季度', '2026-Q2'],
  ['第2季度', '2026-Q2'],
  ['四季度', '2025-Q4'],
  ['上半年', '2026-H1'],
  ['2025年下半年', '2025-H2'],
  ['2025', '2025'],
  ['2025年', '2025'],
  ['去年', undefined],
  ['2026-13', undefined],
])('the period %s is read as %s', (text, period) => {
  expect(readPeriod(text, '2026-07')).toBe(period);
});
