import { type Rich, rich } from '../chat/rich.ts';
import { dateText } from '../chat/words.ts';
import type { Day } from '../kernel/day.ts';
import type { FilingKind } from './rules/filing.ts';

export const kindNames: Record<FilingKind, string> = {
  comprehensive: '综合考核',
  single: '单项考核',
  special: '专项督查',
  check: '检查',
  veto: '一票否决',
  unannounced: '暗访',
};

export const words = {
  title: '备案查询',
  help: '看来检的备过案没有；加关键词更准，如“查备案 安全”',
  found: (count: number, shown: number) =>
    count > shown ? `查到 ${count} 项，先列 ${shown} 项。加上关键词可以缩小范围。` : `查到 ${count} 项。`,
  none: '备案清单里今年没有涉及您单位的事项。',
  /** Domain 5: the fixed sentence; it never says that anything is against the rules. */
  notFound: (phone: string) => `没有查到备案，可请来检单位出示，并向两办核实：${phone || noPhone}。`,
  /** BR-29. */
  vetoNotFound: (phone: string) => `没有查到报备，请向县区两办核实：${phone || noPhone}。`,
  others: '今年涉及您单位的备案有：',
  otherDays: '名称或单位对得上、时段不同的备案有：',
  privateOnlyTitle: '请到单聊里查',
  privateOnly: '备案和来访次数只在与我的单聊里查，群里不列单位。',
  asOf: (day: Day) => `依据两办录入的备案清单，查询日期 ${dateText(day)}。`,
  noUnit: '还没有登记您的单位，查不了备案。请联系系统管理员登记。',
  item: (name: string, number: string): Rich => rich`**${name}**\n备案号 ${number}`,
  planned: (name: string, number: string): Rich => rich`**${name}**\n调研计划编号 ${number}`,
  pending: rich`待两办批准，尚未生效`,
  organiser: (name: string): Rich => rich`组织单位 ${name}`,
  period: (kind: string, from: Day, to: Day): Rich =>
    rich`${kind}，${from === to ? dateText(from) : `${dateText(from)}至${dateText(to)}`}`,
  approval: (number: string): Rich => rich`批准文号 ${number}`,
};

const noPhone = '电话还没有录入，请联系系统管理员';

/** Why a row is refused. */
export const sheetWords = {
  repeated: (title: string, first: number) => `${title}与第 ${first} 行重复。`,
  unknownUnit: (code: string) => `没有编码为“${code}”的单位，请先在“单位”表里写上。`,
  badDay: '日期请写成 2026-07-01。',
  endsBefore: '结束日期早于开始日期。',
  badKind: `类型只能是：${Object.values(kindNames).join('、')}。`,
  needsApproval: '单项考核要有批准文号：部门未经批准，不得在综合考核之外单独考核乡镇（街道）。',
  second: (township: string, year: number, other: string) =>
    `${township} ${year} 年已有综合考核（备案号 ${other}）。对同一乡镇（街道）一年只能开展一次综合考核。`,
  badTick: '只能写“是”或“否”。',
  badState: '状态只能是：已备案、待批、未批准、已撤回；空着就按计划判断。',
  badReason: (names: readonly string[]) => `原因只能是：${names.join('、')}。`,
  closesLate: '报名截止晚于开始日期。',
};
