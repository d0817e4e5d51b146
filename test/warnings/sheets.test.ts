import { beforeEach, describe, expect, it } from 'vitest';
import { readRules } from '../../src/warnings/read-rules.ts';
import { PARAMETERS } from '../../src/warnings/rules/parameter-list.ts';
import { DEFAULTS } from '../../src/warnings/rules/parameters.ts';
import { ruleSheet } from '../../src/warnings/sheets.ts';
import { parameterTitles } from '../../src/warnings/words-sheets.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { importRules } from './desk.ts';

let runtime: TestRuntime;
beforeEach(() => {
  runtime = testRuntime('2026-06-01T09:00');
});

const row = (版本: string, 生效月份: string, 参数: string, 值: string | number, 说明 = '') => ({
  版本,
  生效月份,
  参数,
  值,
  说明,
});
const dumped = async () =>
  (await ruleSheet.dump(testCtx(runtime))) as unknown as Parameters<typeof importRules>[1];

describe('the sheet 预警规则', () => {
  it('shows every parameter of the packaged rules by name', async () => {
    const rows = await dumped();
    expect(rows.map((one) => one.参数)).toEqual(PARAMETERS.map(({ name }) => parameterTitles[name]));
    expect(Object.fromEntries(rows.map((one) => [one.参数, one.值]))).toMatchObject({
      '进度差提醒线（百分点）': 3,
      累计同比提醒线: '5%',
      '全年预测预警线（占控制线）': '108%',
      停用的规则: '无',
    });
  });

  it('a version changes what its rows say; the rest stays as it was before', async () => {
    await importRules(runtime, [
      row('2', '2026-07', '进度差提醒线（百分点）', 4),
      row('2', '2026-07', '累计同比提醒线', '6%'),
      row('3', '2026-10', '停用的规则', '当月突增、季末集中'),
    ]);
    const rules = await readRules(runtime.store.db);
    expect(rules.inForce('2026-06')).toEqual(DEFAULTS);
    expect(rules.inForce('2026-07')).toEqual({
      ...DEFAULTS,
      version: '2',
      pace: { note: 0.04, warning: 0.08 },
      yearOnYear: { note: 0.06, warning: 0.1 },
    });
    expect(rules.inForce('2027-01')).toMatchObject({
      version: '3',
      pace: { note: 0.04 },
      offRules: ['quarter_end', 'spike'],
    });
  });

  it('what is exported can be imported again, and changes nothing', async () => {
    await importRules(runtime, [row('2', '2026-07', '计划外占比预警线', '25%', '二季度会商定')]);
    const before = await dumped();
    expect((await importRules(runtime, before)).refused).toEqual([]);
    expect(await dumped()).toEqual(before);
  });

  it.each<[string, ReturnType<typeof row>[], string, RegExp]>([
    ['an unknown parameter', [row('2', '2026-07', '进度线', 3)], '参数', /没有“进度线”这个参数/],
    ['a month in words', [row('2', '七月', '累计同比提醒线', '5%')], '生效月份', /写成 2026-07/],
    ['points as text', [row('2', '2026-07', '进度差提醒线（百分点）', '三')], '值', /百分点数/],
    ['a fraction of a month', [row('2', '2026-07', '几个月不触发降一级', 1.5)], '值', /整数/],
    ['a month beyond the year', [row('2', '2026-07', '从几月开始判定', 13)], '值', /范围/],
    ['figures of too few units', [row('2', '2026-07', '数据齐全率下限（不低于 95%）', '90%')], '值', /范围/],
    ['an unknown rule', [row('2', '2026-07', '停用的规则', '闸门')], '值', /只能写：进度差/],
    ['a note above its warning', [row('2', '2026-07', '累计同比提醒线', '20%')], '值', /不能高于预警线/],
    [
      'two months of one version',
      [row('2', '2026-07', '累计同比提醒线', '5%'), row('2', '2026-08', '累计同比预警线', '12%')],
      '生效月份',
      /和第 2 行不同/,
    ],
    [
      'one parameter twice',
      [row('2', '2026-07', '累计同比提醒线', '5%'), row('2', '2026-07', '累计同比提醒线', '6%')],
      '参数',
      /与第 2 行重复/,
    ],
    ['a change of a version that is in use', [row('1', '2000-01', '累计同比提醒线', '6%')], '版本', /不能改/],
  ])('refuses %s', async (_, rows, column, reason) => {
    const { refused } = await importRules(runtime, rows);
    expect(refused).toContainEqual(
      expect.objectContaining({ sheet: '预警规则', column, reason: expect.stringMatching(reason) }),
    );
  });

  it('reads 5, 0.05 and 5% alike', async () => {
    await importRules(runtime, [
      row('2', '2026-07', '累计同比提醒线', 5),
      row('2', '2026-07', '季末占比提醒线', 0.5),
      row('2', '2026-07', '计划外占比预警线', '20%'),
    ]);
    expect((await readRules(runtime.store.db)).named('2')).toMatchObject({
      yearOnYear: { note: 0.05 },
      quarterEnd: 0.5,
      unplanned: 0.2,
    });
  });
});
