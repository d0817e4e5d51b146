/** The frame of every page, the login and what went wrong. */
export const frameWords = {
  product: '轻负',
  title: (page: string) => `${page} · 轻负管理台`,
  console: '轻负管理台',
  skip: '跳到正文',
  navigation: '栏目',
  signedInAs: (name: string) => name || '系统管理员',
  signOut: '退出',
  signOutEverywhere: '退出所有设备',
  host: (organisation: string) => `主办：${organisation}`,
  filing: (number: string) => `备案号：${number}`,
  trial: '尚未备案，只供试用名单内的人使用',
  version: (version: string) => `版本 ${version}`,
  purpose: '本台不统计个人使用情况，不排名，数据仅供统筹调度，不作考核依据。',
} as const;

export const navigation = {
  home: '首页',
  questions: '政策问答',
  standards: '本地标准',
  counts: '统计',
  visits: '走访谈话',
  voice: '投诉建议',
  people: '单位人员',
  outbox: '发送情况',
  audit: '操作记录',
} as const;

export const homeWords = {
  title: '首页',
  lead: '这里是内容和数据的管理台。日常填报、提问仍在飞书聊天里，不必登录这里。',
  sections: {
    questions: '查条目、看依据和有效期、哪些快到期、哪些没答好，导出问答表。',
    standards: '补贴多少、几天办结、找谁：37 张只有本地知道的表，录、改、确认。',
    counts: '每月齐不齐、还差谁，计划和执行率，走势图，统计口径。',
    visits: '各考察组办到哪里了、还差哪些，分组和联络员。',
    voice: '等本办办理的投诉、建议和减负反馈：看、答复、办结。',
    people: '单位、岗位、联络员，办岗位移交。',
    outbox: '主动通知发没发到、没发到的原因，导出清单。',
    audit: '谁在什么时候改了什么，导出记录。',
  },
} as const;

export const loginWords = {
  title: '登录',
  lead: '管理台供统筹员、干部科管理员、政策编辑、政策审核和系统管理员使用。用飞书账号登录，不另设密码。',
  others: '其他同志不必登录：提问、填报、查备案都在飞书里和“轻负”对话即可。',
  button: '用飞书登录',
  signedOut: '已退出登录。',
  signedOutEverywhere: '已在所有设备上退出登录。',
  ended: '登录已到期或已在别处退出，请重新登录。',
  again: '重新登录',
} as const;

/** Why somebody was not let in. */
export const refusedWords = {
  denied: { title: '没有登录', text: '您在飞书里取消了登录。需要时再点“用飞书登录”。' },
  stale: { title: '这次登录已失效', text: '登录页放得太久，或用了旧链接、换了浏览器。请从头再登录一次。' },
  platform: {
    title: '飞书暂时没有确认您的身份',
    text: '请稍后再试；反复出现请告诉系统管理员检查应用凭证和重定向网址。',
  },
  unknown: { title: '不在人员名册', text: '您还不在本应用的人员名册里。需要使用请联系系统管理员登记岗位。' },
  no_desk: {
    title: '这里没有您要办的事',
    text: '管理台只供统筹员、干部科管理员、政策编辑、政策审核和系统管理员使用。提问、填报、查备案请在飞书里和“轻负”对话。',
  },
  not_served: {
    title: '还不能使用',
    text: '应用尚未备案，只供试用名单内的人使用。需要加入请联系系统管理员。',
  },
  too_many: {
    title: '登录次数过多',
    text: '为防止有人反复试探，请十分钟后再登录。',
  },
} as const;

export const guardWords = {
  noDesk: '管理台只供统筹员、干部科管理员、政策编辑、政策审核和系统管理员使用。',
} as const;

/** Said on the page that follows a form. */
export const noticeWords = {
  saved: '已保存。',
  standardProposed: '已提交。另一个人确认以后才生效，现在的答复还用原来的。',
  standardConfirmed: '已确认，聊天里的答复和测算马上用新的。',
  standardReturned: '已退回。',
  standardTakenBack: '已撤回，没有改动。',
  resent: '已重新排队，一两分钟内发出。',
  draftSaved: '已存为草稿。正在用的答复没有变，送审通过后才会换。',
  submitted: '已送审，并已在飞书里告诉政策审核。通过后会告诉您。',
  submittedToNobody: '已送审。名册里还没有能审的人，请系统管理员登记一位“政策审核”（不能是写的人本人）。',
  withdrawn: '已停用，马上不再用它答复。',
  restored: '已存成一版新稿，内容和您选的那一版一样。送审通过后才会用。',
  rechecked: '已记下复核，没有变化。',
  phrasingAdded: '已加为这一条的问法，存成了新稿。送审通过后就能答上来。',
  phrasingKnown: '这一条已经有这个问法，不用再加。',
  published: '已通过并发布，现在提问就能用到。已告诉写的人。',
  returnedToAuthor: '已退回，并告诉了写的人。',
  handedOver: '已移交。要办的事跟着岗位走，接手的人会收到告知。',
  handOverPlanned: '已约好，到那天早上自动移交；之前仍由原来的人办。',
  nothingToResend: '没有要重发的。',
  replied: '答复已发出。匿名的，提出人凭受理号能看到。',
  reminded: '已提醒还没有数的单位，工作时间内送到。',
  remindedBefore: '没有新的提醒可发：该提醒的都提醒过了，或联络员空缺。急的请打电话。',
} as const;

export const formWords = {
  problems: (n: number) => `有 ${n} 处要改，填的内容都还在：`,
  optional: '选填',
  choose: '请选择',
  chosen: (n: number, all: number) => (n > 0 ? `已选 ${n} 项，点开再选` : `共 ${all} 项，点开选`),
  cell: (title: string, row: number) => `第 ${row} 行 ${title}`,
  busy: '正在办理，请稍候…',
  unsaved: '这一页有上次没有提交的内容。',
  restore: '恢复',
  discard: '不要了',
  stale: '没有连上，稍后再试；填的内容还在。',
} as const;

export const cardWords = {
  preview: '飞书卡片预览',
} as const;

export const errorWords = {
  forbidden: '没有权限',
  not_found: '没有找到',
  missingPage: '没有这个页面，网址可能写错了或已经改了。',
  form: {
    title: '没有提交',
    text: '这次提交缺少页面凭证，可能是页面放得太久或来自别的网站。什么都没有改，请返回页面刷新后再提交。',
  },
  tooMany: '内容太多，一次提交不下。请分几次办理。',
  tooBig: { title: '没有提交', text: '内容太大。什么都没有改，请减少后再提交。' },
  conflict: '没有办成',
  fault: '出了故障',
  faultText: (reference: string) =>
    `没有办成，您的数据没有改动。请稍后再试；还不行请把编号 ${reference} 告诉系统管理员。`,
  home: '回到首页',
} as const;

export const listWords = {
  search: '查找',
  all: '全部',
  apply: '筛选',
  reset: '清除条件',
  export: '导出表格',
  exported: (date: string, name: string) => `${name}-${date}.xlsx`,
  range: (from: number, to: number) => `第 ${from}—${to} 条`,
  previous: '上一页',
  next: '下一页',
  pages: '翻页',
  filters: '筛选条件',
  tooMany: (most: number) => `一次最多导出 ${most} 条，请缩小条件后分次导出。`,
} as const;
