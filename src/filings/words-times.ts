import { type Rich, rich } from '../chat/rich.ts';
import { dateText, dayText } from '../chat/words.ts';
import type { Day } from '../kernel/day.ts';

const days = (from: Day, to: Day) =>
  from === to
    ? dateText(from)
    : `${dateText(from)}至${from.slice(0, 4) === to.slice(0, 4) ? dayText(to) : dateText(to)}`;

export const timesWords = {
  title: '来访次数',
  command: ['来访次数', '频次'],
  help: '各乡镇（街道）被检查、调研的次数，由组织方登记，乡镇不用填',
  noUnit: '还没有登记您的单位，查不了来访次数。请联系系统管理员登记。',
  own: (name: string, from: Day, to: Day, inspections: number, research: number): Rich =>
    rich`${days(from, to)}，到${name}的有：\n**督查检查考核 ${inspections} 次，调研 ${research} 次**`,
  none: (name: string, from: Day, to: Day) => `${days(from, to)}，没有查到到${name}的督查检查考核和调研。`,
  item: (from: Day, to: Day, kind: string, name: string, organiser: string): Rich =>
    rich`- ${from === to ? dayText(from) : `${dayText(from)}至${dayText(to)}`} ${name}（${kind}，${organiser}）`,
  more: (count: number): Rich => rich`还有 ${count} 项没有列出。`,
  source: '按组织单位的备案和调研计划计，一个事项一次下去算 1 次；乡镇不用填报。',
  list: (from: Day, to: Day) => `${days(from, to)}，按开始日计。`,
  unit: '乡镇（街道）',
  inspections: '督查检查考核',
  research: '调研',
};
