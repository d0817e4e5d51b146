import { describe, expect, it } from 'vitest';
import { statisticsOfYear } from '../../src/counts/grounds-year.ts';
import { readGrounds } from '../../src/counts/read-grounds.ts';
import { readReport } from '../../src/counts/read-report.ts';
import { readUnitReport } from '../../src/counts/read-unit-report.ts';
import { findUnits } from '../../src/people/repo.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { importTables, 单位, 历史, 填报 } from './city.ts';

type Change = [unit: string, successors: string, from: string];

/** 2025: each of A1, A2, B counts 10, 20, 40 a month; 2026: whoever exists counts 10 a month. */
async function city(changes: Change[], now: Record<string, [from: string, months: number]>) {
  const runtime = testRuntime('2026-07-07T09:00');
  const year = (code: string, amount: number) =>
    历史(
      code,
      '发文',
      '2025-01',
      Array.from({ length: 12 }, () => amount),
    );
  const result = await importTables(runtime, {
    单位: ['A1', 'A2', 'B', 'C', 'D'].map((code) => 单位(code, `市${code}局`)),
    填报名单: ['A1', 'A2', 'B', 'C', 'D'].map((code) => 填报(code, '发文')),
    单位撤并: changes.map(([单位编码, 去向编码, 生效日]) => ({ 单位编码, 去向编码, 生效日 })),
    历史数据: [
      ...year('A1', 10),
      ...year('A2', 20),
      ...year('B', 40),
      ...Object.entries(now).flatMap(([code, [from, months]]) =>
        历史(
          code,
          '发文',
          from,
          Array.from({ length: months }, () => 10),
        ),
      ),
    ],
  });
  expect(result.refused).toEqual([]);
  return runtime;
}

/** Last year's figure as the line of the report, the unit's own card and the grounds of warnings have it. */
async function lastYears(runtime: TestRuntime, code: string) {
  const ctx = testCtx(runtime);
  const asOf = '2026-06';
  const report = await readReport(ctx, { period: asOf, county: '', from: asOf, asOf });
  const [unit] = await findUnits(ctx.db, [code]);
  if (!unit) throw new Error(code);
  const own = await readUnitReport(ctx, unit, asOf);
  const narrow = (await readGrounds(ctx, '', asOf, [code])).units;
  const grounds = await readGrounds(ctx, '', asOf);
  const all = grounds.units.filter((one) => one.code === code);
  const line = report.indicators[0]?.units.find((one) => one.code === code);
  return {
    line: line?.statistics.lastYear,
    card: own.indicators[0]?.statistics.lastYear,
    grounds: statisticsOfYear(grounds, all).at(-1)?.lastYear,
    narrow: statisticsOfYear({ ...grounds, units: narrow }, narrow).at(-1)?.lastYear,
    level: report.indicators[0]?.statistics.lastYear,
  };
}

const H1: [string, number] = ['2026-01', 6];
const MISSING = { value: null, reason: 'last_year_missing' };

describe.each<[string, Change[], Record<string, [string, number]>, Record<string, number | null>]>([
  ['nothing happened', [], { A1: H1, B: H1 }, { A1: 60, B: 240 }],
  [
    'two merged into a new one at the turn of the year',
    [
      ['A1', 'C', '2026-01-01'],
      ['A2', 'C', '2026-01-01'],
    ],
    { C: H1 },
    { C: 180, A1: null },
  ],
  ['one merged into another that goes on', [['A1', 'B', '2026-01-01']], { B: H1 }, { B: 300, A1: null }],
  [
    'merged in April: each month belongs to whoever reports it this year',
    [['A1', 'B', '2026-04-10']],
    { A1: ['2026-01', 3], B: H1 },
    { B: 270, A1: 30 },
  ],
  ['merged in the middle of last year', [['A1', 'C', '2025-07-01']], { C: H1 }, { C: 60 }],
  [
    'one after the other',
    [
      ['A1', 'C', '2026-01-01'],
      ['C', 'D', '2026-03-01'],
    ],
    { C: ['2026-01', 2], D: ['2026-03', 4] },
    { C: 20, D: 40 },
  ],
  [
    'one after the other on one day, whatever the order of the codes',
    [
      ['B', 'A1', '2026-01-01'],
      ['A1', 'C', '2026-01-01'],
    ],
    { C: H1 },
    { C: 300, A1: null, B: null },
  ],
  ['split into new ones', [['B', 'C；D', '2026-01-01']], { C: H1, D: H1 }, { C: null, D: null, B: null }],
  [
    'split off, the code kept',
    [['B', 'B；C', '2026-04-01']],
    { B: H1, C: ['2026-04', 3] },
    { B: null, C: null },
  ],
  ['gone', [['A1', '', '2026-04-01']], { A1: ['2026-01', 3], B: H1 }, { A1: 60, B: 240 }],
  ['not yet', [['A1', 'B', '2026-07-01']], { A1: H1, B: H1 }, { A1: 60, B: 240 }],
])('%s', (_, changes, now, expected) => {
  it.each(Object.entries(expected))('%s is compared with %s', async (code, value) => {
    const wanted = value === null ? MISSING : { value };
    expect(await lastYears(await city(changes, now), code)).toMatchObject({
      line: wanted,
      card: wanted,
      // The level is what it was, whoever reports now: (10 + 20 + 40) × 6.
      level: { value: 420 },
    });
  });

  it.each(Object.entries(expected))('%s is warned on the same ground', async (code, value) => {
    const found = await lastYears(await city(changes, now), code);
    expect(found.narrow).toEqual(found.grounds);
    if (value !== null && now[code]) expect(found.grounds).toEqual({ value });
    if (value === null) expect(found.grounds).toEqual(MISSING);
  });
});

it('a merger does not take the comparison from the level of which warnings are decided', async () => {
  const merged = await city(
    [
      ['A1', 'C', '2026-01-01'],
      ['A2', 'C', '2026-01-01'],
    ],
    { C: H1, B: H1 },
  );
  const grounds = await readGrounds(testCtx(merged), '', '2026-06');
  expect(statisticsOfYear(grounds, grounds.units).at(-1)).toMatchObject({
    total: 120,
    lastYear: { value: 420 },
  });
});
