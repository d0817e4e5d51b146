import { type Rich, rich } from '../chat/rich.ts';
import { dayText } from '../chat/words.ts';
import { dayOf } from '../kernel/day.ts';
import type { Month } from '../kernel/period.ts';
import type { Correction } from './repo-corrections.ts';
import { correctionReasons, indicatorNames, measureWords, monthText } from './words.ts';

/** The list of who reports, as coordinators and administrators read it. */
export const listWords = {
  commands: ['填报名单'],
  help: '谁在报数、怎么报，哪些单位还没有联络员',
  title: '填报名单',
  level: (county: string) => (county === '' ? '市级' : county),
  empty: '名单是空的。请在工作簿的“填报名单”表里写上发文、办会的单位后导入。',
  sum: (month: Month, items: number, figures: number): Rich =>
    rich`**${monthText(month)}**　逐件登记 ${items} 个单位，只报数 ${figures} 个单位`,
  townshipsTitle: '名单里有乡镇、村，请核对是否必要',
  township: (name: string, reason: string): Rich => rich`- ${name}：${reason}`,
  townshipsNote: '乡镇、村默认不填报，系统不会给他们发卡、发提醒。不必要的，请报系统管理员移出。',
  noTownships: '名单里没有乡镇、村。',
  nobody: (names: readonly string[]): Rich =>
    rich`**还没有联络员的单位（${names.length} 个）**\n${names.join('、')}\n请系统管理员在“人员”表里补上，否则收不到卡片。`,
};

/** Corrections, with why and by whom. */
export const correctionWords = {
  commands: ['更正记录'],
  help: '最近更正过哪些数，从多少改到多少、什么原因',
  title: '更正记录',
  none: '还没有更正过的数。',
  more: (count: number) => `只列最近 ${count} 条，更早的在数据里都有。`,
  line(row: Correction): string {
    const measure = measureWords[row.indicator];
    const parts = [
      changed('', row.beforeAmount, row.amount, measure),
      changed('计划外 ', row.beforeUnplanned, row.unplanned, measure),
      changed('直达乡镇 ', row.beforeDirect, row.direct, measure),
    ].filter(Boolean);
    const reason = correctionReasons[row.reason] ?? '';
    const who = `${row.byName ? `${row.byName} ` : ''}${dayText(dayOf(row.at))}`;
    return `${monthText(row.month)} ${row.unitName}　${indicatorNames[row.indicator]} ${parts.join('、')}（${reason ? `${reason}，` : ''}${who}）`;
  },
};

function changed(name: string, before: number | null, after: number, measure: string): string {
  if (before === after || (before === null && after === 0 && name !== '')) return '';
  return before === null ? `${name}补报 ${after} ${measure}` : `${name}${before} → ${after} ${measure}`;
}
