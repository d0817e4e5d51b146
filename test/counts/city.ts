import type { Row, Sheet } from '../../src/chat/sheet.ts';
import { counts } from '../../src/counts/index.ts';
import { perform } from '../../src/delivery/perform.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { addMonths, type Month } from '../../src/kernel/period.ts';
import { people } from '../../src/people/index.ts';
import { findActor } from '../../src/people/repo.ts';
import { type ImportResult, importWorkbook } from '../../src/system/verbs/import-workbook.ts';
import { writeWorkbook } from '../../src/system/workbook/write.ts';
import { type TestRuntime, testCtx } from '../support/ctx.ts';

export type Cell = string | number;
export type Tables = Record<string, Record<string, Cell>[]>;

export const sheets: readonly Sheet[] = [...(people.sheets ?? []), ...(counts.sheets ?? [])];

/** Through the real path: a workbook is written, read, checked and stored. */
export async function importTables(runtime: TestRuntime, tables: Tables): Promise<ImportResult> {
  const brought = sheets.filter((sheet) => tables[sheet.name]);
  const file = await writeWorkbook(brought, (sheet) => tables[sheet.name] ?? []);
  return perform(
    runtime.store,
    () => testCtx(runtime, { kind: 'cli', name: 'import' }),
    (ctx) =>
      importWorkbook(ctx, { file, dryRun: false, sheets, unknownPeople: async () => new Set<string>() }),
  );
}

export const 单位 = (编码: string, 名称: string, 层级 = '市直', 县区 = '') => ({ 编码, 名称, 层级, 县区 });

export const 人员 = (姓名: string, 单位编码: string, open_id: string, 角色: string) => ({
  姓名,
  单位编码,
  open_id,
  角色,
});

export const 填报 = (单位编码: string, 指标: string, 填法 = '只报数', 理由 = '') => ({
  单位编码,
  指标,
  填法,
  理由,
});

export const 计划 = (年份: number, 单位编码: string, 指标: string, 计划数: number) => ({
  年份,
  单位编码,
  指标,
  计划数,
});

/** One row a month from `from` on. */
export function 历史(
  单位编码: string,
  指标: string,
  from: Month,
  amounts: readonly number[],
  more: Record<string, Cell> = {},
) {
  return amounts.map((数量, i) => ({ 月份: addMonths(from, i), 单位编码, 指标, 数量, ...more }));
}

/** Two departments with a liaison each (the first has two), the city's office with a coordinator, one township. */
export const smallCity: Tables = {
  单位: [
    单位('SB', '市委办公室', '两办'),
    单位('NY', '市农业农村局'),
    单位('JY', '市教育局'),
    单位('XZ', '柳溪镇', '乡镇街道', '青禾县'),
  ],
  人员: [
    人员('周统', 'SB', 'ou_zhou', '统筹员'),
    人员('林晓', 'NY', 'ou_lin', '联络员'),
    人员('邱禾', 'NY', 'ou_qiu', '联络员'),
    人员('陈实', 'JY', 'ou_chen', '联络员'),
    人员('田野', 'XZ', 'ou_tian', '联络员'),
  ],
  填报名单: ['NY', 'JY'].flatMap((code) => ['发文', '会议', '督查检查考核'].map((name) => 填报(code, name))),
};

export async function actorOf(runtime: TestRuntime, openId: string): Promise<Actor> {
  const actor = await findActor(runtime.store.db, openId);
  if (!actor) throw new Error(`${openId} is not on the roster`);
  return actor;
}

export function rowsOf(cells: Record<string, string>[]): Row[] {
  return cells.map((row, i) => ({ number: i + 2, cells: row }));
}
