import type { Schedule } from '../chat/job.ts';
import { dayOf, timeOf } from '../kernel/day.ts';

/** A moment in Shanghai time, as scripts read it. */
export function isoShanghai(instant: number): string {
  return `${dayOf(instant)}T${timeOf(instant)}:00+08:00`;
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

function scheduleText(schedule: Schedule): string {
  switch (schedule.every) {
    case 'day':
      return `每天 ${schedule.at}`;
    case 'workday':
      return `每个工作日 ${schedule.at}`;
    case 'week':
      return `每周${WEEKDAYS[schedule.weekday - 1]} ${schedule.at}`;
    case 'last-workday':
      return `每月最后一个工作日 ${schedule.at}`;
    case 'nth-workday-after':
      return `次月第 ${schedule.n} 个工作日 ${schedule.at}`;
  }
}

const REASONS: Record<string, string> = {
  running: '运行中',
  finished: '完成',
  skipped: '跳过',
  failed: '失败',
};

/** What the operator reads on the command line. */
export const cliWords = {
  /** Arguments of commands, where they are Chinese. */
  usage: {
    explain: '<单位编码|市|县区:<县区名>> <指标> <YYYY-MM>',
    rehearse: '<YYYY> [--level 市|县区:<县区名>] [--rules <版本>]',
    report: '<period> [--level 市|县区:<县区名>] [--out file.xlsx|file.html|file.md]',
  },
  usageTitle: '用法：npm run cli -- <命令> [参数] [--json]',
  unknownCommand: (name: string) => (name ? `没有“${name}”这个命令。` : '请写出要执行的命令。'),
  unknownOption: (name: string) => `没有 --${name} 这个选项。`,
  optionNeedsValue: (name: string) => `选项 --${name} 后面要写值。`,
  missingArgument: (what: string) => `缺少参数：${what}。`,
  badMoment: (value: string) => `时间“${value}”读不懂，请写成 2026-07-01T09:00:00+08:00 这样。`,
  badDay: (value: string) => `日期“${value}”读不懂，请写成 2026-07-01 这样。`,
  daysTurned: '结束日期早于开始日期。',
  badPeriod: (value: string) =>
    `期间“${value}”读不懂。月写 2026-06，季写 2026-Q2，半年写 2026-H1，年写 2026。`,
  noCredentials: '这个命令要连飞书核对，请先设置 FEISHU_APP_ID 和 FEISHU_APP_SECRET。',
  migrated: (names: readonly string[]) =>
    names.length === 0 ? '数据库已是最新。' : `已升级数据库：${names.join('、')}`,
  noFile: (path: string) => `找不到文件：${path}`,
  imported: (counts: Record<string, number>, dryRun: boolean) =>
    `${dryRun ? '检查通过，没有写入' : '已导入'}：${Object.entries(counts)
      .map(([sheet, rows]) => `${sheet} ${rows} 行`)
      .join('，')}`,
  refused: (count: number) => `没有导入，有 ${count} 处要改：`,
  refusal: (refusal: { sheet: string; row: number; column: string; reason: string }) =>
    [
      refusal.sheet && `【${refusal.sheet}】`,
      refusal.row > 0 && `第 ${refusal.row} 行`,
      refusal.column && `“${refusal.column}”`,
      refusal.reason,
    ]
      .filter(Boolean)
      .join(' '),
  exported: (path: string, counts: Record<string, number>) =>
    `已导出到 ${path}：${Object.entries(counts)
      .map(([sheet, rows]) => `${sheet} ${rows} 行`)
      .join('，')}`,
  outFormat: '导出文件名要以 .html（打印用）、.xlsx 或 .md 结尾。',
  written: (path: string) => `已写入 ${path}`,
  schedule: scheduleText,
  job: (job: {
    name: string;
    schedule: string;
    lastSlot: string | null;
    lastState: string | null;
    nextAt: string | null;
    gap: number | null;
  }) =>
    [
      job.name,
      job.schedule,
      job.lastSlot ? `上次 ${job.lastSlot} ${REASONS[job.lastState ?? ''] ?? job.lastState}` : '还没运行过',
      job.nextAt ? `下次 ${job.nextAt}` : `待 ${job.gap ?? ''} 年放假表导入后确定`,
    ].join('　'),
  ran: (
    result: {
      at: string;
      ran: { slot: string; state: string }[];
      sent: number;
      held: number;
      failed: number;
    },
    dryRun: boolean,
  ) =>
    [
      `${dryRun ? '预演' : '已执行'}（${result.at}）：`,
      ...result.ran.map((run) => `  ${run.slot}　${REASONS[run.state] ?? run.state}`),
      `  发出 ${result.sent} 条，暂缓 ${result.held} 条，失败 ${result.failed} 条`,
    ].join('\n'),
  visitGroup: (group: {
    number: string;
    due: number;
    done: number;
    late: number;
    shown: { coverage: string };
  }) =>
    `第 ${group.number} 组　应完成 ${group.due}　已完成 ${group.done}　逾期完成 ${group.late}　完成面 ${group.shown.coverage}`,
  visitTotal: (total: {
    due: number;
    done: number;
    late: number;
    overdue: number;
    shown: { coverage: string; visit: string; talk: string };
  }) =>
    `合计　应完成 ${total.due}　已完成 ${total.done}　逾期完成 ${total.late}　逾期未完成 ${total.overdue}　完成面 ${total.shown.coverage}（走访 ${total.shown.visit}，谈话 ${total.shown.talk}）`,
  cityLevel: '市',
  badYear: (value: string) => `年份“${value}”读不懂，请写成 2025 这样。`,
  badLevel: (value: string) => `没有“${value}”这个层级，请写“市”或“县区:”加县区名。`,
  platformAway: (hint: string) => `连不上飞书，没有保存任何内容：${hint}`,
};
