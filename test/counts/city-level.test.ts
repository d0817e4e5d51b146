import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/counts/read-report.ts';
import { reportJson } from '../../src/counts/report-json.ts';
import { showReport } from '../../src/counts/verbs/show-report.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { importTables, 单位, 历史, 填报, 计划 } from './city.ts';

/** Splits a sum over months and units so that only the sums are the seed's (domain 4.1). */
const half = (sum: number) =>
  Array.from({ length: 6 }, (_, i) => Math.floor(sum / 6) + (i < sum % 6 ? 1 : 0));

const two = (code: [string, string], name: string, from: string, sum: number) => {
  const first = Math.floor(sum / 3);
  return [...历史(code[0], name, from, half(first)), ...历史(code[1], name, from, half(sum - first))];
};

let runtime: TestRuntime;
let report: Report;

beforeAll(async () => {
  runtime = testRuntime('2022-07-11T09:00');
  const codes: [string, string] = ['A1', 'A2'];
  const result = await importTables(runtime, {
    单位: [单位('A2', '市乙局'), 单位('A1', '市甲局'), 单位('K1', '县丙局', '县区直', '青禾县')],
    填报名单: ['A1', 'A2', 'K1'].flatMap((code) => ['发文', '会议'].map((name) => 填报(code, name))),
    年度计划: [
      计划(2022, 'A1', '发文', 400),
      计划(2022, 'A2', '发文', 598),
      计划(2022, 'A1', '会议', 100),
      计划(2022, 'A2', '会议', 159),
      计划(2022, 'K1', '发文', 5000),
    ],
    历史数据: [
      ...two(codes, '发文', '2022-01', 479),
      ...two(codes, '会议', '2022-01', 114),
      ...two(codes, '发文', '2021-01', 499),
      ...two(codes, '会议', '2021-01', 130),
      ...历史('K1', '发文', '2022-01', [900, 900, 900, 900, 900, 900]),
    ],
    口径: [{ 版本: '2021', 生效月份: '2021-01', 说明: '市级口径' }],
  });
  expect(result.refused).toEqual([]);
  report = (await showReport(testCtx(runtime), { kind: 'half', period: '2022-H1' })).result;
});

interface Line {
  indicator: string;
  shown: Record<string, string>;
  [key: string]: unknown;
}

const line = (name: string) =>
  (reportJson(report).indicators as Line[]).find((one) => one.indicator === name) as Line;

describe('the seed figures of the first half of 2022 come out of imported rows (domain 4.1)', () => {
  it.each([
    ['发文', 'total', 479, '479'],
    ['发文', 'plan', 998, '998'],
    ['发文', 'execution', 479 / 998, '48.0%'],
    ['发文', 'elapsed', 122 / 249, '49.0%'],
    ['发文', 'gap', 479 / 998 - 122 / 249, '−1.0 个百分点'],
    ['发文', 'lastYear', 499, '499'],
    ['发文', 'yearOnYear', -20 / 499, '−4.0%'],
    ['发文', 'gate', false, '未过显著性闸门，只显示'],
    ['发文', 'forecast', 479 / (122 / 249), '977.6'],
    ['发文', 'remaining', 519, '519'],
    ['发文', 'monthlyAllowance', 86.5, '86.5'],
    ['发文', 'reboundLine', 519 / 479 - 1, '+8.4%'],
    ['会议', 'total', 114, '114'],
    ['会议', 'plan', 259, '259'],
    ['会议', 'execution', 114 / 259, '44.0%'],
    ['会议', 'gap', 114 / 259 - 122 / 249, '−5.0 个百分点'],
    ['会议', 'lastYear', 130, '130'],
    ['会议', 'yearOnYear', -16 / 130, '−12.3%'],
    ['会议', 'gate', true, '已过显著性闸门'],
    ['会议', 'forecast', 114 / (122 / 249), '232.7'],
    ['会议', 'remaining', 145, '145'],
    ['会议', 'monthlyAllowance', 145 / 6, '24.2'],
    ['会议', 'reboundLine', 145 / 114 - 1, '+27.2%'],
  ])('%s %s', (indicator, key, value, shown) => {
    if (typeof value === 'number') expect(line(indicator)[key]).toBeCloseTo(value, 12);
    else expect(line(indicator)[key]).toBe(value);
    expect(line(indicator).shown[key]).toBe(shown);
  });

  it('forecast as a share of the plan: 98.0 % and 89.8 %', () => {
    expect(Number(line('发文').forecast) / 998).toBeCloseTo(0.98, 3);
    expect(Number(line('会议').forecast) / 259).toBeCloseTo(0.898, 3);
  });

  it('the thin margin of documents is noted, the wide one of meetings is not', () => {
    expect(line('发文').note).toContain('余量薄：下半年多 8.4% 即超计划');
    expect(line('会议').note).not.toContain('余量薄');
  });
});

describe('shape', () => {
  it('names period, level and completeness, and says why a figure is absent', () => {
    expect(reportJson(report)).toMatchObject({
      period: '2022-H1',
      level: '市',
      complete: true,
      completeness: 1,
    });
    expect(line('督查检查考核')).toMatchObject({ execution: null, executionReason: 'no_plan' });
    expect(line('督查检查考核').shown.execution).toBe('无计划');
  });

  it('units stand in their fixed order, never by value, and levels do not mix', () => {
    const units = line('发文').units as { code: string; name: string; total: number }[];
    expect(units.map((unit) => unit.code)).toEqual(['A2', 'A1']);
    expect(units.reduce((sum, unit) => sum + unit.total, 0)).toBe(479);
  });

  it('a county has a report of its own', async () => {
    const county = await showReport(testCtx(runtime), {
      kind: 'month',
      period: '2022-06',
      level: '县区:青禾县',
    });
    expect(county.result.indicators[0]).toMatchObject({ periodTotal: 900, statistics: { total: 5400 } });
  });

  it.each([
    ['month', '2022-06', 79],
    ['quarter', '2022-Q2', 237],
    ['half', '2022-H1', 479],
    ['year', '2022', 479],
  ] as const)('%s %s runs up to the newest month with figures', async (kind, period, periodTotal) => {
    const { result } = await showReport(testCtx(runtime), { kind, period });
    expect(result.asOf).toBe('2022-06');
    expect(result.indicators[0]).toMatchObject({ periodTotal, statistics: { total: 479 } });
  });

  it.each([
    ['month', '2022-13', '市'],
    ['quarter', '2022-06', '市'],
    ['half', '2022-H1', '省'],
    ['half', '2022-H1', '县区:无此县'],
  ] as const)('refuses %s %s %s with what to write instead', async (kind, period, level) => {
    await expect(showReport(testCtx(runtime), { kind, period, level })).rejects.toMatchObject({
      code: 'invalid',
    });
  });
});
