import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { unit, visitGroup, visitPoint } from '../../db/schema/index.ts';
import { perform } from '../../src/delivery/perform.ts';
import { importWorkbook } from '../../src/system/verbs/import-workbook.ts';
import { visits } from '../../src/visits/index.ts';
import { type TestRuntime, testCtx } from '../support/ctx.ts';
import { xlsx } from '../workbook/xlsx.ts';
import { visitsWorld } from './world.ts';

let runtime: TestRuntime;
beforeEach(async () => {
  runtime = await visitsWorld();
  const { db } = runtime.store;
  await db.delete(visitPoint);
  await db.delete(visitGroup);
});

async function importing(...rows: string[][]) {
  const file = await xlsx({ 考察组: [['组号', '联络员open_id', '联系点编码'], ...rows] });
  return perform(
    runtime.store,
    () => testCtx(runtime),
    (ctx) =>
      importWorkbook(ctx, {
        file,
        dryRun: false,
        sheets: visits.sheets ?? [],
        unknownPeople: async () => new Set(),
      }),
  );
}

const dump = () => visits.sheets?.[0]?.dump(testCtx(runtime));

describe('考察组', () => {
  it('stores, and gives back what it stored, in order', async () => {
    expect(await importing(['10', 'ou_su', 'T5；T3; T4'], ['2', 'ou_lin', 'T1；T2'])).toMatchObject({
      ok: true,
      imported: { 考察组: 2 },
    });
    expect(await dump()).toEqual([
      { 组号: '2', 联络员open_id: 'ou_lin', 联系点编码: 'T1；T2' },
      { 组号: '10', 联络员open_id: 'ou_su', 联系点编码: 'T5；T3；T4' },
    ]);
  });

  it('a known group is updated: liaison, points and their order; other groups stay', async () => {
    await importing(['2', 'ou_lin', 'T1；T2；T3'], ['10', 'ou_su', 'T4；T5']);
    await importing(['2', 'ou_su', 'T6；T1']);
    expect(await dump()).toEqual([
      { 组号: '2', 联络员open_id: 'ou_su', 联系点编码: 'T6；T1' },
      { 组号: '10', 联络员open_id: 'ou_su', 联系点编码: 'T4；T5' },
    ]);
  });

  it('a point moves between two groups of one workbook', async () => {
    await importing(['2', 'ou_lin', 'T1；T2；T3'], ['10', 'ou_su', 'T4；T5']);
    await importing(['2', 'ou_lin', 'T1；T2'], ['10', 'ou_su', 'T4；T5；T3']);
    expect((await dump())?.map((row) => row['联系点编码'])).toEqual(['T1；T2', 'T4；T5；T3']);
  });

  it('all that is wrong is refused at once, and nothing is stored', async () => {
    const result = await importing(
      ['1', 'ou_nobody', 'T1；T2'],
      ['2', 'ou_lin', 'T3'],
      ['3', 'ou_lin', 'T2；T4；T5；T6'],
      ['4', 'ou_su', 'C1；T9'],
      ['4', 'ou_su', 'T5；T6'],
    );
    expect(result.ok).toBe(false);
    expect(result.refused?.map(({ row, column, reason }) => `${row} ${column}：${reason}`).sort()).toEqual(
      [
        '2 联络员open_id：“人员”表里没有这个 open_id，请先在“人员”表登记该联络员',
        '4 联系点编码：槐荫镇（T2）在第 2 行已有考察组联系',
        '5 联系点编码：“单位”表里没有编码 T9',
        '5 联系点编码：景澜市委组织部（C1）是市直，联系点只能是乡镇街道',
        '6 组号：组号与第 5 行重复，请合并成一行',
        '6 联系点编码：听泉街道（T5）在第 4 行已有考察组联系',
        '6 联系点编码：北岗镇（T6）在第 4 行已有考察组联系',
      ].sort(),
    );
    expect(await dump()).toEqual([]);
  });

  it('a point of a group that the workbook does not speak of is not taken away from it', async () => {
    await importing(['2', 'ou_lin', 'T1；T2']);
    const result = await importing(['10', 'ou_su', 'T2；T3']);
    expect(result.refused).toEqual([
      {
        sheet: '考察组',
        row: 2,
        column: '联系点编码',
        reason: '槐荫镇（T2）现由组号 2 联系，请把该组也放进本表一起调整',
      },
    ]);
  });

  it('the names in the refusals are those of the units', async () => {
    await runtime.store.db.update(unit).set({ name: '新名镇' }).where(eq(unit.code, 'T2'));
    await importing(['2', 'ou_lin', 'T1；T2']);
    const result = await importing(['10', 'ou_su', 'T2；T3']);
    expect(result.refused?.[0]?.reason).toContain('新名镇（T2）');
  });
});
