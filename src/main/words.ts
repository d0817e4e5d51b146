/** What the operator reads at the start and on the command line. */
export const startWords = {
  oldNode: (version: string) =>
    `需要 Node 24 或更新版本，当前是 ${version}。请在项目目录里用 npm 命令启动（依赖里自带 Node 24），或安装 Node 24。`,
  missing: (name: string, purpose: string) => `缺少设置 ${name}（${purpose}）。请在环境变量或 .env 里填写。`,
  purposes: {
    FEISHU_APP_ID: '飞书应用的 App ID',
    FEISHU_APP_SECRET: '飞书应用的 App Secret',
    FEISHU_ENCRYPT_KEY: '事件订阅的 Encrypt Key，webhook 方式必填',
    FEISHU_VERIFICATION_TOKEN: '事件订阅的 Verification Token，webhook 方式必填',
    HOST_ORGANISATION: '主办单位名称，备案和“关于”页要用',
    HOST_LEVEL: '主办单位层级：市 或 县区',
  } as Record<string, string>,
  badUrl: (name: string, value: string) => `设置 ${name} 不是网址：${value}。例：https://open.feishu.cn`,
  badPort: (value: string) => `设置 PORT 应是 1 到 65535 的整数，现在是：${value}。`,
  badTransport: (value: string) =>
    `设置 FEISHU_TRANSPORT 只能是 webhook 或 long-connection，现在是：${value}。`,
  noLongConnection:
    '在 Cloudflare Workers 上不能用 long-connection，请把设置 FEISHU_TRANSPORT 改为 webhook（或不填）。',
  badLevel: (value: string) =>
    `设置 HOST_LEVEL 是“${value}”：按规定，县以下（不含县级）单位不建设政务应用程序，主办单位只能是 市 或 县区。乡镇、村可以作为使用方。`,
  badLogLevel: (value: string) => `设置 LOG_LEVEL 只能是 debug、info、warn、error，现在是：${value}。`,
  badTimeZone: (value: string) => `设置 TIME_ZONE 目前只支持 Asia/Shanghai，现在是：${value}。`,
  badDate: (name: string, value: string) => `设置 ${name} 应写成 2026-07-01 这样的日期，现在是：${value}。`,
  shortSecret: '设置 SESSION_SECRET 至少要 32 个字符。',
  badAppId: (value: string) => `设置 FEISHU_APP_ID 应形如 cli_ 加 16 位十六进制字符，现在是：${value}。`,
  modelIncomplete: '设置 MODEL_BASE_URL 和 MODEL_NAME 要么都填，要么都不填。',
  notStarted: '没有启动，请先改好以下设置：',
  damagedDatabase: (path: string) =>
    `数据库文件打不开或已损坏：${path}。请用最近的备份恢复（见 README“备份与恢复”），原文件没有改动。`,
  newerDatabase: (path: string) => `数据库 ${path} 是更新版本的程序建立的，请先升级程序再启动。`,
  busyDatabase: (path: string) =>
    `数据库 ${path} 正被另一个程序占用。请先停掉它（可能是没有退出的旧服务），再启动。`,
  unwritableDatabase: (path: string) =>
    `数据库 ${path} 打不开或写不了。请检查设置 DATABASE_PATH、目录权限和磁盘空间。`,
  noPlatform: (url: string, hint: string) => `连不上飞书开放平台 ${url}：${hint}`,
  portBusy: (host: string, port: number) =>
    `端口 ${host}:${port} 已被占用。请换一个 PORT，或先停掉占用它的程序。`,
  badHost: (host: string) => `设置 HOST 不是本机地址：${host}。只供本机用写 127.0.0.1，对外提供写 0.0.0.0。`,
  noRight: (host: string, port: number) => `没有权限监听 ${host}:${port}。请换一个大于 1024 的 PORT。`,
  listening: (url: string) => `轻负已启动：${url}`,
  botName: '轻负',
  demoOrganisation: '景澜市委办公室',
  demoFiling: '景网备〔2026〕7号',
  demo: (url: string) =>
    `轻负演示已启动（本机，不连外网）：\n  聊天模拟器  ${url}/simulator\n  管理台      ${url}/console\n  业务时间从 2026 年 6 月 22 日开始，可在页面上往后拨。按 Ctrl+C 结束。`,
};
