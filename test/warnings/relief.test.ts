import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { explainWarning } from '../../src/warnings/verbs/explain-warning.ts';
import { importTables, 单位, 历史, 填报, 计划 } from '../counts/city.ts';
import { testCtx, testRuntime } from '../support/ctx.ts';

const year = fc.array(fc.integer({ min: 4, max: 14 }), { minLength: 12, maxLength: 12 });

async function begin(last: readonly number[], now: readonly number[], plan: number) {
  const runtime = testRuntime('2026-12-31T09:00');
  await importTables(runtime, {
    单位: [单位('NY', '市农业农村局')],
    填报名单: [填报('NY', '发文')],
    年度计划: [计划(2026, 'NY', '发文', plan)],
    历史数据: [...历史('NY', '发文', '2025-01', last), ...历史('NY', '发文', '2026-01', now)],
  });
  const explain = async (number: number) => {
    const month = `2026-${String(number).padStart(2, '0')}`;
    return (await explainWarning(testCtx(runtime), { scope: 'NY', indicator: '发文', month })).result;
  };
  return { runtime, explain };
}

it('with what the card says at most, nothing speaks any more; with one more, something does', {
  timeout: 30_000,
}, async () => {
  let looked = 0;
  await fc.assert(
    fc.asyncProperty(
      year,
      year,
      fc.integer({ min: 80, max: 130 }),
      fc.integer({ min: 6, max: 10 }),
      async (last, amounts, plan, month) => {
        const { runtime, explain } = await begin(last, amounts.slice(0, month), plan);
        const { triggers, evidence } = await explain(month);
        const { relief } = evidence;
        // A share of unplanned is nothing that a month's number brings back.
        if (triggers.length === 0 || relief?.kind !== 'month') return;
        looked++;
        const between = Array.from({ length: relief.month - relief.after }, () => 0);
        const from = `2026-${String(relief.after).padStart(2, '0')}`;
        const reached = async (amount: number) => {
          await importTables(runtime, { 历史数据: 历史('NY', '发文', from, [...between, amount]) });
          return (await explain(relief.month)).reached;
        };
        expect(await reached(relief.atMost)).toBe(0);
        expect(await reached(relief.atMost + 1)).toBeGreaterThan(0);
      },
    ),
    { numRuns: 15, seed: 20260707 },
  );
  expect(looked).toBeGreaterThan(4);
});

it('a broken plan does not come back this year', async () => {
  const { explain } = await begin(
    Array.from({ length: 12 }, () => 9),
    [9, 9, 9, 9, 9, 9],
    50,
  );
  const { level, evidence } = await explain(6);
  expect(level).toBe(3);
  expect(evidence.relief).toEqual({ kind: 'not_this_year' });
});
