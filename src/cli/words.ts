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
  platformAway: (hint: string) => `连不上飞书，没有保存任何内容：${hint}`,
};
