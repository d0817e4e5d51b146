import { beforeEach, describe, expect, it } from 'vitest';
import { unit } from '../../db/schema/index.ts';
import { perform } from '../../src/delivery/perform.ts';
import { successionSheet } from '../../src/people/sheets-succession.ts';
import { importWorkbook } from '../../src/system/verbs/import-workbook.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { xlsx } from '../workbook/xlsx.ts';

let runtime: TestRuntime;
beforeEach(async () => {
  runtime = testRuntime();
  await runtime.store.db.insert(unit).values(
    ['T1', 'T2', 'T3'].map((code) => ({
      code,
      name: `${code}镇`,
      tier: 'township' as const,
      county: '望泉县',
    })),
  );
});

async function importing(...rows: (string | null)[][]) {
  const file = await xlsx({ 单位撤并: [['单位编码', '去向编码', '生效日'], ...rows] });
  return perform(
    runtime.store,
    () => testCtx(runtime),
    (ctx) =>
      importWorkbook(ctx, {
        file,
        dryRun: false,
        sheets: [successionSheet],
        unknownPeople: async () => new Set(),
      }),
  );
}

describe('单位撤并', () => {
  it('stores mergers, splits and ends, and gives back what it stored', async () => {
    const rows = [
      ['T1', 'T2；T3', '2026-06-01'],
      ['T2', null, '2026-07-01'],
    ];
    expect(await importing(...rows)).toMatchObject({ ok: true, imported: { 单位撤并: 2 } });
    expect(await successionSheet.dump(testCtx(runtime))).toEqual([
      { 单位编码: 'T1', 去向编码: 'T2；T3', 生效日: '2026-06-01' },
      { 单位编码: 'T2', 去向编码: '', 生效日: '2026-07-01' },
    ]);
  });

  it('a known unit’s row is replaced, others stay', async () => {
    await importing(['T1', 'T2', '2026-06-01'], ['T2', 'T3', '2026-06-01']);
    await importing(['T1', 'T3', '2026-06-15']);
    expect(await successionSheet.dump(testCtx(runtime))).toEqual([
      { 单位编码: 'T1', 去向编码: 'T3', 生效日: '2026-06-15' },
      { 单位编码: 'T2', 去向编码: 'T3', 生效日: '2026-06-01' },
    ]);
  });

  it('a unit that keeps its code when a part is split off goes no circle', async () => {
    expect(await importing(['T1', 'T1；T2', '2026-06-01'])).toMatchObject({ ok: true });
  });

  it('all that is wrong is refused at once', async () => {
    await importing(['T1', 'T2', '2026-06-01']);
    const { refused } = await importing(
      ['T9', 'T8', '2026-06-31'],
      ['T2', 'T1', '2026-06-01'],
      ['T2', 'T3', '2026-06-01'],
    );
    expect(refused.map(({ row, column, reason }) => `${row} ${column}：${reason}`)).toEqual(
      expect.arrayContaining([
        '2 单位编码：没有编码为“T9”的单位，请先在“单位”表里写上。',
        '2 去向编码：没有编码为“T8”的单位，请先在“单位”表里写上。',
        '2 生效日：生效日请按 2026-06-30 这样写。',
        '3 去向编码：几次撤并绕了一圈，又回到原来的单位，请核对去向。',
        '4 单位编码：与第 3 行是同一单位。几个去向写在一行，用“；”隔开。',
      ]),
    );
  });
});
