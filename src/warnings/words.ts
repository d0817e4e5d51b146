import { type Colour, colour, joinRich, plainOf, type Rich, rich } from '../chat/rich.ts';
import {
  decimal,
  type Indicator,
  indicatorNames,
  measureWords,
  monthText,
  percent,
  points,
} from '../counts/window.ts';
import { type Month, monthNumber, yearOf } from '../kernel/period.ts';
import type { Evidence } from './evidence.ts';
import type { Relief } from './rules/relief.ts';
import type { Rule, Trigger } from './rules/triggers.ts';

export const levelNames = ['正常', '提醒', '预警', '纠偏'] as const;

const levelColours: readonly Colour[] = ['grey', 'blue', 'orange', 'red'];

const advices: Record<'note' | 'draft' | 'whole' | 'correction', string> = {
  note: '看一下原因就行，不用回复。',
  draft: '提示函草稿已拟好，发不发、怎么发由两办定；签发前不发给单位。',
  whole: '请两办看看是哪些单位带动的，怎么调度由两办定。',
  correction: '怎么处置由两办负责人定，系统不通知单位。',
};

interface Advised {
  level: number;
  task?: 'draft' | 'todo';
}

function adviceFor(level: number, told: readonly Advised[]): string {
  if (level === 3) return advices.correction;
  if (level === 1) return advices.note;
  const own = told.filter((each) => each.level === 2);
  return [
    own.some(({ task }) => task === 'draft') ? advices.draft : '',
    own.some(({ task }) => task === undefined) ? advices.whole : '',
  ].join('');
}

export const ruleNames: Record<Rule, string> = {
  pace: '进度差',
  year_on_year: '累计同比',
  rising: '连续同比上升',
  spike: '当月突增',
  quarter_end: '季末集中',
  forecast: '全年预测',
  unplanned: '计划外占比',
  repeated: '季内多次提醒',
  over_plan: '超年度计划',
  over_last_year: '超上年全年',
  persisting: '连续两个月预警',
};

/** The formula as the offices write it; what the letters stand for is said beside it. */
export const formulas: Record<Rule, string> = {
  pace: '进度差 = A/P − T',
  year_on_year: '同比 = (A − L)/L，且 |A − L| ≥ max(3, √L)',
  rising: '当月数 a > 上年当月数 l，且 |a − l| ≥ max(3, √l)，连续月数',
  spike: '当月数 a > max(1.5×近 6 个月中位数, 中位数+3)',
  quarter_end: '季末占比 = 季末月数 a/本季合计 q',
  forecast: '预测 F = A/T，控制线 C = min(年计划, 上年全年)，F/C',
  unplanned: '计划外占比 = 计划外 U/累计 A',
  repeated: '同一单位同一指标一个季度内提醒的次数 n',
  over_plan: '累计 A > 年计划 P',
  over_last_year: '累计 A > 上年全年 L12，且年未终',
  persisting: '预警后下一个月仍是预警',
};

const one = (value: number) => decimal(value, Number.isInteger(value) ? 0 : 1);
const whole = (value: number) => decimal(value, 0);

interface Back {
  relief: Relief;
  reached: number | undefined;
  triggers: readonly Trigger[];
  level: number;
  indicator: Indicator;
}

function reliefText(relief: Relief, measure: string): string {
  if (relief.kind === 'not_this_year') return '年内已回不到线下。';
  const { month, atMost, after } = relief;
  const most = atMost === 0 ? `${month}月不再新增` : `${month}月不超过 ${atMost} ${measure}`;
  const wait =
    month === after ? '' : month - after === 1 ? `${after}月不新增，` : `${after}—${month - 1}月不新增，`;
  return `${wait}${most}；连续 2 个月不再触发，降一级。`;
}

/** How a rule's value and threshold are written. */
const valueTexts: Record<Rule, (value: number) => string> = {
  pace: points,
  year_on_year: (value) => percent(value, true),
  rising: (value) => `${whole(value)} 个月`,
  spike: one,
  quarter_end: (value) => percent(value),
  forecast: (value) => percent(value),
  unplanned: (value) => percent(value),
  repeated: (value) => `${whole(value)} 次`,
  over_plan: whole,
  over_last_year: whole,
  persisting: (value) => `${whole(value)} 个月`,
};

/** What a rule found in one line of a phone, for whoever will not read a formula. */
const findings: Record<Rule, (value: number, measure: string) => Rich> = {
  pace: (value) => rich`进度超前 **${decimal(value * 100, 1)} 个百分点**`,
  year_on_year: (value) => rich`累计比上年同期多 **${percent(value)}**`,
  rising: (value) => rich`连续 **${whole(value)} 个月**比上年同月多`,
  spike: (value, measure) => rich`当月 **${one(value)} ${measure}**，比平常多出不少`,
  quarter_end: (value) => rich`季末一个月占全季 **${percent(value)}**`,
  forecast: (value) => rich`预计全年超控制线 **${percent(value - 1)}**`,
  unplanned: (value) => rich`计划外占 **${percent(value)}**`,
  repeated: (value) => rich`本季已提醒 **${whole(value)} 次**`,
  over_plan: (value, measure) => rich`累计 **${whole(value)} ${measure}**，超过年计划`,
  over_last_year: (value, measure) => rich`累计 **${whole(value)} ${measure}**，超过上年全年`,
  persisting: (value) => rich`连续 **${whole(value)} 个月**预警`,
};

/** The threshold in the words of the finding before it. */
function lineText({ rule, threshold }: Trigger): string {
  if (rule === 'pace') return decimal(threshold * 100, 1);
  if (rule === 'year_on_year') return percent(threshold);
  return rule === 'forecast' ? percent(threshold - 1) : valueTexts[rule](threshold);
}

const bounds: Record<Rule, string> = {
  pace: '达到',
  year_on_year: '达到',
  rising: '达到',
  spike: '高于',
  quarter_end: '达到',
  forecast: '高于',
  unplanned: '达到',
  repeated: '达到',
  over_plan: '高于',
  over_last_year: '高于',
  persisting: '达到',
};

const inputNames: Record<string, string> = {
  A: '累计',
  P: '年计划',
  T: '时间进度',
  L: '上年同期累计',
  L12: '上年全年',
  F: '预测全年',
  C: '控制线',
  U: '计划外',
  a: '当月',
  q: '本季合计',
  n: '次数',
};

/** `累计 A=804、年计划 P=998、时间进度 T=75.1%`; months of a run as `9月 120（上年 82）`. */
function inputText({ rule, inputs }: Trigger): string {
  if (rule === 'rising') {
    return Object.keys(inputs)
      .filter((key) => key.startsWith('a'))
      .map((key) => `${key.slice(1)}月 ${inputs[key]}（上年 ${inputs[`l${key.slice(1)}`]}）`)
      .join('、');
  }
  return Object.entries(inputs)
    .map(
      ([key, value]) =>
        `${inputNames[key] ?? ''} ${key}=${key === 'T' ? percent(value) : inputValue(key, value)}`,
    )
    .join('、');
}

/** The same on paper, without the letters of the formula: `累计 804，年计划 998，时间进度 75.1%`. */
export function plainInputs({ rule, inputs, threshold, level }: Trigger): string {
  if (rule === 'rising') {
    return Object.keys(inputs)
      .filter((key) => key.startsWith('a'))
      .map((key) => `${key.slice(1)}月 ${inputs[key]}、上年 ${inputs[`l${key.slice(1)}`]}`)
      .join('，');
  }
  const line = `${levelNames[level]}线 ${valueTexts[rule](threshold)}`;
  if (rule === 'spike' || rule === 'repeated' || rule === 'persisting') return line;
  return Object.entries(inputs)
    .map(
      ([key, value]) => `${inputNames[key] ?? ''} ${key === 'T' ? percent(value) : inputValue(key, value)}`,
    )
    .join('，');
}

function inputValue(key: string, value: number): string {
  return key === 'F' ? one(value) : whole(value);
}

/** The same finding on paper: `连续 3 个月比上年同月多`. */
export const plainFinding = ({ rule, value }: Trigger, indicator: Indicator) =>
  plainOf(findings[rule](value, measureWords[indicator]));

const valueText = ({ rule, value }: Trigger) => valueTexts[rule](value);
const thresholdText = ({ rule, threshold }: Trigger) => valueTexts[rule](threshold);

export const cardWords = {
  title: (month: Month) => `${monthNumber(month)}月反弹苗头提示`,
  /** `预警 1 项、提醒 2 项` */
  subtitle: (levels: readonly number[]) =>
    [3, 2, 1, 0]
      .map((level) => ({
        name: level === 0 ? '恢复' : levelNames[level],
        count: levels.filter((each) => each === level).length,
      }))
      .filter(({ count }) => count > 0)
      .map(({ name, count }) => `${name} ${count} 项`)
      .join('、'),
  heading: (name: string, indicator: Indicator, level: number): Rich =>
    rich`**${name}　${indicatorNames[indicator]}：${colour(levelNames[level] ?? '', levelColours[level] ?? 'red')}**`,
  finding: (trigger: Trigger, indicator: Indicator): Rich =>
    rich`- ${findings[trigger.rule](trigger.value, measureWords[indicator])}（${levelNames[trigger.level]}线 ${lineText(trigger)}）`,
  overTitle: (month: Month) => `${monthNumber(month)}月反弹苗头已消退`,
  over: (name: string, indicator: Indicator): Rich =>
    rich`**${name}　${indicatorNames[indicator]}：${colour('恢复正常', 'green')}**`,
  overHint: '已连续多月没有再触发，这一轮到此为止，不用做什么。',
  taskButtons: { draft: '看提示函草稿', todo: '看处置清单' },
  /** What would bring it back below every line. */
  back({ relief, reached, triggers, level, indicator }: Back): Rich {
    const calm = level > (reached ?? level) ? '本月的数已低于这个级别，再观察一个月才降级。' : '';
    const unplanned = triggers.some(({ rule }) => rule === 'unplanned') ? '计划外不再增加；' : '';
    return rich`**怎样回到线下**　${unplanned}${reliefText(relief, measureWords[indicator])}${calm}`;
  },
  coveredTitle: (count: number) => `并入的单位提醒（${count} 个）`,
  coveredNames: (names: readonly string[]): Rich => rich`${names.join('、')}`,
  moreHint: '要签发或处置的，发“预警”可以逐项打开。',
  sumsTitle: '怎么算的',
  sum: (trigger: Trigger): Rich =>
    rich`**${ruleNames[trigger.rule]}** ${valueText(trigger)}，${bounds[trigger.rule]}${levelNames[trigger.level]}线 ${thresholdText(trigger)}\n${formulas[trigger.rule]}；${inputText(trigger)}`,
  base: (month: Month): string =>
    `数据：${yearOf(month)}年1—${monthNumber(month)}月；对比基期：${yearOf(month) - 1}年同期`,
  quota(indicator: Indicator, evidence: Evidence): string {
    const measure = measureWords[indicator];
    const { plan, remaining, monthlyAllowance, emergency } = evidence;
    const apart = emergency > 0 ? `；应急 ${emergency} ${measure}单列，未计入` : '';
    if (plan === null || remaining === null) return `未录年计划，不算剩余额度${apart}`;
    if (remaining < 0) return `年计划 ${plan} ${measure}，已超 ${-remaining} ${measure}${apart}`;
    const monthly = monthlyAllowance === null ? '' : `，月均可用 ${one(monthlyAllowance)} ${measure}`;
    return `年计划 ${plan} ${measure}，剩余额度 ${remaining} ${measure}${monthly}${apart}`;
  },
  /** What to do, once for each level on the card. */
  advice(told: readonly Advised[]): Rich {
    const there = [3, 2, 1].filter((level) => told.some((each) => each.level === level));
    const lines = there.map((level) =>
      there.length > 1
        ? rich`${levelNames[level] ?? ''}：${adviceFor(level, told)}`
        : rich`${adviceFor(level, told)}`,
    );
    return joinRich(lines, '\n');
  },
  more: (count: number) => `另有 ${count} 项`,
  brief: (name: string, indicator: Indicator, level: number, triggers: readonly Trigger[]): Rich =>
    rich`- ${name}　${indicatorNames[indicator]}：${levelNames[level] ?? ''}（${triggers.map((t) => ruleNames[t.rule]).join('、')}）`,
  footer: '仅供统筹调度，不作考核依据。',
  orderedFooter: '按单位固定次序列出，仅供统筹调度，不作考核依据。',
  levelScope: (county: string) => (county === '' ? '市级汇总' : `${county}汇总`),
  level: (county: string) => (county === '' ? '市级' : county),
  chartTitle: (name: string, indicator: Indicator) =>
    `${name}${indicatorNames[indicator]}累计（${measureWords[indicator]}）`,
  planLine: '计划进度',
  nowLine: (month: Month) => `${yearOf(month)}年`,
  lastLine: (month: Month) => `${yearOf(month) - 1}年`,
  monthLabel: (number: number) => `${number}月`,
  chartText: (month: Month, evidence: Evidence) =>
    `到${monthText(month)}累计 ${evidence.total}${evidence.plan === null ? '' : `，年计划 ${evidence.plan}`}`,
};

export const featureTitle = '反弹预警';
