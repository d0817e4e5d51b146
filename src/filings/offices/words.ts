import { type Rich, rich } from '../../chat/rich.ts';
import { dateText, dayText } from '../../chat/words.ts';
import type { Day } from '../../kernel/day.ts';

export const clashWords = {
  command: ['撞期', '撞期提示'],
  help: '前后 10 天内到同一乡镇的检查、调研，和可以合并的调研',
  title: '撞期和可合并的调研',
  span: (from: Day, to: Day) => `${dateText(from)}至${dateText(to)}`,
  none: (from: Day, to: Day) => `${dateText(from)}至${dateText(to)}，没有撞期，也没有可以合并的调研。`,
  clashes: rich`10 天内到同一个乡镇（街道）的：`,
  merges: rich`可以合并的调研（主题相近、同去一地、相差不超过 7 天）：`,
  unit: (name: string): Rich => rich`**${name}**`,
  item: (from: Day, to: Day, kind: string, name: string, organiser: string): Rich =>
    rich`- ${from === to ? dayText(from) : `${dayText(from)}至${dayText(to)}`} ${name}（${kind}，${organiser}）`,
  moreUnits: (count: number): Rich => rich`还有 ${count} 个乡镇（街道）撞期，可发“撞期 7月”分月看。`,
  merge: (names: readonly string[], units: readonly string[]): Rich =>
    rich`- ${names.join('；')}，都去${units.slice(0, 4).join('、')}${units.length > 4 ? `等 ${units.length} 个` : ''}`,
  visit: (name: string, organiser: string, from: Day) => `${dayText(from)} ${name}（${organiser}）`,
  moreMerges: (count: number): Rich => rich`还有 ${count} 组。`,
  note: '只给两办看。合并、错开由两办定，不自动取消。四不两直和暗访不在其中。',
};
