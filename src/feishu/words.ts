export const cardWords = {
  choose: '请选择',
} as const;

/** For the operator: what a refusal of the platform means and which page or setting to check. */
export const hints = {
  network: '连不上飞书开放平台：请检查服务器外网、代理和 FEISHU_BASE_URL，恢复后会自动重试。',
  timeout: '飞书开放平台长时间没有应答，稍后自动重试；反复出现请检查网络和代理。',
  notJson: '收到的不是飞书接口的应答：请检查 FEISHU_BASE_URL、网关和代理，稍后自动重试。',
  rateLimit: '调用过于频繁，按平台要求等待后自动重试，无需处理。',
  busy: '平台正在处理同一请求，稍后自动重试，无需处理。',
  internal: '飞书平台内部错误，稍后自动重试；长时间不恢复请查看飞书服务状态。',
  quota: '本月接口调用额度已用完：请在飞书管理后台升级版本，或等到下月。',
  ip: '服务器出口 IP 不在白名单：开发者后台 → 安全设置 → IP 白名单。',
  credentials: '应用凭证不对：请核对 FEISHU_APP_ID 和 FEISHU_APP_SECRET（开发者后台 → 凭证与基础信息）。',
  token: '访问凭证失效，程序会自动更换；反复出现请检查服务器时钟和应用凭证。',
  login: '用户的登录凭证失效，请本人重新登录。',
  appOff: '应用已被停用：请飞书管理员在管理后台启用。',
  scope: '应用缺少权限：开发者后台 → 权限管理，开通后发布新版本并由管理员审核。',
  consent: '用户没有授予所需权限：请本人重新登录并同意授权。',
  defect: '请求不合接口要求，属程序缺陷，请附日志编号反馈。',
  unknownId: '编号不存在或类型不对：请核对人员名单里的 open_id。',
  foreignId: 'open_id 属于另一个应用：请用本应用取得的 open_id 更新人员名单。',
  notInChat: '机器人不在该群：需要时请群管理员重新添加。',
  botOff: '机器人能力没有启用或版本没有发布：开发者后台 → 添加应用能力 → 机器人，再发布版本。',
  messageGone: '原消息已撤回或删除，不再发送。',
  availability: '对方不在应用的可用范围内，也可能已离职：开发者后台 → 版本管理与发布 → 可用范围。',
  resource: '图片或文件不存在、不属于本应用或不合规格，需重新上传。',
  forbidden: '群设置或单位策略不允许机器人这样做：请群主或飞书管理员调整。',
  audit: '内容被本单位的敏感词或防泄漏规则拦截：请与飞书管理员核对规则。',
  tooLong: '内容超过平台的大小上限（卡片 30 KB）。',
  resigned: '对方已离职：请更新人员名单。',
  tooOld: '卡片发出已满 14 天，平台不再允许更新。',
  crossTenant: '对方或群属于其他单位，机器人不能发送。',
  stopped: '对方已停止接收本机器人的消息，应予尊重，不再发送。',
  unsupported: '平台不支持在该会话里发送这类消息。',
  card: '卡片内容被平台拒绝，属程序缺陷，请附日志编号反馈。',
  dissolved: '群已解散，不再发送。',
  contactScope: '通讯录权限范围不含此人或此部门：开发者后台 → 权限管理 → 通讯录权限范围。',
  unregistered: '没有登记的错误码：请到飞书开放平台按错误码查询。',
  subCode: (code: number) => `子错误码 ${code}。`,
  scopes: (names: readonly string[]) => `涉及权限：${names.join('、')}。`,
} as const;

export const longConnectionHints = {
  badAppId:
    'FEISHU_APP_ID 不是 cli_ 加 16 位十六进制字符，长连接无法建立：请核对开发者后台 → 凭证与基础信息。',
  busy: '飞书长连接服务繁忙，请稍后再启动。',
  forbidden: '飞书拒绝建立长连接：请确认应用为企业自建应用，且订阅方式选了长连接。',
  tooMany: '本应用的长连接已达上限（50 个）：请关掉多余的进程。',
  lost: '长连接已断开且不再重连，请检查网络后重新启动。',
} as const;
