import { type Rich, rich } from '../../chat/rich.ts';
import { isHalf, isMonth, isQuarter, monthNumber, monthsOf, yearOf } from '../../kernel/period.ts';
import type { IndicatorReport } from '../indicator-report.ts';
import type { Report } from '../read-report.ts';
import { decimal, percent } from '../rules/rounding.ts';
import { indicatorNames, measureWords, momentText, monthText } from '../words.ts';
import { shownOf } from '../words-report.ts';
import type { Asides } from './read-asides.ts';
import type { Contradiction } from './rules/stated.ts';

const QUARTERS = ['一', '二', '三', '四'];

/** 2026年6月, 2026年二季度, 2026年上半年, 2026年. */
export function periodText(period: string): string {
  if (isMonth(period)) return monthText(period);
  const year = `${yearOf(period)}年`;
  if (isQuarter(period)) return `${year}${QUARTERS[Number(period.slice(6)) - 1]}季度`;
  return isHalf(period) ? `${year}${period.endsWith('H1') ? '上' : '下'}半年` : year;
}

/** The machine's draft: one paragraph an indicator, every figure from the report, nothing judged. */
export function draftText(report: Report, asides: Asides): string {
  const place = report.county || '全市';
  const paragraphs = report.indicators
    .filter(
      ({ statistics, units }) => statistics.total > 0 || statistics.plan.value !== null || units.length > 0,
    )
    .map((line) => `${indicatorText(report, line)}。`);
  const opening = `${periodText(report.period)}${place}本级统计如下（数据截至${monthText(report.asOf)}）。`;
  const missing = report.missing.length > 0 ? [`还有 ${report.missing.length} 个单位没有数，数据不齐。`] : [];
  const beside = asidesText(asides);
  return [
    opening,
    ...(paragraphs.length > 0 ? paragraphs : ['没有数。']),
    ...(beside ? [beside] : []),
    ...missing,
  ].join('\n');
}

/** Of units that register item by item; whoever reports numbers only tells none of this. */
function asidesText({ combined, saved, discussions, unnumbered }: Asides): string {
  const parts = [
    ...(combined > 0 ? [`会议套开 ${combined} 次，减会 ${saved} 次`] : []),
    ...(discussions > 0 ? [`研讨、协调、座谈会 ${discussions} 次，不计入会议数`] : []),
    ...(unnumbered > 0 ? [`无文号文件 ${unnumbered} 件，已计入发文数`] : []),
  ];
  return parts.length === 0 ? '' : `逐件登记的单位：${parts.join('；')}。`;
}

function indicatorText(report: Report, line: IndicatorReport): string {
  const { indicator, statistics: s } = line;
  const shown = shownOf(s);
  const measure = measureWords[indicator];
  const name = indicatorNames[indicator];
  const yearOnYear =
    s.yearOnYear.value === null
      ? `同比${shown['yearOnYear'] ?? ''}`
      : `同比${direction(s.yearOnYear.value)}${s.gate === false ? '（变动小）' : ''}`;
  const before = lastYearsPeriod(report, line);
  const parts = [
    `${name} ${line.periodTotal} ${measure}${before === undefined ? '' : `，上年同期 ${before} ${measure}`}`,
    ...(isYearToDate(report.period) ? [] : [`今年累计 ${s.total} ${measure}`]),
    ...(s.execution.value === null ? [shown['execution'] ?? ''] : [paceText(line)]),
    `累计${yearOnYear}`,
  ];
  const ahead = [
    ...(s.remaining.value === null || monthNumber(report.asOf) === 12
      ? []
      : [`剩余额度 ${shown['remaining']} ${measure}${allowance(line)}`]),
    ...(s.forecast.value === null || monthNumber(report.asOf) === 12 ? [] : [forecast(line)]),
    ...(s.unplannedShare.value ? [`计划外占 ${shown['unplannedShare']}`] : []),
    ...(isQuarter(report.period) && s.quarterShare.value !== null
      ? [`季末月占本季 ${shown['quarterShare']}`]
      : []),
    ...line.remarks,
  ];
  return [parts.join('，'), ahead.join('，')].filter(Boolean).join('；');
}

/** From January on the period is the cumulated count itself. */
const isYearToDate = (period: string) => monthNumber(monthsOf(period)[0] ?? '') === 1;

const direction = (change: number) =>
  change === 0 ? '持平' : `${change > 0 ? '上升' : '下降'} ${percent(Math.abs(change))}`;

function paceText({ statistics: s }: IndicatorReport): string {
  const rate = `占年计划的 ${percent(s.execution.value ?? 0)}`;
  if (s.gap.value === null || s.elapsed.value === null) return rate;
  const points = decimal(Math.abs(s.gap.value) * 100, 1);
  const side = points === '0.0' ? '持平' : `${s.gap.value > 0 ? '快' : '慢'} ${points} 个百分点`;
  return `${rate}，比时间进度（${percent(s.elapsed.value)}）${side}`.replace(
    '比时间进度',
    points === '0.0' ? '与时间进度' : '比时间进度',
  );
}

const allowance = ({ statistics: { monthlyAllowance } }: IndicatorReport) =>
  monthlyAllowance.value === null ? '' : `，往后月均可用 ${decimal(monthlyAllowance.value, 1)}`;

function forecast({ indicator, statistics: s }: IndicatorReport): string {
  const measure = measureWords[indicator];
  const linear = `按进度推算全年 ${decimal(s.forecast.value ?? 0, 0)} ${measure}`;
  return s.forecastSeasonal.value === null
    ? linear
    : `${linear}，按上年走势推算 ${decimal(s.forecastSeasonal.value, 0)} ${measure}`;
}

/** Last year's same months, when all of them are known and were counted alike. */
function lastYearsPeriod(
  { period, asOf }: Report,
  { course, statistics }: IndicatorReport,
): number | undefined {
  if (!statistics.sameRule) return undefined;
  const months = monthsOf(period)
    .filter((month) => month <= asOf)
    .map((month) => course.lastYear[monthNumber(month) - 1] ?? null);
  return months.includes(null) ? undefined : months.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

export const reviewWords = {
  command: ['盘点'],
  help: '看季度、半年、全年盘点稿并定稿，如“盘点 2026-Q2”',
  title: (county: string, period: string) =>
    `${county === '' ? '市级' : county}${periodText(period)}${isMonth(period) ? '发文会议统计' : '盘点'}`,
  draft: '草稿',
  released: '已定稿',
  release: '定稿',
  reword: '改文字',
  textTitle: '文字稿',
  textLabel: '文字稿（可直接改）',
  formTitle: (period: string) => `${periodText(period)}：改文字稿`,
  formHint: '数是系统算好的，只改文字。改完点“定稿”，不改就不用点。',
  releasedBy: (name: string, at: number) => `${name ? `${name} ` : ''}${momentText(at)}定稿`,
  draftNote: '系统起草，数都来自登记数。看过没有问题点“定稿”；定稿后仍可改。',
  movedSinceText: '文字是按以前的数写的，现在数有更新，请核对文字。',
  movedSinceRelease: '定稿以后数有更正，上面的文字还是定稿时的。点“改文字”可以重新定稿。',
  moved: '数刚有更新，请再看一遍，没有问题再点一次。',
  done: '已定稿。',
  already: (name: string) => `${name || '同事'}已经定稿，内容和您看到的一样。`,
  otherText: (name: string) => `${name || '同事'}刚改过文字，现在显示的是改后的，请再看一遍。`,
  tooLong: (limit: number) => `文字稿最多 ${limit} 个字，请删短一些。您写的内容还在。`,
  empty: '文字稿不能空着。',
  secret: '文字里像是有密级标志。涉密内容不能写在这里，请删去，走保密渠道。',
  pressing: '文字里有催办、排名或要求回复的话，发不出去。请改成只讲情况的说法。您写的内容还在。',
  personalNumber: '文字里像是有身份证号或手机号。系统不收这些，请删去。您写的内容还在。',
  notYet: (period: string) => `${periodText(period)}还没有数，没有可以盘点的。`,
  badPeriod: '期间读不懂。季度写“盘点 2026-Q2”或“盘点 二季度”，半年写“盘点 上半年”，全年写“盘点 2026”。',
  contradiction: (found: readonly Contradiction[]): Rich =>
    rich`**百分比与计划对不上，请核：**${found
      .map(
        ({ indicator, total, share, digits, plan, from, to }) =>
          `${indicatorNames[indicator]}写的是 ${total} ${measureWords[indicator]}、占计划 ${decimal(share * 100, digits)}%，倒推计划应在 ${from}—${to}，系统里的计划是 ${plan}`,
      )
      .join('；')}。没有写错就再点一次“定稿”。`,
  sure: '百分比与计划对不上，请再看一眼。',
  alsoReady: (periods: readonly string[]) =>
    `${periods.map(periodText).join('、')}的盘点稿也备好了，要看就发“盘点 ${periods[0] ?? ''}”。`,
};
