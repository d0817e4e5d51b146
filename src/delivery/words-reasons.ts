import type { FailureReason, RetryReason } from './rules/retry.ts';
import type { EndReason, WaitReason } from './rules/verdict.ts';

/** `too_old`: waited through a long stop (`system/verbs/resume-messages.ts`). `caught_up`: `enqueue.ts`. */
type Reason = WaitReason | RetryReason | EndReason | FailureReason | 'too_old' | 'caught_up';

/** Why a message waits or how it ended, for the operator. */
const reasons: Record<Reason, string> = {
  quiet_hours: '非工作时间，等下一个工作时段',
  calendar_gap: '缺当年放假调休表，等录入后再定',
  enough_for_today: '当天主动消息已够多，下一个工作日再发',
  stopped: '主动消息已停用',
  rate_limited: '平台限流，稍后重试',
  auth: '应用凭证过期，稍后重试',
  scope: '应用权限不足，稍后重试',
  format: '卡片格式有误，稍后重试',
  gone: '对方暂不可达，稍后重试',
  network: '连不上平台，稍后重试',
  unknown: '平台暂时出错，稍后重试',
  reason_gone: '事由已消失，不再需要',
  expired: '已过有效时间',
  caught_up: '停机期间该发的，恢复后补上',
  too_old: '停用期间积压过久，不再补发',
  in_digest: '几件事赶在一起，已并入一张汇总卡',
  superseded: '已有更新的一版',
  manners: '用语触碰减负规则，已拦下',
  opted_out: '本人选择不接收通知',
  person_gone: '人员已离职或停用',
  person_unknown: '不在人员名册',
  not_served: '备案前只服务试用名单',
  group_gone: '机器人已不在群里',
  group_silent: '群内已设静默',
  recipient_gone: '对方不在应用可用范围或已离职',
  message_gone: '原卡片已撤回或过期，不能更新',
  card_refused: '卡片内容被平台拒绝',
  no_permission: '应用缺少权限',
  no_credentials: '应用凭证有误',
  refused: '平台拒绝，重试无用',
  gave_up: '多次重试未成',
  uncertain: '是否送达不明，为免重复不再自动补发',
};

/** Chinese for a reason of the outbox; the reason itself when it is not known here. */
export function reasonText(reason: string): string {
  return reasons[reason as Reason] ?? reason;
}
