import { type Month, yearOf } from '../kernel/period.ts';
import type { Indicator } from './rules/indicator.ts';
import { decimal } from './rules/rounding.ts';
import { indicatorNames, measureWords } from './words.ts';

export const chartWords = {
  panel: '走势图',
  title: (indicator: Indicator) => `${indicatorNames[indicator]}累计（${measureWords[indicator]}）`,
  year: (month: Month) => `${yearOf(month)}年`,
  lastYear: (month: Month) => `${yearOf(month) - 1}年`,
  pace: '计划进度',
  month: (number: number) => `${number}月`,
  /** For those who cannot see the chart. */
  text: (indicator: Indicator, lines: readonly { line: string; last: number }[]) =>
    `${indicatorNames[indicator]}累计：${lines.map(({ line, last }) => `${line} ${decimal(last, 0)}`).join('，')}`,
};
