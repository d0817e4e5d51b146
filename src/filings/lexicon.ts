import { isDay } from '../kernel/day.ts';
import { stateNames } from './keep/words.ts';
import type { FilingKind, FilingState } from './rules/filing.ts';
import { kindNames } from './words.ts';

export const lookUpWords = ['查备案', '备案'];

/** 查备案 教育考核, 备案：教育考核. */
export const lookUpPattern = /^(?:查备案\s*[:：]?|备案\s*[:：\s])\s*(.+)$/u;

/** Asked about a veto, the sentence speaks of 报备 (BR-29). */
export const vetoPattern = /一票否决|否决/u;

const kinds = new Map(Object.entries(kindNames).map(([kind, name]) => [name, kind as FilingKind]));

export function kindOf(name: string): FilingKind | undefined {
  return kinds.get(name);
}

const states = new Map(Object.entries(stateNames).map(([state, name]) => [name, state as FilingState]));

export function stateOf(name: string): FilingState | undefined {
  return states.get(name);
}

/** The two sheets of what comes to the grassroots, which meet each other. */
export const comingSheets = { filings: '备案清单', research: '调研计划' };

/** Where a workbook brings the plans of the year along. */
export const planCells = {
  sheet: '年度计划',
  year: '年份',
  unit: '单位编码',
  indicator: '指标',
  amount: '计划数',
  inspection: '督查检查考核',
};

/** `2026-07-01`, also written 2026/7/1, 2026.7.1 or 2026年7月1日; empty when it is no date. */
export function dayIn(cell: string): string {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(cell) ?? [];
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : '';
}

export const tick = { yes: '是', no: '否' };

/** Columns of the local figures that hold a telephone number. */
export const phoneTitle = /电话/u;
