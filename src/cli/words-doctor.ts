import { reasonText } from '../delivery/words-reasons.ts';

/** A heartbeat comes every minute; three missed ones mean that the server stands still. */
const LATE_MS = 3 * 60_000;
/** The platform refuses signatures older than an hour; a minute off is worth mending long before. */
const SKEW_MS = 60_000;
const OLD_MESSAGE_MS = 3_600_000;

const probeNames: Record<string, string> = {
  bot: '应用凭证与机器人',
  send: '发消息权限',
  contacts: '通讯录权限',
};

const well = (text: string) => ({ ok: true, text });
const wrong = (text: string) => ({ ok: false, text });

/** The reason in words, and what the platform's own hint adds to it. */
const failedRow = (row: { reason: string; detail: string; messages: number }) =>
  `${reasonText(row.reason)}${row.detail ? `（${row.detail}）` : ''} ${row.messages} 条`;

export const doctorWords = {
  line: (finding: { ok: boolean; text: string }) => `${finding.ok ? '正常' : '要处理'}　${finding.text}`,
  probe: (probe: { name: string; ok: boolean; hint: string }) =>
    probe.ok
      ? well(`${probeNames[probe.name] ?? probe.name}可用`)
      : wrong(`${probeNames[probe.name] ?? probe.name}不可用：${probe.hint}`),
  clock: (skewMs: number | undefined) =>
    skewMs === undefined
      ? well('本机时间：没有可比的时间')
      : Math.abs(skewMs) < SKEW_MS
        ? well('本机时间准确')
        : wrong(`本机时间与飞书相差 ${Math.round(Math.abs(skewMs) / 1000)} 秒，请校时`),
  migrations: well('数据库结构已是最新'),
  heartbeat: (last: number | null, now: number) =>
    last === null
      ? wrong('服务还没有运行过，请先启动')
      : now - last < LATE_MS
        ? well('服务心跳正常')
        : wrong(`服务已 ${Math.round((now - last) / 60_000)} 分钟没有心跳，请检查进程`),
  calendar: (gaps: readonly number[]) =>
    gaps.length === 0
      ? well('今明两年放假安排齐全')
      : wrong(`缺 ${gaps.join('、')} 年放假安排，国务院通知一般每年 11 月公布，请升级依赖或录入`),
  jobs: (runs: readonly { job: string; slot: string; reason: string }[]) =>
    runs.length === 0
      ? well('近 7 天定时任务都正常')
      : wrong(`定时任务有问题：${runs.map((run) => `${run.job}@${run.slot}（${run.reason}）`).join('，')}`),
  backlog: (
    waiting: readonly { reason: string; messages: number; oldest: number | null }[],
    claims: number,
    now: number,
  ) => {
    const total = waiting.reduce((sum, row) => sum + row.messages, 0);
    const old = waiting.some(
      (row) => row.reason === '' && row.oldest !== null && now - row.oldest > OLD_MESSAGE_MS,
    );
    const text = `待发消息 ${total} 条，未处理事件 ${claims} 个`;
    return old ? wrong(`${text}，有消息滞留超过 1 小时，请看日志`) : well(text);
  },
  failed: (rows: readonly { reason: string; detail: string; messages: number }[]) =>
    rows.length === 0
      ? well('近 7 天没有发送失败')
      : wrong(`近 7 天发送失败：${rows.map(failedRow).join('，')}`),
  stopped: (stopped: boolean) =>
    stopped ? wrong('已停用主动消息；需要时请系统管理员发“启用”') : well('主动消息已启用'),
};
