/** Jobs as people call them; a new job shows its own name until it has one here. */
const NAMES: Record<string, string> = {
  'people.hand-over': '到日子的岗位移交',
  'counts.open': '发月统计确认卡',
  'counts.deputies': '结束到期的代办',
  'counts.hand-over': '把本月的卡片移交给新联络员',
  'counts.ended': '撤并单位停收',
  'counts.remind': '提醒未确认的单位',
  'counts.close': '月统计截止、自动采用登记数',
  'counts.report': '出月报',
  'counts.review': '出季度、半年盘点稿',
  'counts.reconcile-draft': '拟年度对账稿',
  'counts.reconcile-ask': '请单位说明对账差异',
  'warnings.monthly': '看反弹苗头',
  'visits.remind': '提醒走访、谈话到期',
  'visits.close': '半年结束后留存分工、清理两年前的登记',
  'filings.closing': '提醒主办单位培训报名快截止',
  'voice.announce': '告诉两办有新的投诉建议',
  'voice.forget': '抹去已办结投诉建议的署名',
  'voice.forget-settled': '删除办结满一年的投诉建议',
  'policy.digest': '给政策编辑出没答上来的问题',
  'policy.expiring': '提醒政策编辑复核快到期的问答',
  'policy.forget': '清理问答的临时记录',
  'system.calendar': '检查下一年放假表',
  'system.retention': '清理到期记录',
};

const STATES: Record<string, string> = {
  finished: '已完成',
  failed: '出错',
  skipped: '不补办',
  retrying: '稍后重试',
  running: '进行中',
  due: '到期',
};

export function jobName(slot: string): string {
  const name = slot.split('@')[0] ?? slot;
  return NAMES[name] ?? name;
}

export function stateName(state: string): string {
  return STATES[state] ?? state;
}
