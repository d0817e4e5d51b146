import type { Month } from '../../../kernel/period.ts';

export const countsWords = {
  levels: '层级',
  rooms: '统计的内容',
  level: (county: string) => county || '市级',
  roomNames: {
    counts: '各月进度',
    countsFigures: '数据和走势',
    plans: '年度计划',
    countingRules: '统计口径',
  },
  none: '—',
  waits: (missing: number) => (missing > 0 ? `本月还有 ${missing} 个单位没有数` : '各单位都有数'),
} as const;

export const roundWords = {
  title: '统计',
  lead: '每月最后一个工作日自动开始，次月第三个工作日截止。单位在飞书里点一下就行，这里看齐不齐、还差谁。',
  columns: { month: '月份', state: '状态', due: '有数/应报', missing: '还差', deadline: '截止' },
  caption: '按月份从新到旧。点月份看是哪些单位。',
  empty: '还没有开始过月统计。请先在“单位人员”里列出填报单位；每月最后一个工作日会自动开始。',
  open: '收集中',
  closed: '已截止',
  complete: '已齐',
  noDeadline: '放假表录入后确定',
  deadline: (when: string) => `截止：${when}。`,
  roundTitle: (county: string, month: string) => `${county || '市级'}${month}统计`,
  standing: (due: number, missing: number, silent: number) =>
    `应报 ${due} 家，已有 ${due - missing} 家${silent < missing ? `；${missing - silent} 家有登记数，到期自动采用` : ''}${silent > 0 ? `；${silent} 家还没有数` : ''}。`,
  filter: '显示',
  onlyMissing: '只看还差的',
  unitsCaption: '按名册顺序排。',
  nobody: '这个月没有填报单位。请在“单位人员”的填报名单里列出。',
  nobodyMissing: '都齐了，没有还差的。',
  sheet: (month: Month) => `${month}填报情况`,
  unit: '单位',
  state: '情况',
  confirmed: '已确认',
  adopted: '已采用登记数',
  registered: '已登记，待确认',
  has: '有数',
  missing: '还没有数',
  remind: '提醒还没有数的单位',
  remindHint: '只发给还没有数的联络员。截止前一次、截止日一次，提醒过的不再重复；截止后请打电话。',
  callThem: '已过截止，机器人不再提醒。还没有数的单位请打电话，补报在飞书里走“更正”。',
  resend: (recipients: number) => `有 ${recipients} 人没收到，只给他们重发`,
} as const;

export const planWords = {
  title: '年度计划',
  lead: '原计划一直保留，调整另记一版并写明依据；执行率按调整后的计划算。点单位看历次调整、改计划。',
  indicator: '指标',
  year: '年份',
  yearText: (year: number) => `${year}年`,
  columns: {
    unit: '单位',
    original: '原计划',
    plan: '调整后',
    total: '累计',
    execution: '执行率',
    gap: '进度差',
    remaining: '剩余额度',
  },
  caption: (indicator: string, asOf: string) => `${indicator}，数据截至${asOf}。按名册顺序排。`,
  empty: '这一年还没有填报单位，也没有数。请先在“单位人员”里列出填报单位，再来录计划。',
  planTitle: (year: number, unit: string, indicator: string) => `${unit}${year}年${indicator}计划`,
  standing(current: number | undefined, original: number | undefined): string {
    if (current === undefined) return '还没有录入计划。没有计划就不算执行率，也不发超计划的预警。';
    return current === original
      ? `计划 ${current}，没有调整过。`
      : `原计划 ${original ?? ''}，现按调整后的 ${current} 算执行率。`;
  },
  enter: '录入计划',
  adjust: '调整计划',
  basisHint: '如会议纪要、通知的名称和文号。会留在历次调整里。',
  save: '保存',
  back: '返回计划列表',
  history: '历次调整',
  historyCaption: '从新到旧；第 1 版是原计划，不会改。',
  noPlan: '还没有录入计划。在上面填一个数就行。',
  revision: '版本',
  revisionText: (revision: number) => (revision === 1 ? '原计划' : `第 ${revision} 版`),
  inForce: '现行',
  amount: '计划数',
  basis: '依据或理由',
  by: '经手人',
  imported: '导入',
  at: '时间',
} as const;

export const ruleWords = {
  title: '统计口径',
  lead: '什么算一件文、一次会、一次督查检查考核。口径变了要加新版本，从某个月起用；以前的月份仍按旧口径，跨口径的同比不算。',
  columns: { version: '版本', from: '生效', note: '怎么数', state: '状态' },
  caption: '按生效月份从新到旧。已有的版本不改。',
  now: '现行',
  next: '将生效',
  past: '以前的',
  empty: '还没有登记口径，按系统自带的说明数。有统一口径的话，请在下面登记第一个版本。',
  add: '增加一个版本',
  versionHint: '短一点，如“2026版”“市办第3版”。',
  monthHint: '从这个月起按新口径数，如 2026-09。',
  noteHint: '写给联络员看的，会显示在当月卡片上。只写怎么数，不写为什么改。',
  save: '登记',
  readOnly: '口径由主办机关的统筹员统一登记，这里只看。',
} as const;
