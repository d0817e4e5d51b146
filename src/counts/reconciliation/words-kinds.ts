import { monthNumber, yearOf } from '../../kernel/period.ts';
import { writeNumber } from '../items/rules/lexicon-number.ts';
import { indicatorNames, measureWords } from '../words.ts';
import type { Difference, Kind } from './rules/difference.ts';
import { isNumbered } from './rules/ledger.ts';
import type { Correction } from './rules/months.ts';

export const kindNames: Record<Kind, string> = {
  gap: '断号',
  duplicate: '重号',
  unplanned: '有发无计划',
  unused: '有计划没发',
  unregistered: '收到没登记',
  unreceived: '登记没收到',
  month: '归月差',
  sum: '数不等',
};

/** The kinds of explanation that domain 4.3 allows for each kind of difference. */
export const explanationNames: Record<Kind, Record<string, string>> = {
  gap: {
    void: '作废',
    secret: '涉密，不在系统登记',
    uncounted: '按口径不计',
    omitted: '漏登，补进清单',
  },
  duplicate: {
    same: '同一件登记了两次',
    renumbered: '一件写错文号，已改',
    reused: '误用同号，两件都已发',
  },
  unplanned: {
    approved: '有审批，依据写在下面',
    outside: '记计划外',
    planned: '在计划内，名称不同',
  },
  unused: {
    'written-off': '核销，不结转下年',
    merged: '并入其他文件或会议',
    issued: '已发，名称不同',
  },
  unregistered: {
    omitted: '漏登，补进清单',
    unnumbered: '便笺、工作提示等，补进清单',
    uncounted: '按口径不计，请两办核',
    'not-ours': '不是本单位发的，请两办核',
  },
  unreceived: {
    range: '没发给他们，范围写宽了',
    'other-way': '走纸质或机要，没进 OA',
    'not-booked': '对方收到了，没登收文',
  },
  month: {
    'by-date': '按印发日改月份',
    'date-wrong': '印发日写错，月份不动',
  },
  sum: {
    'by-list': '以清单为准，更正月报',
    'list-short': '清单不全，请两办补',
  },
};

/** As it stands in the statement, where nobody has to choose any more. */
const saidNames: Partial<Record<Kind, Record<string, string>>> = {
  unplanned: { approved: '有审批' },
  unregistered: { uncounted: '按口径不计', 'not-ours': '不是本单位发的' },
  sum: { 'list-short': '清单不全' },
};

export function saidName(kind: Kind, explanation: string): string {
  return saidNames[kind]?.[explanation] ?? explanationNames[kind][explanation] ?? '';
}

const SHOWN = 28;

/** Titles are shortened for a phone; the number tells which one is meant. */
function titled(title: string): string {
  if (title === '') return '';
  const letters = Array.from(title);
  return `《${letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : title}》`;
}

function named({ code, numberYear, serial, title }: Difference): string {
  const number = isNumbered({ code, numberYear, serial })
    ? writeNumber({ code, year: numberYear, serial })
    : '';
  return `${number}${titled(title)}`;
}

/** What two books tell differently, in one sentence; `names` are names of units by code. */
export function differenceText(one: Difference, names: ReadonlyMap<string, string>): string {
  const measure = measureWords[one.indicator];
  const { left = 0, right = 0 } = one.numbers ?? {};
  switch (one.kind) {
    case 'gap':
      return one.numbers
        ? `${writeNumber({ code: one.code, year: one.numberYear, serial: left })}到 ${right} 号，登记里都没有`
        : `${named(one)}，登记里没有`;
    case 'duplicate':
      return `${named(one)}用了两次：${one.titles.map(titled).join('')}`;
    case 'unplanned':
      return one.numbers
        ? `${indicatorNames[one.indicator]}计划 ${left} ${measure}，按计划内登记了 ${right} ${measure}，多 ${right - left} ${measure}`
        : `${named(one)}，计划里没有`;
    case 'unused':
      return one.numbers
        ? `${indicatorNames[one.indicator]}计划 ${left} ${measure}，用了 ${right} ${measure}，剩 ${left - right} ${measure}不结转`
        : `${indicatorNames[one.indicator]}计划${titled(one.title)}，没有登记`;
    case 'unregistered':
      return `${named(one)}，${one.receivers.length} 个抽样单位收到，登记里没有`;
    case 'unreceived':
      return `${named(one)}，${one.receivers.map((code) => names.get(code) ?? code).join('、')}没有收文记录`;
    case 'month':
      return one.months.length > 0
        ? `${indicatorNames[one.indicator]}合计对得上，分月不一样：${shifts(one)}`
        : `${named(one)}，${monthIn(one.to, one.from)}印发，登记在${monthIn(one.from, one.to)}`;
    case 'sum':
      return `${indicatorNames[one.indicator]} 12 个月共报 ${left} ${measure}，年末清单 ${right} ${measure}`;
  }
}

function shifts({ months }: Difference): string {
  return months
    .map(({ month, reported, listed }) => `${monthNumber(month)}月报 ${reported} 清单 ${listed}`)
    .join('，');
}

/** The year is said only where the two months lie in different ones. */
function monthIn(month: string, other: string): string {
  if (month === '') return '别的月份';
  const year = yearOf(month) === yearOf(other) ? '' : `${yearOf(month)}年`;
  return `${year}${monthNumber(month)}月`;
}

/** 发文 3月 5→6. */
export function correctionText({ indicator, month, from, to }: Correction): string {
  const amount = from.amount === to.amount ? '' : ` ${from.amount}→${to.amount}`;
  const unplanned = from.unplanned === to.unplanned ? '' : ` 其中计划外 ${from.unplanned}→${to.unplanned}`;
  return `${indicatorNames[indicator]} ${monthNumber(month)}月${amount}${unplanned}`;
}
