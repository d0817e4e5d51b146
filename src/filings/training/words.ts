import { type Rich, rich } from '../../chat/rich.ts';
import { dateText, dayText } from '../../chat/words.ts';
import type { Day } from '../../kernel/day.ts';

const days = (from: Day, to: Day) => (from === to ? dateText(from) : `${dateText(from)}至${dayText(to)}`);

export const courseWords = {
  command: ['培训', '培训班次', '培训班'],
  help: '近期培训班次和报名截止日',
  add: '登记培训',
  title: '培训班次',
  formTitle: '登记培训班次',
  editTitle: '改培训班次',
  formHint: '只登记班次，不登记个人。填好点“登记”。',
  editHint: '只改不对的，写明原因，点“保存”。',
  number: '编号',
  name: '班次名称',
  organiser: '主办单位',
  audience: '培训对象，如“村‘两委’干部”',
  closingDay: '报名截止日',
  startDay: '开班日',
  endDay: '结束日',
  reason: '原因',
  register: '登记',
  save: '保存',
  edit: '修改',
  withdraw: '取消',
  withdrawTitle: '取消班次',
  withdrawHint: '取消后不再列出，记录保留。',
  back: '返回清单',
  pick: '本单位主办的，选一个来改',
  open: '打开',
  doneTitle: '已登记培训班次',
  none: '近期没有登记的培训班次。',
  item: (name: string, audience: string): Rich => rich`**${name}**\n对象 ${audience}`,
  by: (organiser: string, number: string): Rich => rich`主办 ${organiser}，编号 ${number}`,
  when: (from: Day, to: Day): Rich => rich`${days(from, to)}`,
  closing: (day: Day, over: boolean): Rich =>
    over ? rich`报名已于 ${dayText(day)} 截止` : rich`报名截止 **${dayText(day)}**`,
  cancelled: (reason: string): Rich => rich`已取消：${reason}`,
  more: (count: number) => `还有 ${count} 个班次没有列出。`,
  note: '报名向主办单位报，这里只查班次，不登记个人。',
  remindTitle: '培训报名快截止了',
  remind: (day: Day): Rich => rich`您单位主办的班次 ${dayText(day)} 报名截止，只提醒主办单位。`,
};

export const courseAnswers = {
  registered: '已登记，各单位现在就能查到。',
  known: '这个班次已经登记过了。',
  otherName: (number: string) => `编号 ${number} 已经登记了另一个班次，请核对编号`,
  saved: '已保存。',
  same: '没有改动。',
  moved: '这个班次刚被别人改过，现在显示的就是。请再看一眼。',
  withdrawn: '已取消，记录保留。',
  noUnit: '培训班次由主办单位联络员或两办统筹员登记。乡镇、村只查询，不用填报。',
  notFound: '这个班次找不到了，请发“培训”重新打开。',
  closesLate: '报名截止晚于开班日',
};
