import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardText } from '../../src/chat/card-text.ts';
import { reportCard, unitCard } from '../../src/counts/cards-report.ts';
import { statisticsRows } from '../../src/counts/export/sheet-statistics.ts';
import { statisticsOfYear } from '../../src/counts/grounds-year.ts';
import { readGrounds } from '../../src/counts/read-grounds.ts';
import { type Report, readReport } from '../../src/counts/read-report.ts';
import { readUnitReport } from '../../src/counts/read-unit-report.ts';
import { reportJson } from '../../src/counts/report-json.ts';
import { type EnteredPlan, movedPlans } from '../../src/counts/rules/plan-succession.ts';
import type { Series } from '../../src/counts/rules/series.ts';
import { instantAt } from '../../src/kernel/day.ts';
import { addMonths } from '../../src/kernel/period.ts';
import { findUnits } from '../../src/people/repo.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { importTables, type Tables, 单位, 历史, 填报, 计划 } from './city.ts';
import { expectFit } from './desk.ts';

const steps = (...all: string[]) =>
  all.map((text) => {
    const [unit = '', successor = '', fromDay = ''] = text.split(' ');
    return { unit, successor, fromDay };
  });
const entered = (current: number, day = '2026-01-05'): EnteredPlan => ({
  current,
  original: current,
  enteredAt: instantAt(day, '09:00'),
});
const months = (first: string, count: number, amount = 10): Series =>
  new Map(
    Array.from({ length: count }, (_, i) => [
      addMonths(first, i),
      { amount, unplanned: 0, emergency: 0, version: '' },
    ]),
  );

/** A counts 10 a month until it ends, B counts 10 all the year. */
describe('plans after mergers and splits', () => {
  it.each<
    [
      what: string,
      changes: string[],
      plans: Record<string, EnteredPlan>,
      series: Record<string, Series>,
      after: Record<string, number | null>,
    ]
  >([
    ['nothing happened', [], { A: entered(120) }, {}, {}],
    [
      'merged in April: what was not used up goes along',
      ['A B 2026-04-10'],
      { A: entered(120), B: entered(240) },
      { A: months('2026-01', 3), B: months('2026-01', 6) },
      { A: 30, B: 330 },
    ],
    [
      'merged at the turn of the year: all of it',
      ['A C 2026-01-01', 'B C 2026-01-01'],
      { A: entered(120), B: entered(240) },
      { C: months('2026-01', 6) },
      { A: 0, B: 0, C: 360 },
    ],
    [
      'more counted than planned: nothing is left to go',
      ['A B 2026-04-10'],
      { A: entered(20), B: entered(240) },
      { A: months('2026-01', 3), B: months('2026-01', 6) },
      { A: 20, B: 240 },
    ],
    [
      'one after the other on one day',
      ['B A 2026-01-01', 'A C 2026-01-01'],
      { A: entered(120), B: entered(240) },
      {},
      { A: 0, B: 0, C: 360 },
    ],
    ['not yet', ['A B 2026-07-01'], { A: entered(120), B: entered(240) }, {}, {}],
    ['gone without a successor', ['A  2026-04-01'], { A: entered(120) }, {}, {}],
    [
      'the successor counts without a plan: its work is not held against the plan of another',
      ['A B 2026-04-10'],
      { A: entered(120) },
      { A: months('2026-01', 3), B: months('2026-01', 6) },
      {},
    ],
    [
      'one of two merged units counts without a plan',
      ['A C 2026-04-10', 'B C 2026-04-10'],
      { A: entered(120) },
      { A: months('2026-01', 3), B: months('2026-01', 3) },
      {},
    ],
    [
      'a person entered the plan of the merged unit since: that is all of it',
      ['A B 2026-04-10'],
      { A: entered(120), B: entered(300, '2026-04-20') },
      { A: months('2026-01', 3), B: months('2026-01', 6) },
      { A: 30 },
    ],
    [
      'the plan of a new unit was entered for it, whenever that was',
      ['A C 2026-04-10'],
      { A: entered(120), C: entered(100) },
      { A: months('2026-01', 3), C: months('2026-04', 3) },
      { A: 30, C: 100 },
    ],
    [
      'split: the plan waits for a person',
      ['A C 2026-04-10', 'A D 2026-04-10'],
      { A: entered(120) },
      { A: months('2026-01', 3) },
      {},
    ],
    [
      'split and half divided',
      ['A C 2026-04-10', 'A D 2026-04-10'],
      { A: entered(120), C: entered(50, '2026-04-20') },
      { A: months('2026-01', 3) },
      {},
    ],
    [
      'split and divided: nothing twice',
      ['A C 2026-04-10', 'A D 2026-04-10'],
      { A: entered(120), C: entered(50, '2026-04-20'), D: entered(40, '2026-04-20') },
      { A: months('2026-01', 3) },
      { A: 30, C: 50, D: 40 },
    ],
    [
      'split among units that had plans of their own: these are no division',
      ['A B 2026-04-10', 'A C 2026-04-10'],
      { A: entered(120), B: entered(240), C: entered(60) },
      { A: months('2026-01', 3), B: months('2026-01', 6), C: months('2026-01', 6) },
      {},
    ],
    [
      'a part split off, the code kept',
      ['A A 2026-04-10', 'A C 2026-04-10'],
      { A: entered(120), C: entered(50, '2026-04-20') },
      { A: months('2026-01', 6) },
      {},
    ],
  ])('%s', (_, changes, plans, series, after) => {
    const moved = movedPlans({
      plans: new Map(Object.entries(plans)),
      series: new Map(Object.entries(series)),
      steps: steps(...changes),
      asOf: '2026-06',
    });
    expect(Object.fromEntries([...moved].map(([code, { current }]) => [code, current]))).toEqual(after);
    const originals = Object.fromEntries([...moved].map(([code, { original }]) => [code, original]));
    for (const code of Object.keys(after).filter((one) => plans[one] && one < 'C'))
      expect(originals[code]).toBe(plans[code]?.original);
  });

  it('whatever is merged, the plans together stay what they were', () => {
    const codes = ['A', 'B', 'C', 'D', 'E'];
    const plan = fc.record({ code: fc.constantFrom(...codes), amount: fc.nat(300), worked: fc.nat(6) });
    fc.assert(
      fc.property(
        fc.uniqueArray(plan, { selector: ({ code }) => code }),
        // Towards later letters only: the sheet refuses circles.
        fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(3), fc.integer({ min: 1, max: 6 })), {
          selector: ([from]) => from,
        }),
        (known, merges) => {
          const plans = new Map(known.map(({ code, amount }) => [code, entered(amount)]));
          const series = new Map(known.map(({ code, worked }) => [code, months('2025-12', worked + 1, 20)]));
          const moved = movedPlans({
            plans,
            series,
            steps: merges.map(([from, skip, month]) => ({
              unit: codes[from] ?? '',
              successor: codes[Math.min(4, from + 1 + skip)] ?? '',
              fromDay: `2026-0${month}-15`,
            })),
            asOf: '2026-06',
          });
          const sum = (of: (code: string) => number | null | undefined) =>
            codes.reduce((all, code) => all + (of(code) ?? 0), 0);
          expect(sum((code) => (moved.get(code) ?? plans.get(code))?.current)).toBe(
            sum((code) => plans.get(code)?.current),
          );
        },
      ),
    );
  });
});

const asOf = '2026-06';

/** 2025: A and B count 10 and 20 a month; 2026 as told. The plans were entered in January, changes in April. */
async function city(
  changes: { 单位编码: string; 去向编码: string; 生效日: string }[],
  counts: Record<string, [from: string, months: number]>,
  later: Tables = {},
): Promise<TestRuntime> {
  const runtime = testRuntime('2026-01-05T09:00');
  const flat = (code: string, from: string, count: number, amount: number) =>
    历史(
      code,
      '发文',
      from,
      Array.from({ length: count }, () => amount),
    );
  const all = ['A', 'B', 'C', 'D'];
  const first = await importTables(runtime, {
    单位: all.map((code) => 单位(code, `市${code}局`)),
    填报名单: all.map((code) => 填报(code, '发文')),
    年度计划: [计划(2026, 'A', '发文', 120), 计划(2026, 'B', '发文', 240)],
    历史数据: [...flat('A', '2025-01', 12, 10), ...flat('B', '2025-01', 12, 20)],
  });
  expect(first.refused).toEqual([]);
  runtime.clock.set('2026-07-07T09:00');
  const second = await importTables(runtime, {
    单位撤并: changes,
    历史数据: Object.entries(counts).flatMap(([code, [from, count]]) => flat(code, from, count, 10)),
    ...later,
  });
  expect(second.refused).toEqual([]);
  return runtime;
}

const read = (runtime: TestRuntime, detail: 'units' | 'sums' = 'units') =>
  readReport(testCtx(runtime), { period: asOf, county: '', from: asOf, asOf, detail });
const lineOf = (report: Report, code: string) =>
  report.indicators[0]?.units.find((unit) => unit.code === code)?.statistics;

describe('in the reports', () => {
  it('merged: execution by what it took over, said on every card and in every file; the level stays', async () => {
    const runtime = await city([{ 单位编码: 'A', 去向编码: 'B', 生效日: '2026-04-10' }], {
      A: ['2026-01', 3],
      B: ['2026-01', 6],
    });
    const report = await read(runtime);
    expect(lineOf(report, 'B')).toMatchObject({
      plan: { value: 330 },
      planOriginal: { value: 240 },
      execution: { value: 60 / 330 },
    });
    expect(lineOf(report, 'A')).toMatchObject({ plan: { value: 30 }, planOriginal: { value: 120 } });
    const sums = await read(runtime, 'sums');
    for (const one of [report, sums])
      expect(one.indicators[0]?.statistics).toMatchObject({
        plan: { value: 360 },
        planOriginal: { value: 360 },
      });
    expect(expectFit(reportCard(sums)) ?? cardText(reportCard(sums))).toContain(
      '发文：市B局计划 330，其中并入单位没用完转来 90',
    );
    const [unit] = await findUnits(runtime.store.db, ['B']);
    if (!unit) throw new Error('B');
    expect(cardText(unitCard(await readUnitReport(testCtx(runtime), unit, asOf)))).toContain(
      '计划由 240 调整为 330，执行率按调整后算；计划里有并入单位转来的 90 件',
    );
    const grounds = await readGrounds(testCtx(runtime), '', asOf);
    const own = grounds.units.filter(({ code }) => code === 'B');
    expect(statisticsOfYear(grounds, own).at(-1)).toMatchObject({ plan: { value: 330 } });
  });

  it('split: the parts together are compared with what they were, the plan waits and it is said for whom', async () => {
    const runtime = await city([{ 单位编码: 'B', 去向编码: 'C；D', 生效日: '2026-04-10' }], {
      A: ['2026-01', 6],
      B: ['2026-01', 3],
      C: ['2026-04', 3],
      D: ['2026-04', 3],
    });
    const report = await read(runtime, 'sums');
    expect(report.indicators[0]?.splits).toMatchObject([
      {
        names: ['市C局', '市D局'],
        formerly: ['市B局'],
        undivided: [{ name: '市B局', plan: 240 }],
        statistics: {
          total: 90,
          lastYear: { value: 120 },
          yearOnYear: { value: -0.25 },
          plan: { value: 240 },
        },
      },
    ]);
    const text = cardText(reportCard(report));
    expect(text).toContain(
      '发文：市C局＋市D局（合在一起，比拆分前的市B局）累计 90，执行率 37.5%，同比 −25.0%',
    );
    expect(text).toContain('原市B局的计划 240 还没有分，请在“年度计划”表里给拆出的单位各录一行');
    const json = JSON.stringify(reportJson(await read(runtime)));
    expect(json).toContain('"formerly":["市B局"]');
    expect(statisticsRows(await read(runtime)).map(([name]) => name)).toContain(
      '市C局＋市D局（合在一起，比拆分前的市B局）',
    );
    // A department sees its own figures alone, and why it has no comparison.
    const [unit] = await findUnits(runtime.store.db, ['C']);
    if (!unit) throw new Error('C');
    const own = cardText(unitCard(await readUnitReport(testCtx(runtime), unit, asOf)));
    expect(own).toContain('单位拆分过，和上年比要把拆开的各单位合在一起，见两办的统计');
    expect(own).not.toContain('市D局');
  });

  it('split and divided by workbook: each part has its plan, the old one keeps what was used up', async () => {
    const runtime = await city(
      [{ 单位编码: 'B', 去向编码: 'C；D', 生效日: '2026-04-10' }],
      { A: ['2026-01', 6], B: ['2026-01', 3], C: ['2026-04', 3], D: ['2026-04', 3] },
      { 年度计划: [计划(2026, 'C', '发文', 110), 计划(2026, 'D', '发文', 100)] },
    );
    const report = await read(runtime);
    expect(['B', 'C', 'D'].map((code) => lineOf(report, code)?.plan)).toEqual([
      { value: 30 },
      { value: 110 },
      { value: 100 },
    ]);
    for (const one of [report, await read(runtime, 'sums')]) {
      expect(one.indicators[0]?.statistics).toMatchObject({
        plan: { value: 360 },
        planOriginal: { value: 360 },
      });
      expect(one.indicators[0]?.splits[0]?.undivided).toEqual([]);
    }
  });
});
