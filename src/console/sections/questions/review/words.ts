import type { DecisionKind } from '../../../../policy/rules/gate.ts';

/** In a table of before and after: short. */
const replies: Record<DecisionKind, string> = {
  answer: '答',
  calculate: '算出来答',
  choose: '请选一个',
  local_gap: '答，并说明本地标准没录入',
  unknown: '答不上来',
  sensitive: '拦下',
  refuse: '婉拒',
};

export const reviewWords = {
  queueTitle: '待审',
  queueLead: '别人写好、等您看的条目，送审早的在前。看改动和影响，通过后马上用来答复。',
  empty: '现在没有等审核的。编辑送审后，这里会有，飞书里也会告诉您。',
  caption: '点标题看改动和影响。',
  columns: {
    question: '条目',
    number: '编号',
    kind: '类别',
    author: '谁写的',
    submitter: '谁送审',
    at: '送审时间',
    remark: '说明',
  },
  fresh: '新条目',
  change: '修改',
  toQueue: '回到待审',

  title: (number: string) => `审核 ${number}`,
  nothingWaits: '这一条没有等审核的稿子，可能已经审过了。',
  toEntry: '看这一条',
  writtenBy: (author: string, submitter: string, at: string) =>
    author === submitter ? `${author} 写，${at} 送审。` : `${author} 写，${submitter} 在 ${at} 送审。`,
  remark: '送审说明：',
  changes: '改了什么',
  freshText: '这是新条目，下面是全文。',
  cards: '答复对照',
  now: '现在',
  after: '发布后',
  nothingNow: '现在没有这一条。',
  effect: '对提问的影响',
  effectLead: (past: number, phrasings: number) =>
    `用近期 ${past} 个提问（已去掉提问人）和 ${phrasings} 个问法试过一遍。`,
  noChange: '没有一个问题会换成别的条目来答。',
  changed: (n: number) => `有 ${n} 个会答得和现在不一样：`,
  sameText: (n: number) => `另有 ${n} 个还是用这一条答，换成新的答复。`,
  same: (n: number) => `另有 ${n} 个还是用这一条答，答复不变。`,
  effectCaption: '提问在前，按问过的次数排；问法在后。',
  asked: '问的话',
  past: (times: number) => (times > 1 ? `问过 ${times} 次` : '问过'),
  phrasing: (of: string) => `${of} 的问法`,
  reply: (decision: DecisionKind, questions: readonly string[]) =>
    questions.length > 0 ? `${replies[decision]}：${questions.join('；')}` : replies[decision],
  collisions: '和别的条目有冲突',
  despite: '并存理由',
  despiteHint: '确需并存的，写明理由才能通过',
  decide: '审核',
  leaderSign: '领导签批号',
  approve: '通过并发布',
  reason: '退回理由',
  reasonHint: '一句话，对方才知道怎么改',
  giveBack: '退回修改',
  own: '这是您自己写或送审的，请另一位政策审核来审。',
  onlyApprovers: '由政策审核决定。审过后会在飞书里告诉写的人。',
} as const;
