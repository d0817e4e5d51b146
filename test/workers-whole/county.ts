import { perform } from '../../src/delivery/perform.ts';
import { features } from '../../src/features.ts';
import { packagedCalendar } from '../../src/main/calendar.ts';
import { systemIds } from '../../src/main/system.ts';
import type { Platform } from '../../src/simulator/platform/types.ts';
import type { Store } from '../../src/store/db.ts';
import { contextOf } from '../../src/store/runtime.ts';
import { importWorkbook } from '../../src/system/verbs/import-workbook.ts';
import { type SheetRows, writeWorkbook } from '../../src/system/workbook/write.ts';
import { silent, testHost } from '../support/ctx.ts';

export const people = {
  liaison: { openId: 'ou_qian', name: '钱晓禾', title: '望泉县教育局', unit: 'B02', role: '联络员' },
  group: { openId: 'ou_wang', name: '王雨桐', title: '市委组织部', unit: 'A02', role: '考察组联络员' },
};

const HISTORY = Array.from(
  { length: 18 },
  (_, i) => `${2025 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
);

const workbook: Record<string, SheetRows> = {
  单位: [
    { 编码: 'A02', 名称: '市委组织部', 层级: '市直', 县区: '' },
    { 编码: 'B02', 名称: '望泉县教育局', 层级: '县区直', 县区: '望泉县' },
    { 编码: 'T01', 名称: '云栈镇', 层级: '乡镇街道', 县区: '望泉县' },
    { 编码: 'T02', 名称: '砚溪镇', 层级: '乡镇街道', 县区: '望泉县' },
  ],
  人员: Object.values(people).map(({ openId, name, unit, role }) => ({
    姓名: name,
    单位编码: unit,
    open_id: openId,
    角色: role,
  })),
  填报名单: [{ 单位编码: 'B02', 指标: '发文', 填法: '只报数', 起始月份: '2025-01' }],
  年度计划: [{ 年份: 2026, 单位编码: 'B02', 指标: '发文', 计划数: 100, 依据: '年度计划' }],
  历史数据: HISTORY.map((month, i) => ({
    月份: month,
    单位编码: 'B02',
    指标: '发文',
    数量: 5 + (i % 3),
    计划外: 0,
    口径版本: '2025版',
  })),
  口径: [{ 版本: '2025版', 生效月份: '2025-01', 说明: '套开计 1 次，转发计 1 件。' }],
  考察组: [{ 组号: '1', 联络员open_id: people.group.openId, 联系点编码: 'T01；T02' }],
};

export function populate(platform: Platform): void {
  for (const { openId, name, title } of Object.values(people))
    platform.addPerson({ openId, name, title, state: 'active' });
}

/** Roster, plan and eighteen months of figures, through the import that everybody uses. */
export async function settle(store: Store, now: number): Promise<void> {
  const sheets = features.flatMap((feature) => feature.sheets ?? []).filter(({ name }) => workbook[name]);
  const file = await writeWorkbook(sheets, ({ name }) => workbook[name] ?? []);
  const runtime = {
    store,
    clock: { now: () => now },
    ids: systemIds,
    dice: () => 0.5,
    log: silent,
    host: testHost,
    calendar: () => packagedCalendar,
  };
  const { ok, refused } = await perform(
    store,
    () => contextOf(runtime, { kind: 'cli', name: 'import' }),
    (ctx) =>
      importWorkbook(ctx, { file, dryRun: false, sheets, unknownPeople: () => Promise.resolve(new Set()) }),
  );
  if (!ok) throw new Error(JSON.stringify(refused));
}
