import { figuresOf, INDICATORS } from '../../db/seed/demo/figures.ts';
import { demoGroups, demoPeople, demoWorkbook } from '../../db/seed/demo/index.ts';
import { perform } from '../../src/delivery/perform.ts';
import { seedIfFresh } from '../../src/main/seed.ts';
import { contextOf } from '../../src/store/runtime.ts';
import { importWorkbook } from '../../src/system/verbs/import-workbook.ts';
import { type SheetRows, writeWorkbook } from '../../src/system/workbook/write.ts';
import type { Quarters } from './quarters.ts';

/** The city of burden-rules section 3: its offices, 30 issuing units, 19 townships, 25 subdistricts, 17 groups. */

export const GROUP = 'oc_demo_answers';

/** Left out: figures of the year that is about to happen, and books that nobody keeps here. */
const SHEETS = ['单位', '人员', '填报名单', '年度计划', '口径', '考察组', '备案清单', '本地标准'];

export interface Amounts {
  发文: number;
  会议: number;
  督查检查考核: number;
}

/** What really happened in the months of 2026: the first half by the plan of the demo, then as a year ago. */
const truth = new Map<string, Amounts[]>();
for (const { unit, indicator, last, now } of figuresOf(2026)) {
  const months =
    truth.get(unit.code) ?? Array.from({ length: 12 }, () => ({ 发文: 0, 会议: 0, 督查检查考核: 0 }));
  for (const [i, amount] of [...now, ...last.slice(6)].entries()) {
    const month = months[i];
    if (month) month[indicator] = amount;
  }
  truth.set(unit.code, months);
}

/** Month as `2026-03`. */
export function amountsOf(unit: string, month: string): Amounts {
  return truth.get(unit)?.[Number(month.slice(5)) - 1] ?? { 发文: 0, 会议: 0, 督查检查考核: 0 };
}

/** Every sixth document or meeting was not planned, as in the years before. */
export const unplannedOf = (amount: number) => Math.floor(amount / 6);

export function registered(month: string, units: readonly string[]): SheetRows {
  return units.flatMap((unit) =>
    INDICATORS.map((indicator) => {
      const amount = amountsOf(unit, month)[indicator];
      return { 月份: month, 单位编码: unit, 指标: indicator, 数量: amount, 计划外: unplannedOf(amount) };
    }),
  );
}

export async function foundCity(quarters: Quarters): Promise<void> {
  const { platform } = quarters;
  for (const person of demoPeople()) platform.addPerson({ ...person, state: 'active' });
  for (const group of demoGroups()) platform.addGroup(group);
  await seedIfFresh(quarters.qingfu().runtime);
  const book = demoWorkbook();
  const listed = (book.填报名单 ?? []).map((row) => ({ ...row, 填法: '只报数' }));
  const before = (book.历史数据 ?? []).filter(({ 月份 }) => String(月份) >= '2025' && String(月份) < '2026');
  await bringIn(quarters, {
    ...Object.fromEntries(SHEETS.map((name) => [name, book[name] ?? []])),
    填报名单: listed,
    历史数据: before,
  });
}

/** The way an administrator brings things in. */
export async function bringIn(quarters: Quarters, rows: Readonly<Record<string, SheetRows>>): Promise<void> {
  const { runtime, features } = quarters.qingfu();
  const sheets = features.flatMap((feature) => feature.sheets ?? []);
  const file = await writeWorkbook(
    sheets.filter(({ name }) => rows[name]),
    ({ name }) => rows[name] ?? [],
  );
  const result = await perform(
    runtime.store,
    () => contextOf(runtime, { kind: 'cli', name: 'import' }),
    (ctx) => importWorkbook(ctx, { file, dryRun: false, sheets, unknownPeople: quarters.unknownPeople }),
  );
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refused.slice(0, 5))}`);
}
