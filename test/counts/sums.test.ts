import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countRevision } from '../../db/schema/index.ts';
import { findCountingRules } from '../../src/counts/repo.ts';
import { readLevel, readSeries } from '../../src/counts/repo-sums.ts';
import { versionIn } from '../../src/counts/rules/counting-rule.ts';
import { addUp, levelSums } from '../../src/counts/rules/level.ts';
import { unpacker } from '../../src/counts/rules/packed.ts';
import { spansOf, sumsAt } from '../../src/counts/rules/series.ts';
import { add, EMPTY } from '../../src/counts/rules/sums.ts';
import { showReport } from '../../src/counts/verbs/show-report.ts';
import { addMonths } from '../../src/kernel/period.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { importTables, smallCity, 历史, 计划 } from './city.ts';

async function figuresOf(runtime: TestRuntime) {
  const { result } = await showReport(testCtx(runtime), { kind: 'month', period: '2026-06' });
  return result.indicators;
}

const history = [
  ...历史('NY', '发文', '2025-01', [8, 9, 7, 8, 8, 9, 10, 8, 9, 8, 7, 9, 8, 10, 9, 11, 8, 9]),
  ...历史('JY', '发文', '2025-01', [3, 2, 4, 3, 2, 3, 3, 2, 2, 3, 4, 2, 3, 3, 2, 4, 3, 3]),
];

describe('the database adds up what single figures add up to', () => {
  it('whatever the figures, the order of their revisions and the rules they were counted under', async () => {
    const month = '2026-05';
    const row = fc.record({
      month: fc.integer({ min: 0, max: 16 }).map((n) => addMonths('2025-01', n)),
      unit: fc.constantFrom('NY', 'JY'),
      amount: fc.nat(50),
      unplanned: fc.nat(20),
      emergency: fc.nat(10),
      ruleVersion: fc.constantFrom('', '', 'v1', 'v2'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 40 }),
        fc.boolean(),
        fc.boolean(),
        async (rows, changed, backwards) => {
          const runtime = testRuntime();
          const { db } = runtime.store;
          await importTables(runtime, {
            ...smallCity,
            口径: [
              { 版本: 'v1', 生效月份: '2025-01', 说明: '旧' },
              ...(changed ? [{ 版本: 'v2', 生效月份: '2026-02', 说明: '新' }] : []),
            ],
          });
          const newest = new Map<string, (typeof rows)[number] & { revision: number }>();
          const values = rows.map((one) => {
            const key = `${one.month}:${one.unit}`;
            const revised = { ...one, revision: (newest.get(key)?.revision ?? 0) + 1 };
            newest.set(key, revised);
            const stored = {
              indicator: 'document' as const,
              source: 'imported' as const,
              author: 't',
              createdAt: 0,
            };
            return { ...revised, ...stored };
          });
          const arriving = backwards ? values.toReversed() : values;
          await runtime.store.atomically(arriving.map((value) => db.insert(countRevision).values(value)));

          const rules = await findCountingRules(db);
          const spans = spansOf(month);
          const unpack = unpacker(rules);
          const packed = await readSeries(db, '', month);
          const series = packed.map((one) => ({ code: one.code, series: unpack(one.packed) }));
          const inForce = series.flatMap(({ code, series: cells }) =>
            [...cells].map(([at, cell]) => ({ at, unit: code, ...cell })),
          );
          expect(inForce.toSorted(byPlace)).toEqual(
            [...newest.values()]
              .map(({ month: at, unit, amount, unplanned, emergency, ruleVersion }) => ({
                at,
                unit,
                amount,
                unplanned,
                emergency,
                version: ruleVersion || versionIn(at, rules),
              }))
              .toSorted(byPlace),
          );

          const level = levelSums(await readLevel(db, '', month), spans, rules);
          const added = addUp(
            series.map((one) => ({ kind: 'all', indicator: 'document' as const, series: one.series })),
          );
          expect(levelSums(added, spans, rules)).toEqual(level);
          const units = series.map((one) => sumsAt(one.series, spans, 'counted')).reduce(add, EMPTY);
          const { covered, members, ...sums } = units;
          expect(level).toMatchObject(sums);
          expect(level.covered.now).toBeGreaterThanOrEqual(covered.now);
          expect(members.counted).toBeLessThanOrEqual(2);
        },
      ),
      { numRuns: 25 },
    );
  }, 30_000);
});

function byPlace(a: { at: string; unit: string }, b: { at: string; unit: string }): number {
  return `${a.at}:${a.unit}`.localeCompare(`${b.at}:${b.unit}`);
}

describe('statistics follow from the figures alone', () => {
  it('the order of arrival does not matter', async () => {
    const parts = [
      { 历史数据: history },
      { 年度计划: [计划(2026, 'NY', '发文', 100)] },
      { 口径: [{ 版本: 'v1', 生效月份: '2025-01', 说明: '市级' }] },
    ];
    const reports = [];
    for (const order of [parts, [...parts].reverse()]) {
      const runtime = testRuntime();
      await importTables(runtime, smallCity);
      for (const tables of order) await importTables(runtime, tables);
      reports.push(await figuresOf(runtime));
    }
    expect(reports[0]).toEqual(reports[1]);
  });

  it('a correction and its inverse restore every figure', async () => {
    const runtime = testRuntime();
    await importTables(runtime, { ...smallCity, 历史数据: history });
    const before = await figuresOf(runtime);
    await importTables(runtime, { 历史数据: 历史('NY', '发文', '2026-03', [99]) });
    expect(await figuresOf(runtime)).not.toEqual(before);
    await importTables(runtime, { 历史数据: 历史('NY', '发文', '2026-03', [9]) });
    expect(await figuresOf(runtime)).toEqual(before);
  });

  it('a plan that was adjusted counts as adjusted, and the original is told', async () => {
    const runtime = testRuntime();
    await importTables(runtime, {
      ...smallCity,
      历史数据: history,
      年度计划: [计划(2026, 'NY', '发文', 110)],
    });
    await importTables(runtime, { 年度计划: [计划(2026, 'NY', '发文', 100)] });
    const [documents] = await figuresOf(runtime);
    expect(documents?.statistics).toMatchObject({ plan: { value: 100 }, planOriginal: { value: 110 } });
    expect(documents?.remarks).toContain('计划由 110 调整为 100，执行率按调整后算');
    expect(documents?.remarks).toContain('1 个单位没有录计划');
  });

  it('across counting rules there is no year-on-year', async () => {
    const runtime = testRuntime();
    await importTables(runtime, {
      ...smallCity,
      历史数据: history,
      口径: [
        { 版本: 'v1', 生效月份: '2025-01', 说明: '旧' },
        { 版本: 'v2', 生效月份: '2026-01', 说明: '新' },
      ],
    });
    const [documents] = await figuresOf(runtime);
    expect(documents?.statistics.yearOnYear).toEqual({ value: null, reason: 'rule_changed' });
    expect(documents?.statistics.total).toBe(73);
  });

  it('without last year the change is missing, not infinite', async () => {
    const runtime = testRuntime();
    await importTables(runtime, { ...smallCity, 历史数据: 历史('NY', '发文', '2026-01', [8, 9]) });
    const [documents] = await figuresOf(runtime);
    expect(documents?.statistics.yearOnYear).toEqual({ value: null, reason: 'last_year_missing' });
  });
});
