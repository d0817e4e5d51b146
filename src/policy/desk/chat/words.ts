import { type Rich, rich } from '../../../chat/rich.ts';
import type { DecisionKind } from '../../rules/gate.ts';

export const decisionNames: Record<DecisionKind, string> = {
  answer: '直接答',
  calculate: '算出结果',
  choose: '请对方选',
  local_gap: '缺本地标准',
  unknown: '答“知识库里没有”',
  sensitive: '不收',
  refuse: '不答，说明理由',
};

export const changeWords = {
  command: ['改'],
  help: '后面写编号，改一条问答，如“改 BT01”',
  which: '请在“改”后面写条目编号，如“改 BT01”。编号在条目清单和草稿卡片上。',
  whichTitle: '改哪一条？',
  title: (number: string) => `改 ${number}`,
  base: (revision: number, live: boolean) =>
    live ? `在正在用的第 ${revision} 版上改。` : `在第 ${revision} 版草稿上改；正在用的不受影响。`,
  likeHint: '一行一个问法',
  endHint: '如 2027-12-31；长期有效就留空',
  untouched: (fields: readonly string[]) => `${fields.join('、')}太长，请在电脑上改，这里保持原样。`,
  keep: '存好以后',
  keepDraft: '先存为草稿',
  keepSubmit: '送另一位审核',
  save: '保存',
  savedTitle: '已存为草稿',
  saved: (number: string, revision: number) => `${number} 第 ${revision} 版。正在用的没有变。`,
  same: (number: string, revision: number) => `${number} 第 ${revision} 版已是这样，没有另存。`,
  submit: '送审',
  submittedTitle: '已送审',
  submitted: (number: string, reviewers: number) =>
    reviewers > 0
      ? `${number} 已请 ${reviewers} 位政策审核看。有结果我会告诉您。`
      : `${number} 已在待审清单里。还没有录入能审这一条的人，请系统管理员在“人员”里录入政策审核。`,
  resubmitted: (number: string) => `${number} 已经送过审，不用再送。`,
};

export const tryWords = {
  command: ['试一试'],
  help: '后面写一句问话，看会怎么答，不计数、不留存',
  ask: '请在“试一试”后面写一句问话，如“试一试 乡镇补贴怎么算”。',
  title: '试一试',
  asked: (text: string): Rich => rich`**问**　${text}`,
  decision: '会怎样',
  confidence: (confidence: number, from: number) =>
    `把握 ${Math.round(confidence * 100)}%（${Math.round(from * 100)}% 起直接答）`,
  near: '挨得近的条目',
  candidate: (question: string, number: string, confidence: number): Rich =>
    rich`${question}（${number}）　把握 ${Math.round(confidence * 100)}%`,
  nothing: '没有挨得近的条目。',
  answer: '会答',
  note: '只是试，不计数、不留存。',
};

export const reviewWords = {
  command: ['待审', '发布'],
  help: '看等审核的问答，通过并发布或者退回',
  title: '待审',
  nothing: '现在没有等审核的问答。',
  line: (question: string, number: string, submitter: string): Rich =>
    rich`**${question}**（${number}）　${submitter}送审`,
  open: '看修改和影响',
  more: (count: number) => `还有 ${count} 条，审完这些再发“待审”。`,
  number: '编号',
  author: '起草',
  submitter: '送审',
  remark: '送审说明',
  isNew: '新条目',
  changes: '改了什么',
  field: (name: string): Rich => rich`**${name}**　`,
  added: '增加：',
  removed: '去掉：',
  cut: '……（太长，其余请在电脑上看）',
  effect: '发布以后',
  effectNone: '问过的问题和现有问法，答复去向都不变。',
  effectSome: (count: number) => `有 ${count} 句问法的答复去向会变：`,
  effectLine: (text: string, before: string, after: string): Rich =>
    rich`“${text}”\n　原来：${before}\n　以后：${after}`,
  effectMore: (count: number) => `另有 ${count} 句，请在电脑上看。`,
  effectSame: (count: number) => `另有 ${count} 句仍由这一条答，用新的答复。`,
  looked: (past: number, phrasings: number) =>
    `看了 ${past} 个问过的问题（已隐去提问人）和 ${phrasings} 个现有问法。`,
  despite: '并存理由',
  despiteHint: '确需和上面的条目并存时才写',
  sign: '领导签批号（可不填）',
  approve: '通过并发布',
  reason: '退回理由',
  reasonHint: '要改哪里，一句话',
  giveBack: '退回',
  other: '自己写的、自己送审的由另一位政策审核来审。',
  editorOnly: '等政策审核来审，有结果我会告诉您。',
  approvedTitle: '已通过并发布',
  approved: '现在提问就能用到。已告诉起草的人。',
  returnedTitle: '已退回',
  returned: '已把理由告诉起草的人。',
  entry: (question: string, number: string): Rich => rich`**${question}**（${number}）`,
};

export const deskTodo = {
  waiting: (count: number) => `${count} 条问答等审核`,
  open: '去审核',
};
