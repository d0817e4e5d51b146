/** What the operator reads on the command line. */
export const cliWords = {
  usageTitle: '用法：npm run cli -- <命令> [参数] [--json]',
  unknownCommand: (name: string) => (name ? `没有“${name}”这个命令。` : '请写出要执行的命令。'),
  unknownOption: (name: string) => `没有 --${name} 这个选项。`,
  optionNeedsValue: (name: string) => `选项 --${name} 后面要写值。`,
  missingArgument: (what: string) => `缺少参数：${what}。`,
  badMoment: (value: string) => `时间“${value}”读不懂，请写成 2026-07-01T09:00:00+08:00 这样。`,
  badPeriod: (value: string) =>
    `期间“${value}”读不懂。月写 2026-06，季写 2026-Q2，半年写 2026-H1，年写 2026。`,
  noCredentials: '这个命令要连飞书核对，请先设置 FEISHU_APP_ID 和 FEISHU_APP_SECRET。',
  migrated: (names: readonly string[]) =>
    names.length === 0 ? '数据库已是最新。' : `已升级数据库：${names.join('、')}`,
  noFile: (path: string) => `找不到文件：${path}`,
  noDatabase: (path: string) => `找不到数据库：${path}`,
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
  backedUp: (path: string, bytes: number) =>
    `已备份到 ${path}（${Math.ceil(bytes / 1024)} KB），并通过完整性检查。`,
  badBackup: (path: string) => `备份文件不完整或不是本程序的数据库，没有恢复：${path}`,
  serverRunning: '数据库正在被使用，请先停掉服务再恢复。',
  restored: (path: string) => `已恢复到 ${path}；原来的数据库留在同目录，文件名加了 .before-restore。`,
  platformAway: (hint: string) => `连不上飞书，没有保存任何内容：${hint}`,
};
