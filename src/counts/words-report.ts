import { joinRich, type Rich, rich } from '../chat/rich.ts';
import type { Tier } from '../kernel/actor.ts';
import { isMonth } from '../kernel/period.ts';
import { tierNames } from '../people/words.ts';
import type { Absent, Value } from './rules/formulas.ts';
import type { Indicator } from './rules/indicator.ts';
import { decimal, percent } from './rules/rounding.ts';
import type { Statistics } from './rules/statistics.ts';
import { indicatorNames, measureWords, monthText } from './words.ts';

/** What stands where a figure is not defined. */
export const absentWords: Record<Absent, string> = {
  no_plan: '无计划',
  all_unplanned: '没有计划，全部计划外',
  no_calendar: '放假表未导入，不算',
  flat: '持平',
  last_year_zero: '上年为 0，不计算',
  last_year_missing: '上年数缺',
  last_year_small: '上年同期不足 10，不算',
  rule_changed: '口径已变，不可比',
  too_early: '年初，不算',
  too_few: '数太小，不算',
  too_few_months: '月份不够，不算',
  nothing_yet: '还没有数，不算',
  exceeded: '已超计划',
  year_over: '全年已过',
  not_half_year: '仅半年盘点用',
  not_quarter_end: '季末才算',
  nobody_reports: '没有填报单位',
};

export const points = (fraction: number) => `${decimal(fraction * 100, 1, true)} 个百分点`;

/** Every figure as people read it: one digit, halves rounded up. */
export function shownOf(s: Statistics): Record<string, string> {
  const as = (value: Value, text: (n: number) => string) =>
    value.value === null ? absentWords[value.reason] : text(value.value);
  const whole = (n: number) => decimal(n, 0);
  const one = (n: number) => decimal(n, 1);
  const signed = (n: number) => percent(n, true);
  const gate = (passed: boolean | null) =>
    passed === null ? '无可比数' : passed ? '已过显著性闸门' : '未过显著性闸门，只显示';
  return {
    month: whole(s.month),
    total: whole(s.total),
    plan: as(s.plan, whole),
    planOriginal: as(s.planOriginal, whole),
    execution: as(s.execution, (n) => percent(n)),
    elapsed: as(s.elapsed, (n) => percent(n)),
    gap: as(s.gap, points),
    lastYear: as(s.lastYear, whole),
    yearOnYear: as(s.yearOnYear, signed),
    gate: gate(s.gate),
    monthLastYear: as(s.monthLastYear, whole),
    monthYearOnYear: as(s.monthYearOnYear, signed),
    monthGate: gate(s.monthGate),
    lastYearTotal: as(s.lastYearTotal, whole),
    forecast: as(s.forecast, one),
    forecastSeasonal: as(s.forecastSeasonal, one),
    cap: as(s.cap, whole),
    remaining: as(s.remaining, (n) => (n < 0 ? `已超 ${whole(-n)}` : whole(n))),
    monthlyAllowance: as(s.monthlyAllowance, one),
    reboundLine: as(s.reboundLine, signed),
    unplannedShare: as(s.unplannedShare, (n) => percent(n)),
    quarterShare: as(s.quarterShare, (n) => percent(n)),
    spikeLine: as(s.spikeLine, one),
    emergency: whole(s.emergency),
  };
}

/** Half-year margin below which the plan is called thin; our default, the seed's 8.4 % is to be caught (domain 4.1). */
const THIN_MARGIN = 0.1;

export interface Circumstances {
  /** Months with figures this year and in the same span of last year. */
  months: { now: number; last: number };
  /** Units without a plan, of those that report. */
  withoutPlan: number;
  /** Of one unit: plan that merged units have brought; whether it was split, or has taken over a part of one. */
  brought?: number;
  split?: boolean;
}

/** What somebody who reads the figures of one indicator has to know about them. */
export function remarksOf(indicator: Indicator, s: Statistics, circumstances: Circumstances): string[] {
  const measure = measureWords[indicator];
  const notes: (string | false)[] = [
    s.plan.value !== null &&
      s.planOriginal.value !== null &&
      s.plan.value !== s.planOriginal.value &&
      `计划由 ${s.planOriginal.value} 调整为 ${s.plan.value}，执行率按调整后算`,
    (circumstances.brought ?? 0) > 0 && `计划里有并入单位转来的 ${circumstances.brought} ${measure}`,
    circumstances.split === true && '单位拆分过，和上年比要把拆开的各单位合在一起，见两办的统计',
    circumstances.withoutPlan > 0 && s.plan.value !== null && `${circumstances.withoutPlan} 个单位没有录计划`,
    s.remaining.value !== null && s.remaining.value < 0 && `已超计划 ${-s.remaining.value} ${measure}`,
    s.lastYearTotal.value !== null &&
      s.total > s.lastYearTotal.value &&
      '已超上年全年，须向上级党委办公厅（室）书面说明',
    s.reboundLine.value !== null && margin(s.reboundLine.value),
    s.plan.value !== null &&
      s.lastYearTotal.value === null &&
      s.lastYearTotal.reason === 'last_year_missing' &&
      '上年数缺',
    circumstances.months.last > 0 &&
      circumstances.months.last < circumstances.months.now &&
      `上年同期只有 ${circumstances.months.last} 个月的数`,
    s.emergency > 0 && `含应急 ${s.emergency} ${measure}，不进预警分级`,
  ];
  return notes.filter((note) => note !== false);
}

function margin(line: number): string | false {
  // At −100 % and below the plan is broken already, which has a remark of its own.
  if (line <= -1) return false;
  if (line < 0) return `下半年须比上半年少 ${percent(-line)} 才不超计划`;
  return line < THIN_MARGIN && `余量薄：下半年多 ${percent(line)} 即超计划`;
}

/** A level as the command line and the log of warnings write it. */
export const levelName = (county: string) => (county === '' ? '市' : `县区:${county}`);

/** A change that does not pass the gate is shown, along with how little it means (domain 4). */
function yearOnYearText(s: Statistics): string {
  const text = shownOf(s).yearOnYear ?? '';
  return s.yearOnYear.value !== null && s.gate === false ? `${text}（变动小）` : text;
}

/** The month against the same month of last year, beside its count; nothing where there is nothing to compare. */
function monthChangeText(s: Statistics): string {
  return s.monthYearOnYear.value === null ? '' : `（同比 ${percent(s.monthYearOnYear.value, true)}）`;
}

/** Both forecasts, as far as there are any (domain 4); only the one there is, when the other has no ground. */
function forecastText(s: Statistics): string {
  if (s.total === 0) return '';
  const linear = s.forecast.value === null ? [] : [`按进度 ${decimal(s.forecast.value, 0)}`];
  const seasonal =
    s.forecastSeasonal.value === null ? [] : [`按上年走势 ${decimal(s.forecastSeasonal.value, 0)}`];
  const all = [...linear, ...seasonal];
  return all.length === 0 ? '' : `预测全年 ${all.join('，')}`;
}

export const reportWords = {
  level: levelName,
  badLevel: (level: string) => `没有“${level}”这个层级，请写“市”或“县区:”加县区名。`,
  badPeriod: (period: string) =>
    `期间“${period}”读不懂。月写 2026-06，季写 2026-Q2，半年写 2026-H1，年写 2026。`,
  forbidden: '这一层级的统计只给该层级的统筹员看。',
  unitTitle: (month: string) => `${monthText(month)}发文会议统计`,
  title: (county: string, month: string) =>
    `${county === '' ? '市级' : county}${monthText(month)}发文会议统计`,
  subtitle: (reported: number, due: number, open: boolean) =>
    open
      ? `收集中，${reported}/${due} 个单位已确认`
      : `${reported}/${due} 个单位有数${due > 0 && reported / due >= 0.95 ? '' : '，数据不齐'}`,
  /** Three short lines for a phone; what hangs on a plan is left out together when there is none. */
  line(indicator: Indicator, s: Statistics): Rich {
    const shown = shownOf(s);
    const planned = s.execution.value !== null;
    const pace = planned ? `执行率 ${shown.execution}，进度差 ${shown.gap}` : (shown.execution ?? '');
    const left = planned ? `剩余额度 ${shown.remaining}，` : '';
    const ahead = forecastText(s);
    return rich`**${indicatorNames[indicator]}**　当月 ${shown.month ?? ''}${monthChangeText(s)}，累计 **${shown.total ?? ''}**\n${pace}\n${left}同比 ${yearOnYearText(s)}${ahead ? `\n${ahead}` : ''}`;
  },
  countiesTitle: (month: string) => `各县区${monthText(month)}汇总`,
  countySums: (rows: readonly { indicator: Indicator; month: number; total: number }[]): Rich =>
    joinRich(
      rows.map(
        ({ indicator, month, total }) => rich`${indicatorNames[indicator]} 当月 ${month}，累计 ${total}`,
      ),
      '\n',
    ),
  countiesHint: '按县区名排。明细在各县区，市级只看汇总。',
  kindsTitle: '两办和部门分开看',
  kind: (indicator: Indicator, tier: Tier, s: Statistics): Rich => {
    const shown = shownOf(s);
    const rate = s.execution.value === null ? '' : `，执行率 ${shown.execution}`;
    return rich`${tierNames[tier]}${indicatorNames[indicator]}　当月 ${shown.month ?? ''}，累计 ${shown.total ?? ''}${rate}，同比 ${yearOnYearText(s)}`;
  },
  remarks: (remarks: readonly string[]): Rich => rich`${remarks.join('；')}。`,
  note: (complete: boolean, remarks: readonly string[]) =>
    [...(complete ? [] : ['数据不齐']), ...remarks].join('；'),
  footer: '仅供统筹调度，不作考核依据',
  openTitle: (count: number) => `还没有数的单位（${count} 个）`,
  remindedHint: '截止前系统会提醒他们，现在不用催。',
  phoneHint: '系统不再催，需要的话请打电话问一下。',
  units: (names: readonly string[]) => names.join('、'),
  /** For the command line. */
  headline: (county: string, period: string, complete: boolean) =>
    `${county === '' ? '市' : county} ${isMonth(period) ? monthText(period) : period}统计${complete ? '' : '（数据不齐）'}`,
  plainLine: (indicator: string, shown: Record<string, string>, note: string) =>
    `${indicator}：当月 ${shown.month}，累计 ${shown.total}，计划 ${shown.plan}，执行率 ${shown.execution}，时间进度 ${shown.elapsed}，进度差 ${shown.gap}，同比 ${shown.yearOnYear}（${shown.gate}），剩余额度 ${shown.remaining}，预测全年 ${shown.forecast}${note ? `。${note}` : ''}`,
};

export const statisticsWords = {
  title: '统计',
  command: ['统计', '月报'],
  help: '看累计、执行率、同比和走势，如“统计 2026-05”',
  badMonth: '月份读不懂，请发“统计”加月份，如“统计 2026-05”。看季度、半年，发“盘点 2026-Q2”。',
  nothing: '还没有可以看的数。月统计收上来以后再看。',
};
