import type { DecisionKind } from '../../../../policy/rules/gate.ts';

export const decisionNames: Record<DecisionKind, string> = {
  answer: '直接答复',
  calculate: '算出来答复',
  choose: '请对方选一个',
  local_gap: '答复，并说明本地标准还没录入',
  unknown: '说知识库里没有',
  sensitive: '拦下，不保存',
  refuse: '婉拒',
};

/** As the gate, the screen and the calculators name them. */
const reasons: Readonly<Record<string, string>> = {
  computed: '数都给齐了，可以算。',
  found: '最像的一条够把握。',
  in_force_then: '问的是以前，按当时有效的文本答。',
  only_later: '问的是以前，但没有当时的文本，答现在的并说明。',
  expired_trial: '试行文件已经到期，没有新文件，答复前会提醒核实。',
  replaced: '问的那一条已被替代，答新的一条。',
  found_without_verdict: '问的是具体个案，只说规定，不下结论。',
  found_rule_against_evasion: '问的是怎么绕开规定，答规定本身。',
  local_figure_missing: '找到了条目，但要用的本地标准还没录入。',
  only_history: '只有往年的数，答时会说明不往后推算。',
  near_tie: '有两条几乎一样像，分不出问的是哪条。',
  unsure: '有几条挨得着，但都没把握。',
  nothing_found: '一条也没找到。',
  nothing_near: '找到的都不够像，答了怕答错。',
  instructions: '像是在指挥机器，不是提问。',
  personal: '问的是某个人的事。',
  inquiry: '问的是案件、举报一类的事。',
  promotion: '问的是人事安排一类的事。',
  evasion: '问的是怎么少报、拆分来绕开规定。',
  case: '问的是具体个案怎么认定。',
};

export const tryWords = {
  title: '试一试',
  back: '回到列表',
  lead: '看看一句话现在会怎么答。只是试，不计数、不保存、不发给任何人。',
  question: '问一句',
  unit: '按哪个单位的人问',
  anybody: '不限单位',
  day: '按哪一天',
  go: '试一试',
  result: '会这样答',
  why: (decision: DecisionKind, reason: string) =>
    [decisionNames[decision], reasons[reason]].filter(Boolean).join('：'),
  candidates: '找到的条目',
  candidatesCaption: (answer: number, near: number) =>
    `把握 ${percent(answer)} 以上直接答；${percent(near)} 以上请对方选。`,
  none: '没有找到沾边的条目。可以写一条新的。',
  writeNew: '新增问答',
  columns: { question: '条目', number: '编号', confidence: '把握', lead: '领先', add: '答得不对？' },
  add: '把这句加为它的问法',
  percent,
} as const;

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
