import type { DeliveryState } from './read.ts';

export const deliveryStates: Record<DeliveryState, string> = {
  waiting: '等待发送',
  sent: '已送达',
  failed: '没发到',
  cancelled: '不再发送',
};

export const outboxWords = {
  failed: (n: number) => (n > 0 ? `近 7 天有 ${n} 条没发到` : '近 7 天都发到了'),
  title: '发送情况',
  lead: '这里是机器人主动发出的办件和通知，每个收件人一行。个人提问和答复不在其中；谁看过没看过，机器人不收集。',
  state: '状态',
  from: '从哪天起',
  until: '到哪天止',
  columns: {
    about: '事项',
    to: '收件人',
    kind: '类别',
    state: '状态',
    reason: '原因',
    created: '生成',
    finished: '办结',
  },
  caption: '按生成时间从新到旧。',
  kinds: { duty: '办件', notice: '通知' },
  group: '群聊',
  nobody: '名册外人员',
  next: (when: string) => `预计 ${when} 再发`,
  emptyFiltered: '这些条件下没有记录。可以放宽日期，或清除条件再看。',
  empty: '还没有主动发出过通知。到了该办的日子，机器人会按工作时间发送，这里就有记录。',
  resend: (recipients: number) => `近 7 天有 ${recipients} 人没收到，只给他们重发`,
} as const;

/** What a message is about, by its key up to the `@`; others are called by their feature. */
const subjects: Readonly<Record<string, string>> = {
  'counts.nudge': '月度统计提醒',
  'counts.card': '月度统计确认卡',
  'counts.deputy': '代办告知',
  'counts.report': '月报',
  'counts.review': '盘点稿',
  'counts.released': '盘点发布',
  'counts.reconcile-ask': '年对账清单',
  'counts.reconcile-remind': '年对账提醒',
  'counts.reconcile-level': '年对账汇总',
  'counts.reconcile-draft': '年对账底稿',
  'counts.reconcile-again': '年对账退回补充',
  warnings: '预警清单',
  'warnings.notice': '提示函',
  'voice.new': '投诉建议待办',
  'policy.handed': '转人工问题',
  'policy.digest': '没答上来的问题',
  'filings.waiting': '备案待审',
  'filings.decided': '备案结果',
  'filings.clash': '督查调研扎堆提示',
  'filings.closing': '培训班次提醒',
  'people.hand-over': '岗位移交告知',
  'system.calendar': '放假安排待录入',
  'delivery.digest': '几件事的汇总',
  'delivery.manners': '用语拦截告知',
  'visits.remind': '走访谈话提醒',
  'visits.vacant': '考察组联络员空缺',
  'visits.hand-over': '走访任务交接',
};

export function subjectText(about: string): string {
  return subjects[about] ?? featureNames[about.split('.')[0] ?? ''] ?? about;
}

export const featureNames: Readonly<Record<string, string>> = {
  people: '单位和人员',
  policy: '政策问答',
  counts: '统计',
  warnings: '反弹预警',
  visits: '走访谈话',
  filings: '备案和培训',
  voice: '投诉建议',
  system: '系统',
  delivery: '发送',
  console: '管理台',
};
