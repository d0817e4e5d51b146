import { monthNumber } from '../../kernel/period.ts';
import type { Report } from '../read-report.ts';
import type { Value } from '../rules/formulas.ts';
import type { Statistics } from '../rules/statistics.ts';
import { indicatorNames } from '../words.ts';
import { absentWords, shownOf } from '../words-report.ts';
import { successionReportWords } from '../words-succession.ts';

/** The import passes over this sheet: nothing in it is data, all of it follows from the sheets behind it. */
export const STATISTICS_SHEET = '统计';

export type Figure = number | string | { formula: string; result: number };

type Key = Exclude<keyof Statistics, 'sameRule' | 'gate' | 'monthGate'>;

interface Figures {
  title: string;
  key: Key;
  format: 'count' | 'share' | 'points' | 'change' | 'estimate';
  /** As somebody would write it in that row; `m` is the month of the year. */
  formula?: (cell: (key: Key) => string, m: number) => string;
  /** Counts that a level's line adds up from the units above it. */
  adds?: boolean;
}

/** The order of the columns; 单位 and 指标 stand before them. */
const FIGURES: readonly Figures[] = [
  { title: '当月', key: 'month', format: 'count', adds: true },
  { title: '累计', key: 'total', format: 'count', adds: true },
  { title: '年计划', key: 'plan', format: 'count', adds: true },
  { title: '原计划', key: 'planOriginal', format: 'count', adds: true },
  { title: '执行率', key: 'execution', format: 'share', formula: (c) => `${c('total')}/${c('plan')}` },
  { title: '时间进度', key: 'elapsed', format: 'share' },
  {
    title: '进度差',
    key: 'gap',
    format: 'points',
    formula: (c) => `(${c('execution')}-${c('elapsed')})*100`,
  },
  { title: '上年同期', key: 'lastYear', format: 'count', adds: true },
  {
    title: '累计同比',
    key: 'yearOnYear',
    format: 'change',
    formula: (c) => `(${c('total')}-${c('lastYear')})/${c('lastYear')}`,
  },
  { title: '上年当月', key: 'monthLastYear', format: 'count', adds: true },
  {
    title: '当月同比',
    key: 'monthYearOnYear',
    format: 'change',
    formula: (c) => `(${c('month')}-${c('monthLastYear')})/${c('monthLastYear')}`,
  },
  { title: '上年全年', key: 'lastYearTotal', format: 'count', adds: true },
  { title: '线性预测', key: 'forecast', format: 'estimate', formula: (c) => `${c('total')}/${c('elapsed')}` },
  {
    title: '季节预测',
    key: 'forecastSeasonal',
    format: 'estimate',
    formula: (c) => `${c('total')}*${c('lastYearTotal')}/${c('lastYear')}`,
  },
  { title: '剩余额度', key: 'remaining', format: 'count', formula: (c) => `${c('plan')}-${c('total')}` },
  {
    title: '月均可用',
    key: 'monthlyAllowance',
    format: 'estimate',
    formula: (c, m) => `${c('remaining')}/${12 - m}`,
  },
  { title: '只减不增线', key: 'cap', format: 'count' },
  {
    title: '反弹线',
    key: 'reboundLine',
    format: 'change',
    formula: (c) => `${c('remaining')}/${c('total')}-1`,
  },
  { title: '计划外占比', key: 'unplannedShare', format: 'share' },
  { title: '季末占比', key: 'quarterShare', format: 'share' },
  { title: '突增线', key: 'spikeLine', format: 'estimate' },
  { title: '应急', key: 'emergency', format: 'count', adds: true },
];

/** Number formats of a spreadsheet; a change carries its sign. */
const FORMATS: Record<Figures['format'], string> = {
  count: '0',
  share: '0.0%',
  points: '+0.0;-0.0;0.0',
  change: '+0.0%;-0.0%;0.0%',
  estimate: '0.0',
};

const TITLES = { unit: '单位', indicator: '指标', gate: '累计闸门', monthGate: '当月闸门', total: '合计' };

export const statisticsColumns: readonly { title: string; format?: string }[] = [
  { title: TITLES.unit },
  { title: TITLES.indicator },
  ...FIGURES.map(({ title, format }) => ({ title, format: FORMATS[format] })),
  { title: TITLES.gate },
  { title: TITLES.monthGate },
];

/**
 * Rows below the heading: the units of an indicator in their fixed order, then the level. Figures are numbers, what
 * follows from other columns is a formula with its result, and what is not defined says why.
 */
export function statisticsRows(report: Report): Figure[][] {
  const m = monthNumber(report.asOf);
  const rows: Figure[][] = [];
  // The heading is row 1.
  const nextRow = () => rows.length + 2;
  for (const line of report.indicators) {
    const name = indicatorNames[line.indicator];
    const first = nextRow();
    for (const unit of line.units) rows.push(row([unit.name, name], unit.statistics, nextRow(), m));
    const span = line.units.length > 0 ? { first, last: nextRow() - 1 } : undefined;
    rows.push(row([TITLES.total, name], line.statistics, nextRow(), m, span));
    for (const split of line.splits)
      rows.push(row([successionReportWords.name(split), name], split.statistics, nextRow(), m));
  }
  return rows;
}

function row(
  names: string[],
  statistics: Statistics,
  at: number,
  m: number,
  units?: { first: number; last: number },
): Figure[] {
  const cell = (key: Key) => `${columnOf(key)}${at}`;
  const figures = FIGURES.map(({ key, formula, adds, format }): Figure => {
    const figure: Value | number = statistics[key];
    const value: Value = typeof figure === 'number' ? { value: figure } : figure;
    if (value.value === null) return absentWords[value.reason];
    // Percentage points are written as points, not as a share.
    const result = format === 'points' ? value.value * 100 : value.value;
    const column = columnOf(key);
    if (adds && units) return { formula: `SUM(${column}${units.first}:${column}${units.last})`, result };
    return formula ? { formula: formula(cell, m), result } : result;
  });
  const { gate = '', monthGate = '' } = shownOf(statistics);
  return [...names, ...figures, gate, monthGate];
}

function columnOf(key: Key): string {
  return String.fromCharCode('A'.charCodeAt(0) + 2 + FIGURES.findIndex((figure) => figure.key === key));
}
