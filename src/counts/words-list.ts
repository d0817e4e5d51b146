import { type Rich, rich } from '../chat/rich.ts';
import type { Month } from '../kernel/period.ts';
import { monthText } from './words.ts';

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
