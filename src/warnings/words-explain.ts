import { type Rich, rich } from '../chat/rich.ts';
import { reasonText } from '../delivery/words-reasons.ts';
import { levelNames } from './words.ts';

interface Headline {
  scope: string;
  indicator: string;
  month: string;
  level: number;
  text: string;
}

const deliveryStates: Record<string, string> = {
  queued: '待发',
  sending: '发送中',
  sent: '已发出',
  held: '暂缓',
  failed: '没发成',
  cancelled: '已取消',
};

export const explainWords = {
  badIndicator: '指标只能写：发文、会议、督查检查考核。',
  badMonth: '月份请写成 2026-07 这样。',
  badScope: (scope: string) => `没有“${scope}”。请写单位编码，或“市”，或“县区:”加县区名。`,
  notListed: '这个单位不填报这项指标，没有可以解释的。',
  forbidden: '这项判定只给本单位联络员和该层级的统筹员看。',
  headline: ({ scope, indicator, month, level, text }: Headline) =>
    `${scope} ${indicator} ${month}：${levelNames[level] ?? ''}。${text}`,
  held: (sum: Rich, reason: string): Rich =>
    rich`未计入（${explainWords.reasons[reason] ?? reason}）：${sum}`,
  version: (version: string) => `规则版本 ${version}`,
  silence: ({ author, reason, until }: { author: string; reason: string; until: string }) =>
    `${author}暂停提示到 ${until}：${reason}`,
  /** What the monthly job decided, and whether today's figures still say the same. */
  decided: (day: string, logged: { level: number; reason: string; ruleVersion: string }, same: boolean) =>
    `${day} 判定：${levelNames[logged.level] ?? ''}，${explainWords.reasons[logged.reason] ?? logged.reason}（规则版本 ${logged.ruleVersion}）${same ? '' : '；上面是按现在的数重算的，与当时不同'}`,
  delivery: ({ state, reason, count }: { state: string; reason: string; count: number }) =>
    `消息 ${count} 条：${deliveryStates[state] ?? state}${reason ? `（${reasonText(reason)}）` : ''}`,
  reasons: {
    first: '本轮第一次达到，发送',
    raised: '级别比上次高，发送',
    recovered: '本轮结束，恢复正常，发一次',
    unchanged: '级别与上次相同，不重复发',
    lowered: '级别比上次低，不发',
    calming: '本月已低于原级别，观察满两个月才降级，不发',
    silenced: '统筹员已暂停提示，到期自动恢复',
    covered_by_larger: '本层级整体已到纠偏，单位提醒并入，不单发',
    switched_off: '这一条或这项指标已停用',
    not_triggered: '没有触发任何一条',
    gate_not_passed: '同比未过显著性闸门，只显示',
    incomplete: '数据不齐，不判定',
    too_early: '每年前两个月只显示，不判定',
    rule_changed: '与上年口径不同，不可比，不判定',
  } as Record<string, string>,
};

/** Why nothing is told, short enough for a table. */
export const holdNames: Record<string, string> = {
  unchanged: '不变',
  lowered: '已降级',
  calming: '观察中',
  silenced: '已暂停',
  covered_by_larger: '并入整体',
  switched_off: '已停用',
  not_triggered: '未触发',
  gate_not_passed: '未过闸门',
  incomplete: '数据不齐',
  too_early: '前两个月',
  rule_changed: '口径已变',
};

export const keepWords = {
  sensitive: '这里不收涉密内容、身份证号和手机号、谈话或举报内容，请删去再提交。您填的内容还在。',
};
