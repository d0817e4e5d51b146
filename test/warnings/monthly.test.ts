import { beforeEach, describe, expect, it } from 'vitest';
import { notice } from '../../db/schema/index.ts';
import type { Card } from '../../src/chat/card.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { explainWarning } from '../../src/warnings/verbs/explain-warning.ts';
import {
  actorOf,
  importTables,
  smallCity,
  type Tables,
  人员,
  单位,
  历史,
  填报,
  计划,
} from '../counts/city.ts';
import { cardOf, queued, runJob, tap } from '../counts/desk.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';

let runtime: TestRuntime;

const twelve = (n: number) => Array.from({ length: 12 }, () => n);

/** 市农业农村局 runs far ahead of its plan in June; 市教育局 and the county are quiet. */
const city: Tables = {
  单位: [
    ...(smallCity.单位 ?? []),
    单位('KN', '县农业农村局', '县区直', '青禾县'),
    单位('KB', '县委办', '两办', '青禾县'),
  ],
  人员: [
    ...(smallCity.人员 ?? []),
    人员('韩平', 'KB', 'ou_han', '统筹员'),
    人员('许田', 'KN', 'ou_xu', '联络员'),
  ],
  填报名单: [填报('NY', '发文'), 填报('JY', '发文'), 填报('KN', '发文')],
  年度计划: [计划(2026, 'NY', '发文', 100), 计划(2026, 'JY', '发文', 120), 计划(2026, 'KN', '发文', 60)],
  历史数据: [
    ...历史('NY', '发文', '2025-01', [...twelve(9), 8, 8, 8, 8, 8]),
    ...历史('JY', '发文', '2025-01', [...twelve(10), 9, 9, 9, 9, 9]),
    ...历史('KN', '发文', '2025-01', [...twelve(5), 4, 4, 4, 4, 4, 4]),
  ],
};

async function submit(unit: string, openId: string, document: string): Promise<void> {
  const [row] = await queued(runtime, `counts.card@2026-06:${unit}:${openId}`);
  const form = cardOf(await tap(runtime, openId, row?.card as Card, '修改'));
  const answer = await tap(runtime, openId, form, '提交', { document });
  const again =
    answer.toast?.tone === 'warning' ? await tap(runtime, openId, cardOf(answer), '提交') : answer;
  expect(again.toast?.tone).toBe('success');
}

async function june(): Promise<void> {
  runtime.clock.set('2026-07-03T18:05');
  await runJob(runtime, 'counts.close', '2026-06');
  runtime.clock.set('2026-07-07T09:40');
  await runJob(runtime, 'warnings.monthly', '2026-06');
}

beforeEach(async () => {
  runtime = testRuntime('2026-06-30T09:10');
  expect((await importTables(runtime, city)).refused).toEqual([]);
  await runJob(runtime, 'counts.open', '2026-06');
});

describe('from the opening of a month to its warning', () => {
  it('of a warning the coordinators of the level are told, and nobody else before a person signs', async () => {
    await submit('NY', 'ou_lin', '22');
    await submit('JY', 'ou_chen', '9');
    await june();
    const cards = await queued(runtime, 'warnings@');
    expect(cards.map((row) => row.key)).toEqual(['warnings@2026-06:ou_zhou']);
    expect(cards.every((row) => row.kind === 'duty')).toBe(true);
  });

  it('of a note the unit’s liaisons are told as well, once each', async () => {
    await submit('NY', 'ou_lin', '12');
    await submit('JY', 'ou_chen', '9');
    await june();
    expect((await queued(runtime, 'warnings@')).map((row) => row.key).sort()).toEqual([
      'warnings@2026-06:ou_lin',
      'warnings@2026-06:ou_qiu',
      'warnings@2026-06:ou_zhou',
    ]);
  });

  it('the card shows formula, inputs, threshold, base period and remaining quota, and a chart', async () => {
    await submit('NY', 'ou_lin', '22');
    await submit('JY', 'ou_chen', '9');
    await june();
    const [row] = await queued(runtime, 'warnings@2026-06:ou_zhou');
    const card = row?.card as Card;
    const text = cardText(card);
    expect(text).toContain('预警 2 项\n提示函草稿已拟好，发不发、怎么发由两办定；签发前不发给单位。');
    expect(text).toContain('市农业农村局　发文：预警\n- 进度超前 13.6 个百分点（预警线 8.0）');
    expect(text).toContain('- 当月 22 件，比平常多出不少（提醒线 12）');
    expect(text).toContain('进度差 +13.6 个百分点，达到预警线 +8.0 个百分点');
    expect(text).toContain('进度差 = A/P − T；累计 A=62、年计划 P=100、时间进度 T=48.4%');
    expect(text).toContain('当月突增 22，高于提醒线 12');
    expect(text).toContain('年计划 100 件，剩余额度 38 件，月均可用 6.3 件');
    expect(text).toContain('怎样回到线下');
    expect(text).toContain('数据：2026年1—6月；对比基期：2025年同期');
    expect(text).toContain('仅供统筹调度，不作考核依据');
    const chart = card.blocks.find((block) => block.kind === 'chart');
    const values =
      (chart as unknown as { spec: { data: { values: { line: string }[] }[] } }).spec.data[0]?.values ?? [];
    expect(Object.groupBy(values, (point) => point.line)).toMatchObject({
      计划进度: { length: 12 },
      '2026年': { length: 6 },
      '2025年': { length: 12 },
    });
  });

  it('what the card says is what explain says, to everyone who may know', async () => {
    await submit('NY', 'ou_lin', '22');
    await submit('JY', 'ou_chen', '9');
    await june();
    const input = { scope: 'NY', indicator: '发文', month: '2026-06' };
    for (const who of ['ou_lin', 'ou_zhou']) {
      const { result } = await explainWarning(testCtx(runtime, await actorOf(runtime, who)), input);
      expect(result).toMatchObject({ level: 2, decision: 'send', reason: 'first' });
    }
    await expect(
      explainWarning(testCtx(runtime, await actorOf(runtime, 'ou_chen')), input),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('every scope has its row in the log, with a reason', async () => {
    await submit('NY', 'ou_lin', '22');
    await submit('JY', 'ou_chen', '9');
    await june();
    const rows = await runtime.store.db.select().from(notice);
    expect(rows.map((row) => `${row.scope} ${row.level} ${row.decision} ${row.reason}`).sort()).toEqual([
      'JY 0 hold not_triggered',
      'KN 0 hold not_triggered',
      'NY 2 send first',
      '县区:青禾县 0 hold not_triggered',
      '市 2 send first',
    ]);
  });

  it('run again it says nothing twice', async () => {
    await submit('NY', 'ou_lin', '22');
    await submit('JY', 'ou_chen', '9');
    await june();
    const before = await queued(runtime);
    await runJob(runtime, 'warnings.monthly', '2026-06');
    expect(await queued(runtime)).toEqual(before);
  });
});

describe('no wolf is cried', () => {
  it('while less than 95 % of the units have figures', async () => {
    await submit('NY', 'ou_lin', '22');
    await june();
    expect(await queued(runtime, 'warnings@')).toEqual([]);
    const rows = await runtime.store.db.select().from(notice);
    expect(rows.filter((row) => row.county === '').map((row) => row.reason)).toEqual([
      'incomplete',
      'incomplete',
      'incomplete',
    ]);
  });

  it('for an emergency: it is told apart and not counted', async () => {
    await importTables(runtime, {
      历史数据: [
        ...历史('NY', '发文', '2026-06', [22], { 应急: 15, 计划外: 15 }),
        ...历史('JY', '发文', '2026-06', [9]),
      ],
    });
    await june();
    expect(await queued(runtime, 'warnings@')).toEqual([]);
  });

  it('when last year’s figures are there for a part only', async () => {
    const fresh = testRuntime('2026-07-07T09:40');
    await importTables(fresh, {
      ...city,
      年度计划: [计划(2026, 'NY', '发文', 300)],
      历史数据: [
        ...历史('NY', '发文', '2025-04', [9, 9, 9]),
        ...历史('NY', '发文', '2026-01', [9, 9, 9, 9, 9, 9]),
        ...历史('JY', '发文', '2026-01', [9, 9, 9, 9, 9, 9]),
      ],
    });
    const { result } = await explainWarning(testCtx(fresh), {
      scope: 'NY',
      indicator: '发文',
      month: '2026-06',
    });
    expect(result).toMatchObject({ level: 0, reason: 'not_triggered' });
  });
});

describe('a level is graded on what nearly all its units have', () => {
  const level = async (tables: Tables) => {
    const fresh = testRuntime('2026-07-07T09:40');
    expect((await importTables(fresh, { ...city, ...tables })).refused).toEqual([]);
    const input = { scope: '市', indicator: '发文', month: '2026-06' };
    return (await explainWarning(testCtx(fresh), input)).result;
  };
  const steady = [...历史('NY', '发文', '2025-01', [...twelve(9), 8, 8, 8, 8, 8, 8])];

  it('a plan that leaves out a unit is no plan of the level', async () => {
    const both = [...steady, ...历史('JY', '发文', '2025-01', [...twelve(9), 8, 8, 8, 8, 8, 8])];
    const result = await level({ 年度计划: [计划(2026, 'NY', '发文', 100)], 历史数据: both });
    expect(result).toMatchObject({ level: 0, reason: 'not_triggered' });
  });

  it('a unit that starts to report makes no sudden rise and no end of quarter', async () => {
    const result = await level({
      年度计划: [计划(2026, 'NY', '发文', 200), 计划(2026, 'JY', '发文', 200)],
      历史数据: [...steady, ...历史('JY', '发文', '2026-06', [60])],
    });
    expect(result.triggers.map((trigger) => trigger.rule)).toEqual([]);
  });
});

it('a correction is for the coordinators alone, and many notices stay one card', async () => {
  const codes = Array.from({ length: 12 }, (_, i) => `D${String(i).padStart(2, '0')}`);
  const fresh = testRuntime('2026-07-07T09:40');
  await importTables(fresh, {
    单位: [单位('SB', '市委办公室', '两办'), ...codes.map((code) => 单位(code, `市${code}局`))],
    人员: [
      人员('周统', 'SB', 'ou_zhou', '统筹员'),
      ...codes.map((code) => 人员('联络', code, `ou_${code}`, '联络员')),
    ],
    填报名单: codes.map((code) => 填报(code, '发文')),
    年度计划: codes.map((code) => 计划(2026, code, '发文', 20)),
    历史数据: codes.flatMap((code) => 历史(code, '发文', '2026-01', [4, 4, 4, 4, 4, 4])),
  });
  await runJob(fresh, 'warnings.monthly', '2026-06');
  const cards = await queued(fresh, 'warnings@');
  expect(cards.map((row) => row.target)).toEqual(['ou_zhou']);
  const text = cardText(cards[0]?.card as Card);
  expect(text).toContain('市级汇总　发文：纠偏');
  expect(text).toContain('超年度计划 24，高于纠偏线 20');
  expect(text).toContain('另有 5 项');
  const order = ['市级汇总', '市D00局', '市D05局', '市D07局', '市D11局'].map((name) => text.indexOf(name));
  expect(order).toEqual([...order].sort((a, b) => a - b));
});
