import { type Rich, rich } from '../../chat/rich.ts';
import { dateText, dayText } from '../../chat/words.ts';
import type { Day } from '../../kernel/day.ts';

const days = (from: Day, to: Day) => (from === to ? dateText(from) : `${dateText(from)}至${dayText(to)}`);

export const researchWords = {
  addCommand: ['登记调研'],
  listCommand: ['调研台账', '调研计划'],
  listHelp: '本单位的调研计划：登记、修改、撤回；主题相近、同去一地的两办会看能不能合并',
  formTitle: '登记调研',
  formHint: '填好点“登记”。四不两直的只有本单位看得到，不推送、不进撞期提示。',
  number: '编号',
  topic: '主题',
  organiser: '组织单位',
  targets: '去哪些乡镇（街道）',
  startDay: '开始日',
  endDay: '结束日',
  marks: '需要就勾选',
  unannounced: '四不两直',
  register: '登记',
  edit: '修改',
  editTitle: '修改调研',
  editHint: '只改有变化的，写一句原因，点“保存”。编号不改；编号错了请撤回重登。',
  save: '保存',
  withdraw: '撤回',
  withdrawTitle: '撤回调研',
  withdrawHint: '撤回后不再计入，记录保留。',
  back: '返回台账',
  pick: '选一项查看',
  open: '打开',
  listTitle: '调研计划',
  itemTitle: '调研',
  empty: '今年还没有登记调研。',
  name: (topic: string, number: string): Rich => rich`**${topic}**\n编号 ${number}`,
  by: (organiser: string): Rich => rich`组织单位 ${organiser}`,
  when: (from: Day, to: Day): Rich => rich`${days(from, to)}`,
  where: (names: readonly string[]): Rich =>
    rich`去 ${names.slice(0, 6).join('、')}${names.length > 6 ? `等 ${names.length} 个` : ''}`,
  hidden: rich`四不两直，只有本单位看得到`,
  withdrawn: (reason: string): Rich => rich`已撤回：${reason}`,
  line: (from: Day, to: Day, topic: string, marks: string): Rich =>
    rich`- ${days(from, to)} ${topic}${marks}`,
  marksOf: (unannounced: boolean, withdrawn: boolean) =>
    withdrawn ? '（已撤回）' : unannounced ? '（四不两直）' : '',
  clash: (count: number) => `有 ${count} 个乡镇（街道）前后 10 天内还有别的检查或调研，发“撞期”看是哪些。`,
};

export const researchAnswers = {
  registered: '已登记。',
  hidden: '已登记。四不两直只有本单位看得到。',
  known: '这一项已经登记过了。',
  taken: (number: string) => `编号 ${number} 已经用过，请核对编号`,
  saved: '已修改。',
  savedHidden: '已修改。四不两直只有本单位看得到。',
  same: '和原来一样，没有改动。',
  closed: '这一项已经撤回，不能再改。',
  withdrawn: '已撤回，记录保留。',
  moved: '这一项刚被别人改过，现在显示的就是。请再看一眼。',
  noUnit: '调研由组织单位的联络员或两办统筹员登记。乡镇、村不用填报。',
  notFound: '这一项找不到了，请发“调研台账”重新打开。',
};
