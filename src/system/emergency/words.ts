import { dateText, dayText } from '../../chat/words.ts';
import { dayOf, timeOf } from '../../kernel/day.ts';
import { type Month, monthNumber, yearOf } from '../../kernel/period.ts';

const moment = (at: number) => `${dayText(dayOf(at))} ${timeOf(at)}`;

export const emergencyWords = {
  commands: ['应急通道'],
  help: '安保、应急时经批准临时关闭免打扰，最长 72 小时',
  title: '应急通道',
  closed: '没有启用。启用期间，职责内的提醒在下班后和休息日也会发出；通知类消息不变。到时自动恢复。',
  rules: '只限安保、应急。须经有权人批准；批准人、事由、起止都留痕，次数每月公示。',
  reason: '事由',
  reasonHint: '如：防汛应急响应',
  approver: '批准人',
  approverHint: '姓名和职务',
  hours: '时长',
  options: (hours: number) => `${hours} 小时`,
  open: '启用',
  confirmTitle: '启用应急通道',
  confirm: '启用后下班时间也会打扰大家。确认已经批准？',
  openedTitle: '应急通道已启用',
  facts: { reason: '事由', approver: '批准人', from: '开始', until: '自动结束' },
  moment,
  end: '提前结束',
  endedTitle: '应急通道已结束',
  ended: '已恢复免打扰：下班后和休息日不再主动发消息。',
  alreadyOpen: (until: number) => `应急通道已启用，${moment(until)}自动结束，不能叠加或延长。`,
  badReason: '事由要写 4 到 60 个字。',
  badApprover: '请写批准人的姓名和职务（2 到 30 个字）。',
  badHours: '时长请选 12、24、48 或 72 小时，最长 72 小时。',
  otherLevel: '应急通道由主办单位本级两办的统筹员启用。',
  publicCommands: ['应急公示'],
  publicHelp: '应急通道每月用了几次、为什么',
  publicTitle: '应急通道使用公示',
  publicNone: '近 12 个月没有启用过应急通道。',
  publicMonth: (month: Month, times: number) => `${yearOf(month)}年${monthNumber(month)}月：${times} 次`,
  publicUse: (reason: string, approver: string, from: number, until: number) =>
    `${dateText(dayOf(from))} ${timeOf(from)} 至 ${moment(until)}，${reason}（批准人：${approver}）`,
};
