import type { Tier } from '../../kernel/actor.ts';
import { tierNames } from '../../people/words.ts';
import type { Report } from '../read-report.ts';
import type { ReviewRow } from '../reviews/repo.ts';
import { periodText } from '../reviews/words.ts';
import type { Statistics } from '../rules/statistics.ts';
import { momentText, monthText } from '../words.ts';
import { shownOf } from '../words-report.ts';

export const exportWords = {
  about: (report: Report) =>
    `${pageWords.title(report)}${report.complete ? '' : '（数据不齐）'}，数据截至${monthText(report.asOf)}，执行率按调整后的计划算，百分数四舍五入显示一位小数。`,
  withoutData: (limit: number) => `数据超过 ${limit} 行，没有附在后面；需要的话请导出整个工作簿。`,
};

/** Columns of the printed table: what fits on an upright page. */
const COLUMNS: readonly (readonly [string, keyof Statistics])[] = [
  ['当月', 'month'],
  ['累计', 'total'],
  ['年计划', 'plan'],
  ['执行率', 'execution'],
  ['进度差（百分点）', 'gap'],
  ['上年同期', 'lastYear'],
  ['同比', 'yearOnYear'],
  ['剩余额度', 'remaining'],
];

export const pageWords = {
  title: ({ county, period }: Report) => `${county || '市级'}${periodText(period)}发文会议统计`,
  columns: ['单位', ...COLUMNS.map(([title]) => title)],
  keys: COLUMNS.map(([, key]) => key),
  total: '合计',
  kind: (tier: Tier) => `其中：${tierNames[tier]}`,
  remarks: (remarks: readonly string[]) => `说明：${remarks.join('；')}。`,
  /** What the table has no room for, as far as it is defined. */
  ahead(s: Statistics): string {
    const shown = shownOf(s);
    const told = (
      label: string,
      key: 'elapsed' | 'forecast' | 'forecastSeasonal' | 'monthlyAllowance' | 'unplannedShare',
    ) => (s[key].value === null ? [] : [`${label} ${shown[key]}`]);
    const parts = [
      ...told('时间进度', 'elapsed'),
      ...told('预测全年（按进度）', 'forecast'),
      ...told('预测全年（按上年走势）', 'forecastSeasonal'),
      ...told('剩余额度月均可用', 'monthlyAllowance'),
      ...told('计划外占比', 'unplannedShare'),
    ];
    return `${[...parts, `同比${shown['gate']}`].join('，')}。`;
  },
  about(report: Report, review?: ReviewRow): string {
    const reported = `${report.due - report.missing.length}/${report.due} 个单位有数`;
    const state = !review
      ? []
      : review.state === 'released'
        ? [`${review.authorName ? `${review.authorName} ` : ''}${momentText(review.createdAt)}定稿`]
        : ['草稿，未定稿'];
    const incomplete = report.complete ? [] : ['数据不齐'];
    return [`数据截至${monthText(report.asOf)}`, reported, ...incomplete, ...state].join('　');
  },
};
