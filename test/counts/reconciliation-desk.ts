import type { Card } from '../../src/chat/card.ts';
import { fieldName } from '../../src/counts/reconciliation/rules/field-name.ts';
import { findFigures } from '../../src/counts/repo.ts';
import type { Store } from '../../src/store/db.ts';
import { type TestRuntime, testRuntime } from '../support/ctx.ts';
import { importTables, smallCity, type Tables, 人员, 单位, 历史, 计划 } from './city.ts';

const NUMBER = (serial: number) => `市农〔2025〕${serial}号`;

const 登记 = (serial: number, 标题: string, 日期: string, more: Record<string, string> = {}) => ({
  单位编码: 'NY',
  指标: '发文',
  文号: NUMBER(serial),
  标题,
  日期,
  ...more,
});

/**
 * A year of 农业农村局 with one difference of each kind, and one of 教育局 that reports numbers only. Every title is
 * invented; the books come in through the workbook as everybody brings them.
 */
export const unevenYear: Tables = {
  ...smallCity,
  单位: [
    ...(smallCity.单位 ?? []),
    单位('WK', '文昌镇', '乡镇街道', '青禾县'),
    单位('QH', '青禾县委办公室', '两办', '青禾县'),
  ],
  人员: [...(smallCity.人员 ?? []), 人员('何联', 'QH', 'ou_he', '统筹员')],
  年度计划: [计划(2025, 'JY', '发文', 10), 计划(2025, 'NY', '发文', 5)],
  历史数据: [
    ...历史('NY', '发文', '2025-01', [0, 1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0]),
    ...历史('JY', '发文', '2025-01', [1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1]),
  ],
  计划清单: ['春耕备耕', '秸秆禁烧', '农机检修', '畜禽防疫', '粮食烘干'].map((标题, i) => ({
    年份: 2025,
    单位编码: 'NY',
    指标: '发文',
    计划编号: String(i + 1),
    标题,
  })),
  登记清单: [
    登记(1, '关于做好春耕备耕工作的通知', '2025-02-10', { 发至: '乡镇街道' }),
    登记(2, '关于秸秆禁烧的通知', '2025-05-08', { 发至: 'XZ' }),
    登记(4, '关于农机检修的通知', '2025-08-29', { 登记月份: '2025-09', 计划编号: '3' }),
    登记(5, '关于粮食烘干的通知', '2025-10-12'),
    登记(5, '关于冬小麦播种的通知', '2025-10-20'),
  ],
  受文登记: [
    {
      受文单位编码: 'XZ',
      发文单位编码: 'NY',
      文号: NUMBER(1),
      标题: '关于做好春耕备耕工作的通知',
      日期: '2025-02-10',
    },
    {
      受文单位编码: 'WK',
      发文单位编码: 'NY',
      文号: NUMBER(1),
      标题: '关于做好春耕备耕工作的通知',
      日期: '2025-02-10',
    },
    {
      受文单位编码: 'XZ',
      发文单位编码: 'NY',
      文号: NUMBER(6),
      标题: '关于报送台账的通知',
      日期: '2025-11-03',
    },
  ],
};

/** The keys of the eight, as the form names them. */
export const eight = {
  gap: 'gap:document:市农/2025/3',
  duplicate: 'duplicate:document:市农/2025/5',
  unplanned: 'unplanned:document:市农/2025/5/关于冬小麦播种的通知',
  unused: 'unused:document:4',
  unregistered: 'unregistered:document:市农/2025/6',
  unreceived: 'unreceived:document:市农/2025/2/关于秸秆禁烧的通知',
  month: 'month:document:市农/2025/4/关于农机检修的通知',
  sum: 'sum:document:',
};

export type Said = Partial<Record<keyof typeof eight, string>>;

/** What levels everything; the four that the rule answers by itself are chosen from the start. */
export const answers: Said = {
  gap: 'void',
  duplicate: 'renumbered',
  unplanned: 'outside',
  unregistered: 'omitted',
  unreceived: 'other-way',
};

export function form(said: Said, note = ''): Record<string, string> {
  const fields = Object.entries(said).map(([kind, code]) => [fieldName(eight[kind as keyof Said]), code]);
  return { ...Object.fromEntries(fields), ...(note && { note }) };
}

export async function unevenRuntime(
  at = '2026-01-09T09:35',
  tables: Tables = unevenYear,
  store?: Store,
): Promise<TestRuntime> {
  const runtime = testRuntime(at, store && { store });
  const { refused } = await importTables(runtime, tables);
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  return runtime;
}

/** Documents of the year's months that have any, as `8:1`. */
export async function monthsOf(runtime: TestRuntime, unit = 'NY'): Promise<string[]> {
  const rows = await findFigures(runtime.store.db, '2025-01', '2025-12', [unit]);
  return rows
    .filter((row) => row.indicator === 'document' && row.amount > 0)
    .map(
      (row) => `${Number(row.month.slice(5))}:${row.amount}${row.unplanned > 0 ? `/${row.unplanned}` : ''}`,
    );
}

export function subtitleOf(card: Card): string {
  return `${card.title}｜${card.subtitle ?? ''}`;
}
