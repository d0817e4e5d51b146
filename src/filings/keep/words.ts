import { type Rich, rich } from '../../chat/rich.ts';
import { dateText, dayText } from '../../chat/words.ts';
import type { Day } from '../../kernel/day.ts';
import type { FilingKind, FilingState } from '../rules/filing.ts';
import { kindNames } from '../words.ts';

export const stateNames: Record<FilingState, string> = {
  filed: '已备案',
  pending: '待批',
  refused: '未批准',
  withdrawn: '已撤回',
};

export const fieldNames = {
  number: '备案号',
  name: '名称',
  organiser: '组织单位',
  kind: '类型',
  targets: '去哪些乡镇（街道）',
  startDay: '开始日',
  endDay: '结束日',
  approval: '批准文号（单项考核必填）',
  basis: '依据',
  marks: '需要就勾选',
  reason: '原因',
};

export const markNames = {
  unplanned: '计划外',
  records: '要查看台账、记录',
};

export const EVERY = 'all';

const days = (from: Day, to: Day) => (from === to ? dateText(from) : `${dateText(from)}至${dateText(to)}`);

/** In a list of this year's. */
const short = (from: Day, to: Day) => (from === to ? dayText(from) : `${dayText(from)}至${dayText(to)}`);

export const keepWords = {
  registerCommand: ['登记备案', '备案登记'],
  registerHelp: '登记督查检查考核的备案',
  listCommand: ['备案台账', '我的备案'],
  listHelp: '本单位登记的备案：改、撤回；两办在这里批待批的',
  formTitle: '登记备案',
  formHint: '照备案表填，填好点“登记”。不完整、不合规定的会一次说清，填的不会丢。',
  editTitle: '改备案',
  editHint: '只改不对的，写明原因，点“保存”。',
  every: '全部乡镇（街道）',
  register: '登记',
  save: '保存',
  again: '再登记一项',
  edit: '修改',
  withdraw: '撤回',
  back: '返回',
  toList: '返回台账',
  approve: '批准',
  refuse: '不批准',
  open: '打开',
  pick: '选一项查看',
  doneTitle: '已登记备案',
  pendingTitle: '已登记，待两办批准',
  itemTitle: '备案事项',
  decideTitle: '备案待批',
  decidedTitle: (state: FilingState) => (state === 'filed' ? '备案已批准' : '备案未批准'),
  withdrawTitle: '撤回备案',
  withdrawHint: '撤回后乡镇查不到这一项，记录保留。',
  refuseTitle: '不批准',
  refuseHint: '写明原因，会告诉登记单位。',
  name: (name: string, number: string): Rich => rich`**${name}**\n备案号 ${number}`,
  organiser: (name: string): Rich => rich`组织单位 ${name}`,
  period: (kind: FilingKind, from: Day, to: Day): Rich => rich`${kindNames[kind]}，${days(from, to)}`,
  hidden: rich`暗访的时间和地点只有组织单位能看到。`,
  targets: (text: string): Rich => rich`去 ${text}`,
  allOf: (county: string, count: number) => `${county}全部 ${count} 个乡镇（街道）`,
  andMore: (names: readonly string[], count: number) => `${names.join('、')}等 ${count} 个`,
  approval: (text: string): Rich => rich`批准文号 ${text}`,
  basis: (text: string): Rich => rich`依据 ${text}`,
  state: (state: FilingState): Rich => rich`状态 ${stateNames[state]}`,
  reason: (text: string): Rich => rich`原因 ${text}`,
  unplanned: rich`超出或没有列入本年计划`,
  beyond: (year: number, plan: number, count: number) =>
    `${year} 年计划 ${plan} 项，这是第 ${count} 项。两办批准后生效，乡镇才查得到。`,
  ticked: '计划外的，两办批准后生效，乡镇才查得到。',
  records: '一般不查台账、翻笔记，能看实绩的就不看材料。',
  clash: (count: number) => `有 ${count} 个乡镇（街道）前后 10 天内还有别的检查或调研，发“撞期”看是哪些。`,
  purposeTitle: '这些内容做什么用',
  purpose: rich`**备案号、名称、时间**：乡镇问“备案没”时照此回答。
**组织单位、类型、依据、批准文号**：核对一年一次综合考核、单项考核须经批准。
**去哪些乡镇**：看前后 10 天有没有撞期。暗访的不给任何人看。`,
  listTitle: '备案台账',
  listEmpty: '今年还没有登记备案。',
  waiting: (count: number): Rich => rich`**待批 ${count} 项**`,
  listed: (count: number): Rich => rich`**今年 ${count} 项**`,
  line: (name: string, from: Day, to: Day, organiser: string, state: FilingState): Rich =>
    rich`- ${short(from, to)} ${name}（${organiser}${state === 'filed' ? '' : `，${stateNames[state]}`}）`,
  hiddenLine: (name: string, organiser: string, state: FilingState): Rich =>
    rich`- ${name}（${organiser}，暗访，${stateNames[state]}）`,
  more: (count: number): Rich => rich`还有 ${count} 项，可在下面选。`,
};

export const keepAnswers = {
  registered: '已登记，乡镇现在就能查到。',
  registeredHidden: '已登记。暗访只有本单位能看到。',
  registeredPending: '已登记，待两办批准后生效。',
  known: '这一项已经登记过了。',
  otherName: (number: string, name: string) => `备案号 ${number} 已登记为“${name}”，请核对备案号`,
  otherUnit: (number: string) => `备案号 ${number} 已由别的单位登记，请核对备案号`,
  saved: '已保存。',
  savedPending: '已保存，改动后要两办再批一次。',
  same: '没有改动。',
  withdrawn: '已撤回，记录保留。',
  approved: '已批准，现在生效，已告诉登记单位。',
  refused: '已记为不批准，已告诉登记单位。',
  alreadyDecided: (state: FilingState) => `这一项已经是“${stateNames[state]}”，不用再办。`,
  moved: '这一项刚被别人改过，现在显示的就是。请再看一眼。',
  notFound: '这一项找不到了，请发“备案台账”重新打开。',
  closed: '已撤回、未批准的不能再改。要恢复，请用原备案号重新登记。',
  noUnit: '登记备案由组织检查的单位联络员或两办统筹员办理。乡镇、村只查询，不用填报。',
  notYours: '这一项由组织单位的联络员或同级两办办理，您只能查询。',
  notDecider: '待批的由同级两办统筹员批，您只能查看。',
  secret: '这里像是涉密内容。涉密事项不在系统登记，您发的内容没有保存，请从聊天里删去。',
  personal: '这里像是身份证号或手机号。系统不收，内容没有保存，请删去后再登记。',
};

export const keepProblems = {
  join: (problems: readonly string[]) => `${problems.join('；')}。您填的内容还在，改好后再点。`,
  noTargets: '没有选去哪些乡镇（街道）',
  unknownTargets: '选的乡镇（街道）里有不在名单上的，请重新选',
  endsBefore: '结束日早于开始日',
  tooLong: '时段超过一年，请核对年份',
  needsApproval: '单项考核要有批准文号：部门未经批准，不得在综合考核之外单独考核乡镇（街道）',
  second: (names: readonly string[], year: number, other: string) =>
    `${names.slice(0, 3).join('、')}${names.length > 3 ? `等 ${names.length} 个` : ''}在 ${year} 年已有综合考核（备案号 ${other}），一年只能一次`,
};

/** What the offices and the organiser are told unasked. */
export const noticeWords = {
  waiting: (organiser: string): Rich => rich`${organiser}登记了一项超计划或计划外的备案，请批。`,
  decided: (state: FilingState): Rich =>
    state === 'filed' ? rich`两办已批准，现在生效，乡镇查得到。` : rich`两办没有批准，这一项不生效。`,
  clashTitle: '撞期提示',
  clash: (name: string): Rich =>
    rich`新登记的“${name}”与下面的在 10 天内到同一个乡镇（街道），请看能不能合并或错开。`,
  clashes: (count: number): Rich =>
    rich`导入的清单里有 ${count} 项在 10 天内和别的去同一个乡镇（街道），请看能不能合并或错开。`,
};

export const todoWords = {
  waiting: (count: number) => `${count} 项超计划或计划外的备案待批`,
  open: '看备案台账',
  say: keepWords.listCommand[0] ?? '',
};
