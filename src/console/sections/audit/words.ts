import { featureNames } from '../outbox/words.ts';

export const auditWords = {
  title: '操作记录',
  lead: '谁在什么时候改了什么，只增不改。用来弄清一件事是怎么变的，不用来统计个人。',
  feature: '哪类事',
  target: '对象（编号、单位编码、月份）',
  from: '从哪天起',
  until: '到哪天止',
  columns: { action: '做了什么', target: '对象', actor: '经手人', at: '时间', data: '前后变化' },
  caption: '按时间从新到旧。登录、退出只在选“管理台”时列出；业务数据的明细只有本层级统筹员能看。',
  emptyFiltered: '这些条件下没有记录。可以放宽日期，或清除条件再看。',
  empty: '还没有操作记录。有人改了数据、发布了内容，这里就会记下。',
} as const;

/** What stands before the colon of a target, or is one by itself. */
const targets: Readonly<Record<string, string>> = {
  several: '多条',
  workbook: '工作簿',
  outbox: '没发到的',
  setting: '系统设置',
  item: '登记件',
  filing: '备案',
  return: '退文',
  course: '培训班次',
  research: '调研',
  person: '人员',
};

/** `filing:BA-7` → `备案 BA-7`; what begins with no known word stays as it is. */
export function targetText(target: string): string {
  const [kind = '', rest = ''] = target.split(/:(.*)/s);
  const name = Object.hasOwn(targets, kind) ? targets[kind] : undefined;
  if (!name) return target;
  return rest === '' || kind === 'setting' ? name : `${name} ${rest}`;
}

/** Every action that the house records (`auditRow`). */
const actions: Readonly<Record<string, string>> = {
  'console.login': '登录管理台',
  'console.logout': '退出管理台',
  'console.logout-everywhere': '在所有设备上退出',
  'console.export': '导出表格',
  'counts.open': '开始当月统计',
  'counts.close': '当月统计截止',
  'counts.ended': '撤并单位不再统计',
  'counts.registered': '按登记自动成数',
  'counts.confirmed': '确认当月数',
  'counts.adopted': '到期采用登记数',
  'counts.corrected': '更正当月数',
  'counts.deputy': '指定代办',
  'counts.deputy-end': '结束代办',
  'counts.item-import': '批量登记',
  'counts.item-register': '逐件登记',
  'counts.item-save': '修改登记',
  'counts.item-strike': '注明不算这件',
  'counts.item-restore': '恢复登记',
  'counts.item-withdraw': '撤回登记',
  'counts.plan': '调整年度计划',
  'counts.rule': '增加统计口径',
  'counts.remind': '提醒还没有数的单位',
  'counts.release': '发布盘点',
  'counts.reconcile-claim': '年对账说明差异',
  'counts.reconcile-draft': '年对账起稿',
  'counts.reconcile-released': '年对账下发',
  'counts.reconcile-closed': '年对账办结',
  'delivery.resend': '重发没发到的',
  'filings.register': '登记备案',
  'filings.save': '修改备案',
  'filings.withdraw': '撤回备案',
  'filings.approve': '同意备案',
  'filings.refuse': '退回备案',
  'filings.course-save': '登记或修改培训班次',
  'filings.course-withdraw': '撤销培训班次',
  'filings.research-register': '登记调研',
  'filings.research-change': '修改调研',
  'filings.research-withdraw': '撤销调研',
  'filings.return-register': '登记退文',
  'filings.return-again': '退文重报',
  'filings.return-strike': '注明退文不算',
  'people.post': '增加岗位',
  'people.post-end': '结束岗位',
  'people.hand-over': '岗位移交',
  'people.hand-over-plan': '约定岗位移交',
  'people.hand-over-drop': '取消约定的移交',
  'people.back': '人员恢复',
  'people.gone': '人员离职或停用',
  'policy.answer': '人工答复',
  'policy.draft': '起草条目',
  'policy.figure-confirm': '确认本地标准',
  'policy.figure-propose': '提出修改本地标准',
  'policy.figure-return': '退回本地标准的修改',
  'policy.figure-withdraw': '撤回本地标准的修改',
  'policy.model': '调用模型找条目',
  'policy.publish': '发布条目',
  'policy.recheck': '复核条目',
  'policy.return': '退回条目',
  'policy.submit': '送审条目',
  'policy.withdraw': '停用条目',
  'system.emergency': '启用应急通道',
  'system.emergency-end': '结束应急通道',
  'system.export': '导出全部数据',
  'system.import': '导入数据',
  'system.resume': '恢复主动消息',
  'system.stop': '停用主动消息',
  'visits.amend': '更正走访谈话',
  'visits.drop-group': '撤销考察组',
  'visits.group-count': '调整考察组数',
  'visits.liaison': '更换考察组联络员',
  'visits.lift-avoidance': '解除回避',
  'visits.move': '调整联系点',
  'visits.record': '登记走访谈话',
  'visits.withdraw': '撤回走访谈话',
  'voice.reply': '答复投诉建议',
  'warnings.discard': '不发提示函',
  'warnings.save': '修改提示函稿',
  'warnings.settle': '处置预警',
  'warnings.sign': '签发提示函',
  'warnings.silence': '设预警静默',
  'warnings.unsilence': '解除预警静默',
};

export function actionText(action: string): string {
  return actions[action] ?? `${featureNames[action.split('.')[0] ?? ''] ?? ''}（${action}）`;
}

const fields: Readonly<Record<string, string>> = {
  before: '原来',
  after: '现在',
  reason: '原因',
  revision: '版本',
  revisions: '版本',
  changed: '改动',
  draft: '草稿编号',
  state: '状态',
  until: '到',
  from: '从',
  to: '改为',
  county: '县区',
  how: '方式',
  done: '办结',
  queued: '重发条数',
  since: '起算时间',
  exported: '导出条数',
  imported: '导入条数',
  rows: '条数',
  list: '列表',
  despite: '并存理由',
  entries: '条目',
  outcome: '结果',
  decision: '结论',
  version: '版本',
  group: '考察组',
  half: '半年',
  day: '日期',
  kinds: '事项',
  said: '说明',
  corrections: '更正',
};

/** `原来：3；现在：5`; names of fields that nobody has translated stay as they are. */
export function dataText(data: Record<string, unknown>): string {
  return Object.entries(data)
    .map(([key, value]) => `${fields[key] ?? key}：${valueText(value)}`)
    .join('；');
}

function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '空';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map(valueText).join('、') || '空';
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, inner]) => `${fields[key] ?? key} ${valueText(inner)}`)
      .join('，');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
