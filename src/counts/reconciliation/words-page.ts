import type { Standing } from './rules/explanation.ts';
import type { Booked } from './rules/ledger.ts';
import { unitWords } from './words.ts';

const standings: Record<Standing, string> = { open: '还没有说明', office: '等两办核', settled: '已对平' };

/** 对账单, for printing and signing, and what the command line tells. */
export const pageWords = {
  title: (year: number, county: string) => `${county === '' ? '市级' : county}${year}年对账单`,
  unitTitle: (name: string, standing: string) => `${name}（${standing}）`,
  standing: (standing: Standing, closed: boolean) => (closed ? '已对账' : standings[standing]),
  columns: ['差异', '内容', '说明'],
  unsaid: '还没有说明',
  corrected: (corrections: readonly string[]) => `已按清单更正月报：${corrections.join('；')}。`,
  saidBy: (name: string, at: number, level: boolean) => unitWords.doneBy(name, at, level),
  unlisted: (indicators: readonly Booked[]) => unitWords.unlisted(indicators),
  sign: '联络员：＿＿＿＿＿＿＿＿　　办公室主任：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿＿＿',
  even: (names: readonly string[]) => `四本账没有差异的单位（${names.length} 个）：${names.join('、')}。`,
  footer: unitWords.footer,
  line: (name: string, standing: string, differences: number, open: number) =>
    `${name}：${standing}，差异 ${differences} 处${open > 0 ? `，没说明 ${open} 处` : ''}`,
  nobody: '这一年没有参加对账的单位。',
  badYear: (text: string) => `年份“${text}”读不懂，请写四位数，如 2025。`,
  badLevel: (level: string) => `没有“${level}”这个层级，请写“市”或“县区:”加县区名。`,
  badFormat: '对账单只能写成 .html 文件，如 --out 对账单.html。',
};
