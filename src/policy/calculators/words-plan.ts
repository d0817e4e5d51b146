import { type Rich, rich } from '../../chat/rich.ts';
import type { Change } from './rules/change.ts';
import { compared, divided, type Exact, exact, minus, shown, times } from './rules/exact.ts';
import type { OwnUnit } from './rules/own-unit.ts';
import type { Pace, Time } from './rules/pace.ts';
import type { Subject } from './rules/read-counts.ts';
import type { Reverse } from './rules/reverse.ts';
import { count, isAbout, isPercent, oneDecimal, signed } from './words-numbers.ts';
import type { WorkedOut } from './worked-out.ts';

const MEASURES: Record<Subject, string> = { document: '件', meeting: '次', inspection: '次' };
const NAMES: Record<Subject, string> = { document: '发文', meeting: '会议', inspection: '督查检查考核' };

const measureOf = (subject: Subject | undefined) => (subject ? ` ${MEASURES[subject]}` : '');

const OFFICE = '两办';
const FINAL = '以两办的统计口径为准；到没到预警线看本地阈值，这里不下结论。';
const HUNDRED = exact(100);

export function paceLines(result: Pace): WorkedOut {
  const { subject, plan, done, rate, left, time, noCalendar } = result;
  const unit = measureOf(subject);
  const common = {
    title: `${subject ? NAMES[subject] : ''}计划进度测算`,
    basis: '通用公式：计划执行率＝累计数÷年计划，进度差＝计划执行率−时间进度，剩余额度＝年计划−累计',
    office: OFFICE,
    final: FINAL,
  };
  if (!rate)
    return {
      ...common,
      lines: [`计划是 0，算不出执行率；已有的 ${count(done)}${unit}全部属于计划外。`],
    };
  return {
    ...common,
    lines: [
      paceHeadline(result, time),
      `计划执行率：${count(done)} ÷ ${count(plan)} ${isPercent(rate)}`,
      ...(time ? timeLines(time, rate) : []),
      ...(noCalendar ? [`${noCalendar} 年的放假安排还没有录入，时间进度先不算。`] : []),
      ...(time || noCalendar ? [] : ['没说截至几月，时间进度没有比；说一下截至哪个月，我再比。']),
      left.over < 0n
        ? `剩余额度：${count(plan)} − ${count(done)} ＝ ${shown(left, 0)}，已超 ${shown(minus(done, plan), 0)}${unit}`
        : `剩余额度：${count(plan)} − ${count(done)} ＝ ${count(left)}${unit}`,
      ...(time?.monthly && time.month < 12
        ? [`往后每月可用：${count(left)} ÷ ${12 - time.month} ${isAbout(time.monthly, 1)}${unit}`]
        : []),
      ...(time?.forecast && result.forecastAsked
        ? [
            `照这个进度推算全年：${count(done)} ÷ ${oneDecimal(times(time.share, HUNDRED))}% ≈ ${shown(time.forecast, 0)}${unit}，只是推算`,
          ]
        : []),
      ...statedLines(result),
    ],
  };
}

function paceHeadline({ left, subject, rate }: Pace, time: Time | undefined): Rich {
  const measured = (number: string) => `${number}${measureOf(subject)}`;
  if (left.over < 0n) return rich`**已经超计划 ${measured(shown(minus(exact(0), left), 0))}**`;
  if (!time?.gap || !rate) return rich`**还剩 ${measured(count(left))}**`;
  if (time.gap.over === 0n) return rich`**和时间进度持平，还剩 ${measured(count(left))}**`;
  const points = oneDecimal(time.gap.over < 0n ? minus(exact(0), time.gap) : time.gap);
  if (time.gap.over > 0n) return rich`**比时间进度快 ${points} 个百分点，还剩 ${measured(count(left))}**`;
  return rich`**没有超时间进度，慢 ${points} 个百分点，还剩 ${measured(count(left))}**`;
}

function timeLines(
  { year, month, passed, whole, share, gap }: Time,
  rate: NonNullable<Pace['rate']>,
): string[] {
  const percent = (fraction: typeof share) => `${oneDecimal(times(fraction, HUNDRED))}%`;
  return [
    `时间进度（${year} 年到 ${month} 月底，按工作日）：${passed} ÷ ${whole} ${isPercent(share)}`,
    ...(gap ? [`进度差：${percent(rate)} − ${percent(share)} ≈ ${signed(gap)} 个百分点`] : []),
  ];
}

function statedLines({ stated, plan, done }: Pace): string[] {
  if (!stated) return [];
  const { share, rates, from, to, fits } = stated;
  const range = `按 ${shown(share, 2)}% 倒推：${bound(done, rates.most)}，${bound(done, rates.least)}，计划应在 ${from}—${to} 之间`;
  return [
    fits
      ? `${range}，${count(plan)} 对得上。`
      : `${range}，和您说的 ${count(plan)} 对不上，请核对百分比或计划数。`,
  ];
}

/** What a count would be the given percentage of. */
function bound(done: Exact, rate: Exact): string {
  return `${count(done)} ÷ ${shown(rate, 2)}% ${isAbout(divided(times(done, HUNDRED), rate), 1)}`;
}

export function reverseLines(result: Reverse): WorkedOut {
  const { subject, of, done, share, rate, estimate, onRecord } = result;
  const unit = measureOf(subject);
  const name = of === 'plan' ? '年计划' : '上年同期';
  const moment = onRecord ? '（由 2022 年上半年市级层面的数推算）' : '';
  const left = minus(exact(estimate), done);
  const common = {
    title: `由百分比倒推${name}`,
    basis: onRecord ? '由市里典型材料的数推算（2022 年上半年）' : '通用公式',
    office: OFFICE,
    final: '这是推算，不是官方数；准数以两办为准。',
  };
  if (rate.over <= 0n) return { ...common, lines: [`${shown(share, 2)}% 倒推不出${name}，请核对百分比。`] };
  return {
    ...common,
    lines: [
      rich`**${name}约 ${`${estimate}${unit}`}**${moment}`,
      of === 'plan'
        ? `${count(done)} ÷ ${shown(share, 2)}% ≈ ${estimate}${unit}`
        : `${count(done)} ÷ ${shown(rate, 2)}% ≈ ${estimate}${unit}`,
      ...rangeLines(result, name),
      ...(of === 'plan' && left.over >= 0n
        ? [`还剩约：${estimate} − ${count(done)} ＝ ${count(left)}${unit}`]
        : []),
    ],
  };
}

/** A percentage given in round figures fits more than one number. */
function rangeLines({ subject, done, rates, from, to }: Reverse, name: string): string[] {
  if (to === 0)
    return [`百分比取过整：${bound(done, rates.most)}，所以${name}不少于 ${from}${measureOf(subject)}。`];
  return [
    `百分比取过整：${bound(done, rates.most)}，${bound(done, rates.least)}，所以${name}在 ${from}—${to}${measureOf(subject)}之间都说得通。`,
  ];
}

export function changeLines(result: Change): WorkedOut {
  const { subject, now, before, change, difference, tells } = result;
  const unit = measureOf(subject);
  const common = {
    title: '同比测算',
    basis: '通用公式：同比＝（本期−上年同期）÷上年同期',
    office: OFFICE,
    final: FINAL,
  };
  if (!change)
    return {
      ...common,
      lines:
        now.over === 0n
          ? [rich`**持平**`, '上年同期和本期都是 0，写“持平”。']
          : [
              rich`**上年同期为 0，不计算同比**`,
              `不能拿 0 去除，照实写：上年同期为 0，本期 ${count(now)}${unit}。`,
            ],
    };
  const size = shown(difference, 0).replace('−', '');
  const word = difference.over > 0n ? '多' : difference.over < 0n ? '少' : '';
  return {
    ...common,
    lines: [
      word ? rich`**同比 ${changePercent(change)}**` : rich`**持平**`,
      `(${count(now)} − ${count(before)}) ÷ ${count(before)} ${isPercent(change)}`,
      ...(word
        ? [
            `${count(now)} − ${count(before)} ＝ ${shown(difference, 0)}${unit}`,
            gateLine(size, word, before, tells, unit),
          ]
        : []),
    ],
  };
}

function changePercent(change: NonNullable<Change['change']>): string {
  const text = isPercent(change).slice(2);
  return change.over > 0n ? `+${text}` : text;
}

/** Why small numbers say little (domain formulas). */
function gateLine(
  size: string,
  word: string,
  before: Change['before'],
  tells: boolean,
  unit: string,
): string {
  const base = count(before);
  const root = Math.sqrt(Number(base));
  const line = compared(before, exact(9)) >= 0 ? `√${base} ${rootText(root)}` : '是 3';
  return tells
    ? `${word} ${size}${unit}，到了显著线（3 和 √${base} 里大的那个，${line}），这个变化值得看。`
    : `${word} ${size}${unit}，没到显著线（3 和 √${base} 里大的那个，${line}），数小容易跳，只显示、不当反弹看。`;
}

function rootText(root: number): string {
  return Number.isInteger(root) ? `＝ ${root}` : `≈ ${root.toFixed(1)}`;
}

export function ownUnitLines(_result: OwnUnit): WorkedOut {
  return {
    title: '本单位的计划和进度',
    basis: '年度发文有计划；剩余额度＝年计划−累计',
    office: OFFICE,
    final: '计划数和口径以两办为准。',
    lines: [
      rich`**发“我的任务”看本单位当月的数，统筹的同志发“进度”看执行率和剩余额度**`,
      '问答里不查某个单位的数。剩余额度＝年计划−累计；您把年计划和已发（已开）数发给我，我马上能算，比如“年计划多少，到几月底发了多少”。',
    ],
  };
}
