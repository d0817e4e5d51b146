import type { Statistics } from '../counts/rules/statistics.ts';

const FIGURES: readonly (readonly [string, keyof Statistics])[] = [
  ['当月', 'month'],
  ['累计', 'total'],
  ['年计划', 'plan'],
  ['原计划', 'planOriginal'],
  ['执行率', 'execution'],
  ['时间进度', 'elapsed'],
  ['进度差', 'gap'],
  ['上年同期', 'lastYear'],
  ['累计同比', 'yearOnYear'],
  ['线性预测', 'forecast'],
  ['季节预测', 'forecastSeasonal'],
  ['剩余额度', 'remaining'],
  ['月均可用', 'monthlyAllowance'],
  ['计划外占比', 'unplannedShare'],
  ['应急', 'emergency'],
];

/** Columns of an exported report, in the order of the sheet. */
export const reportColumns = {
  unit: '单位',
  indicator: '指标',
  total: '合计',
  figures: FIGURES,
  titles: ['单位', '指标', ...FIGURES.map(([title]) => title)],
};

export const reportSheetName = (period: string) => `统计 ${period}`;
