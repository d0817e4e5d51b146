import { describe, expect, it } from 'vitest';
import { countRevision, planRevision } from '../../db/schema/index.ts';
import { counts } from '../../src/counts/index.ts';
import { testCtx, testRuntime } from '../support/ctx.ts';
import { importTables, smallCity, type Tables, 单位, 历史, 填报, 计划 } from './city.ts';

const history = (cells: Record<string, string | number>) => ({
  月份: '2026-05',
  单位编码: 'NY',
  指标: '发文',
  数量: 12,
  ...cells,
});

describe('what is refused, each row with its column and reason', () => {
  it.each<[string, Tables, string, string]>([
    ['an unknown unit', { 填报名单: [填报('ZZ', '发文')] }, '单位编码', '没有编码为“ZZ”的单位'],
    [
      'another word for an indicator',
      { 填报名单: [填报('NY', '发文数')] },
      '指标',
      '发文、会议、督查检查考核',
    ],
    ['another way of reporting', { 填报名单: [填报('NY', '发文', '随便')] }, '填法', '逐件、只报数'],
    ['a township without a reason (BR-12)', { 填报名单: [填报('XZ', '发文')] }, '理由', '乡镇、村默认不填报'],
    [
      'two ways for one unit (domain 3.4)',
      { 填报名单: [填报('NY', '发文', '逐件'), 填报('NY', '会议', '只报数')] },
      '填法',
      '同一单位只能选一种填法',
    ],
    ['a row twice', { 填报名单: [填报('NY', '发文'), 填报('NY', '发文')] }, '指标', '与第 2 行重复'],
    ['a year that is none', { 年度计划: [计划(26, 'NY', '发文', 100)] }, '年份', '四位数'],
    ['a negative plan', { 年度计划: [计划(2026, 'NY', '发文', -1)] }, '计划数', '不能是负数'],
    [
      'a plan twice',
      { 年度计划: [计划(2026, 'NY', '发文', 1), 计划(2026, 'NY', '发文', 2)] },
      '指标',
      '与第 2 行重复',
    ],
    ['a month that is none', { 历史数据: [history({ 月份: '2026-13' })] }, '月份', '2026-07 这样'],
    ['a month half written', { 历史数据: [history({ 月份: '2026-5' })] }, '月份', '2026-07 这样'],
    ['a negative count', { 历史数据: [history({ 数量: -3 })] }, '数量', '不能是负数'],
    ['a count with decimals', { 历史数据: [history({ 数量: '1.5' })] }, '数量', '要填整数'],
    ['words for a count', { 历史数据: [history({ 数量: '=1+1' })] }, '数量', '不是数字'],
    ['a count beyond any month', { 历史数据: [history({ 数量: '1e99' })] }, '数量', '不是数字'],
    ['more unplanned than counted', { 历史数据: [history({ 计划外: 13 })] }, '计划外', '不能比数量还多'],
    ['more emergencies than counted', { 历史数据: [history({ 应急: 13 })] }, '应急', '不能比数量还多'],
    ['a month twice', { 历史数据: [history({}), history({ 数量: 3 })] }, '月份', '与第 2 行重复'],
    [
      'a version that the workbook does not know',
      { 历史数据: [history({ 口径版本: 'v9' })], 口径: [{ 版本: 'v1', 生效月份: '2025-01', 说明: '市级' }] },
      '口径版本',
      '没有版本“v9”',
    ],
    [
      'two counting rules from one month on',
      {
        口径: [
          { 版本: 'v1', 生效月份: '2025-01', 说明: '一' },
          { 版本: 'v2', 生效月份: '2025-01', 说明: '二' },
        ],
      },
      '生效月份',
      '一个月只能有一个口径',
    ],
  ])('%s', async (_, tables, column, reason) => {
    const runtime = testRuntime();
    await importTables(runtime, smallCity);
    const { ok, refused } = await importTables(runtime, tables);
    expect(ok).toBe(false);
    expect(refused).toContainEqual(
      expect.objectContaining({ column, reason: expect.stringContaining(reason) }),
    );
  });

  it('every problem of every row, and nothing is stored', async () => {
    const runtime = testRuntime();
    await importTables(runtime, smallCity);
    const { refused } = await importTables(runtime, {
      历史数据: [
        history({ 数量: -1, 计划外: 'x' }),
        history({ 月份: '2026-04' }),
        history({ 单位编码: 'ZZ', 指标: '信息' }),
      ],
    });
    expect(refused.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '2 数量',
      '2 计划外',
      '4 单位编码',
      '4 指标',
    ]);
    expect(await runtime.store.db.select().from(countRevision)).toEqual([]);
  });

  it('a township with a reason is taken', async () => {
    const { ok } = await importTables(testRuntime(), {
      单位: [单位('XZ', '柳溪镇', '乡镇街道', '青禾县')],
      填报名单: [填报('XZ', '会议', '', '省级平台没有此项，县委办批准')],
    });
    expect(ok).toBe(true);
  });

  it('a month that the spreadsheet took for a date, and versions while no rule is registered, are taken', async () => {
    const runtime = testRuntime();
    await importTables(runtime, smallCity);
    const { ok } = await importTables(runtime, {
      历史数据: [history({ 月份: '2026-05-01', 口径版本: '2026' })],
    });
    expect(ok).toBe(true);
  });
});

describe('imports are revisions', () => {
  it('a plan that changes gets one more, the same again gets none', async () => {
    const runtime = testRuntime();
    await importTables(runtime, { ...smallCity, 年度计划: [计划(2026, 'NY', '发文', 100)] });
    await importTables(runtime, { 年度计划: [计划(2026, 'NY', '发文', 100)] });
    await importTables(runtime, { 年度计划: [计划(2026, 'NY', '发文', 90)] });
    const rows = await runtime.store.db.select().from(planRevision);
    expect(rows.map((row) => [row.revision, row.amount])).toEqual([
      [1, 100],
      [2, 90],
    ]);
  });

  it('a new basis is a revision too; the original plan is told to a new house and changed in none', async () => {
    const runtime = testRuntime();
    const plan = 计划(2026, 'NY', '发文', 90);
    await importTables(runtime, { ...smallCity, 年度计划: [{ ...plan, 原计划数: 100, 依据: '一号文' }] });
    await importTables(runtime, { 年度计划: [{ ...plan, 依据: '二号文' }] });
    await importTables(runtime, { 年度计划: [plan] });
    const rows = await runtime.store.db.select().from(planRevision);
    expect(rows.map((row) => [row.revision, row.amount, row.basis])).toEqual([
      [1, 100, ''],
      [2, 90, '一号文'],
      [3, 90, '二号文'],
    ]);
    const { refused } = await importTables(runtime, { 年度计划: [{ ...plan, 原计划数: 95 }] });
    expect(refused).toMatchObject([
      { column: '原计划数', reason: expect.stringContaining('原计划已录为 100') },
    ]);
  });

  it('history likewise', async () => {
    const runtime = testRuntime();
    const months = 历史('NY', '发文', '2026-01', [8, 9]);
    await importTables(runtime, { ...smallCity, 历史数据: months });
    await importTables(runtime, { 历史数据: months });
    await importTables(runtime, { 历史数据: 历史('NY', '发文', '2026-01', [8, 10]) });
    const rows = await runtime.store.db.select().from(countRevision);
    expect(rows.map((row) => [row.month, row.revision, row.amount, row.source])).toEqual([
      ['2026-01', 1, 8, 'imported'],
      ['2026-02', 1, 9, 'imported'],
      ['2026-02', 2, 10, 'imported'],
    ]);
  });
});

it('what is exported imports to the same, in another house', async () => {
  const tables: Tables = {
    ...smallCity,
    年度计划: [{ ...计划(2026, 'NY', '发文', 100), 依据: '市办发〔2026〕1号' }],
    历史数据: 历史('NY', '会议', '2025-12', [3, 4], { 计划外: 1, 应急: 1, 口径版本: 'v1', 直达乡镇: 2 }),
    口径: [{ 版本: 'v1', 生效月份: '2025-01', 说明: '市级口径' }],
  };
  const dump = async (brought: Tables) => {
    const runtime = testRuntime();
    expect((await importTables(runtime, brought)).refused).toEqual([]);
    const sheets = counts.sheets ?? [];
    return Object.fromEntries(
      await Promise.all(
        sheets.map(async (sheet) => [sheet.name, await sheet.dump(testCtx(runtime))] as const),
      ),
    );
  };
  const first = await dump(tables);
  expect(first.历史数据).toHaveLength(2);
  expect(await dump({ 单位: smallCity.单位 ?? [], ...first })).toEqual(first);
});
