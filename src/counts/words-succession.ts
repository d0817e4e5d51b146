import { type Rich, rich } from '../chat/rich.ts';
import { type Month, monthNumber } from '../kernel/period.ts';
import type { Indicator } from './rules/indicator.ts';
import type { SplitLine, SuccessionReport } from './succession-report.ts';
import { indicatorNames } from './words.ts';
import { shownOf } from './words-report.ts';

export const successionWords = {
  endedTitle: (month: Month) => `${monthNumber(month)}月发文会议统计：不用报了`,
  ended: (month: Month) =>
    `本单位已撤并，${monthNumber(month)}月的数由接续的单位报，您不用再填。以前月份的数照旧保留。`,
  withoutHeir: (names: readonly string[]): Rich =>
    rich`**撤并后没有接续单位（${names.length} 个）**\n${names.join('、')}\n它们不再报数，接替的单位也不在填报名单里。要继续统计，请系统管理员把接替的单位加进“填报名单”表。`,
};

/** What mergers and splits have done, in reports. */
export const successionReportWords = {
  title: '撤并单位的计划和同比',
  merged: (indicator: Indicator, { name, plan, brought }: SuccessionReport['merged'][number]) =>
    `${indicatorNames[indicator]}：${name}计划 ${plan}，其中并入单位没用完转来 ${brought}`,
  name: ({ names, formerly }: Pick<SplitLine, 'names' | 'formerly'>) =>
    `${names.join('＋')}（合在一起，比拆分前的${formerly.join('、')}）`,
  split: (indicator: Indicator, line: SplitLine) => {
    const shown = shownOf(line.statistics);
    const rate = line.statistics.execution.value === null ? '' : `，执行率 ${shown.execution}`;
    return `${indicatorNames[indicator]}：${successionReportWords.name(line)}累计 ${shown.total}${rate}，同比 ${shown.yearOnYear}`;
  },
  undivided: (indicator: Indicator, { name, plan }: SplitLine['undivided'][number]) =>
    `${indicatorNames[indicator]}：原${name}的计划 ${plan} 还没有分，请在“年度计划”表里给拆出的单位各录一行`,
};

/** Every line of an indicator, for cards and pages. */
export function successionLines({ indicator, merged, splits }: Lines): string[] {
  return [
    ...merged.map((one) => successionReportWords.merged(indicator, one)),
    ...splits.flatMap((line) => [
      successionReportWords.split(indicator, line),
      ...line.undivided.map((one) => successionReportWords.undivided(indicator, one)),
    ]),
  ];
}

type Lines = { indicator: Indicator } & SuccessionReport;
