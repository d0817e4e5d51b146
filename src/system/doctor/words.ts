import { reasonText } from '../../delivery/words-reasons.ts';
import { dayOf, timeOf } from '../../kernel/day.ts';
import type { Facts, Level } from './rules/facts.ts';
import { isTroubled } from './rules/judge.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const probeNames: Record<string, string> = {
  bot: '应用凭证与机器人',
  send: '发消息权限',
  contacts: '通讯录权限',
};

/** Where a refusal has no hint of its own. */
const AWAY = '请检查网络和 FEISHU_BASE_URL';

/** What is well, or what is wrong and what to do about it: one line for each check of `judge`. */
export function findingText(name: string, level: Level, facts: Facts): string {
  if (name.startsWith('platform.')) return probeText(name.slice('platform.'.length), facts);
  return texts[name]?.(facts, level) ?? name;
}

const texts: Record<string, (facts: Facts, level: Level) => string> = {
  clock: ({ platform }, level) => {
    const skewMs = platform?.skewMs;
    if (skewMs === undefined) return '本机时间：没有可比的时间';
    if (level === 'ok') return '本机时间准确';
    return `本机时间与飞书相差 ${Math.round(Math.abs(skewMs) / 1000)} 秒：请打开系统的自动校时（如 timedatectl set-ntp true）`;
  },
  callback: ({ now, health: { lastCallback } }, level) => {
    if (level === 'ok' && lastCallback === null) return '飞书回调：还没有需要的回调';
    if (level === 'ok') return `最近一次收到飞书回调：${moment(lastCallback ?? now)}`;
    const since =
      lastCallback === null
        ? '还没有收到过飞书回调'
        : `已 ${Math.floor((now - lastCallback) / DAY_MS)} 天没有收到飞书回调`;
    return `${since}：请给机器人发“帮助”试一下；没有回答的，核对开发者后台“事件与回调”里的请求地址（<PUBLIC_URL>/feishu/events）、加密策略和外网能否访问`;
  },
  heartbeat: ({ now, health: { lastHeartbeat } }, level) => {
    if (level === 'ok') return '服务心跳正常';
    return lastHeartbeat === null
      ? '服务还没有运行过：请先启动'
      : `服务已 ${Math.round((now - lastHeartbeat) / MINUTE_MS)} 分钟没有心跳：请看服务是否在运行，没有就启动它`;
  },
  calendar: ({ year, health: { calendarGaps } }, level) => {
    if (calendarGaps.length === 0) return '今明两年放假安排齐全';
    return level === 'ok'
      ? `${year + 1} 年放假安排一般 11 月公布，公布后录入即可`
      : `缺 ${calendarGaps.join('、')} 年放假安排：请在管理台“日历”里录入，或升级程序`;
  },
  jobs: ({ now, health: { jobs } }, level) => {
    if (level === 'ok') return '定时任务都正常';
    const bad = jobs.filter((job) => isTroubled(job, now));
    const list = bad.map(({ job, trouble }) => `${job}@${trouble?.slot}（${trouble?.reason}）`).join('，');
    return `定时任务出错：${list}。请查日志里的 job.failed、job.retrying；重试中的会自动再试，反复出错请把日志发给开发人员`;
  },
  backlog: ({ health: { waiting, unhandledClaims } }, level) => {
    const total = waiting.reduce((sum, row) => sum + row.messages, 0);
    const text = `待发消息 ${total} 条，未处理事件 ${unhandledClaims} 个`;
    return level === 'ok'
      ? text
      : `${text}，有的已滞留超过 1 小时：请看服务是否在运行、能否连上飞书，再查日志`;
  },
  failed: ({ health: { failed, failedRecipients } }) => {
    if (failed.length === 0) return '近 7 天没有发送失败';
    const rows = failed.map(
      ({ reason, detail, messages }) =>
        `${reasonText(reason)}${detail ? `（${detail}）` : ''} ${messages} 条`,
    );
    return `近 7 天有 ${failedRecipients.week} 个收件人没收到：${rows.join('，')}。处理好原因后，系统管理员发“今日待办”可以补发`;
  },
  stopped: (_, level) => (level === 'ok' ? '主动消息已启用' : '已停用主动消息：需要时请系统管理员发“启用”'),
  disk: ({ machine: { disk } }, level) => {
    const free = `磁盘剩余 ${size(disk?.freeBytes ?? 0)}，数据库 ${size(disk?.databaseBytes ?? 0)}`;
    return level === 'ok' ? free : `${free}，空间不够了：请清理或扩容，空间用完就存不进数据`;
  },
  backup: ({ machine: { backup } }, level) => {
    if (backup?.off) return '没有开启自动备份（BACKUP_FOLDER=off）：请自行定期执行 backup';
    if (backup?.newest == null)
      return '还没有自动备份：启动服务后会自动做；一直没有，请查日志里的 backup_failed';
    const newest = `最近一次自动备份：${moment(backup.newest)}`;
    return level === 'ok'
      ? newest
      : `${newest}，超过一天半了：请查备份目录能否写入、磁盘空间，以及日志里的 backup_failed`;
  },
};

function probeText(name: string, { platform }: Facts): string {
  const probe = platform?.probes.find((candidate) => candidate.name === name);
  const title = probeNames[name] ?? name;
  return probe?.ok ? `${title}可用` : `${title}不可用：${probe?.hint || AWAY}`;
}

function moment(instant: number): string {
  return `${dayOf(instant)} ${timeOf(instant)}`;
}

function size(bytes: number): string {
  const megabytes = bytes / 1024 / 1024;
  return megabytes < 1024 ? `${Math.ceil(megabytes)} MB` : `${(megabytes / 1024).toFixed(1)} GB`;
}

export const doctorCardWords = {
  badTitle: (count: number) => `轻负有 ${count} 处要处理`,
  bad: '请转给运维人员。处理好之前不再重复提醒，都好了会说一声。',
  more: (count: number) => `另有 ${count} 处，用命令 npm run cli -- doctor 查看全部。`,
  goodTitle: '轻负已恢复正常',
  good: '之前提醒的问题都已恢复，不用再处理。',
};
