import type { DocumentKind, DocumentSign } from './rules/document.ts';

interface Sign {
  tick: string;
  title: string;
  rule: string;
  factIds: readonly string[];
}

export const documentSigns: Record<DocumentSign, Sign> = {
  unplanned: {
    tick: '不在年度发文计划里，也没批过计划外',
    title: '不在计划',
    rule: '发文实行计划管理、总量管控、立项，年度实际发文一般只减不增。能不发的不发；确需发的先走计划外审批。',
    factIds: ['FW-06', 'FW-13'],
  },
  copied: {
    tick: '照搬照抄、照转上级文件',
    title: '照抄照转',
    rule: '照抄照转、创新比例不够是常见的退文原因（通行做法，以本地规定为准）。只写本地怎么落实，不重复上级原文。',
    factIds: ['FW-13', 'FW-02'],
  },
  said_before: {
    tick: '已有文件明确过同样的事',
    title: '已有文件明确过',
    rule: '已有文件明确过的，是常见的退文原因（通行做法，以本地规定为准）。直接按原文件执行，不另发文。',
    factIds: ['FW-13'],
  },
  padded: {
    tick: '写了形势背景、重要意义、主要原则',
    title: '穿靴戴帽',
    rule: '开门见山，一般不写形势背景、重要意义、主要原则等，删掉就好。',
    factIds: ['FW-08'],
  },
  wants_reports: {
    tick: '要求下级报送贯彻落实情况',
    title: '要求报送落实情况',
    rule: '一般不要求报送贯彻落实情况。请删掉这一条；发文前要做与为基层减负一致性评估。',
    factIds: ['FW-10'],
  },
  wants_follow_up: {
    tick: '要求下级制定配套文件',
    title: '要求配套文件',
    rule: '一般不要求制定配套文件。请删掉这一条。',
    factIds: ['FW-10'],
  },
  disguised: {
    tick: '打算改用便笺、白头、工作提示、领导小组名义，或几件事合成一份发',
    title: '换个形式照样要算',
    rule: '国家规定要防止“红头”变“白头”、正式改便笺、多文合一等规避数量管理的做法；只要普发布置任务，就要登记。正道是合并、不发，或走计划外审批。',
    factIds: ['FW-09', 'TJ-07'],
  },
};

export const documentKinds: Record<DocumentKind, string> = {
  special: '部署专项工作或具体任务',
  general: '其他一般文件',
  overall: '部署综合性工作',
};

export const documentWords = {
  title: '发文自查',
  resultTitle: '发文自查：对照结果',
  intro: '这个文能不能发？有这种情况的打勾，没有的不用管。',
  label: '这份文稿',
  kind: '文件类型',
  count: '全文字数（可不填）',
  countHint: '例如 4300',
  tooLong: '超过篇幅',
  over: (count: number, limit: number, over: number) =>
    `${count} 字，超 ${over} 字：${count} − ${limit} ＝ ${over}。这类文件国家规定一般不超过 ${limit} 字，本地规定可能更严。`,
  within: (count: number, limit: number) =>
    `篇幅：${count} 字，没有超过国家规定的 ${limit} 字；本地规定可能更严。`,
  overall: '部署综合性工作的文件，国家规定的字数限制除外；也请尽量短。',
  nothing: '没有对上常见的问题',
  nothingRule: '按计划、按程序报核稿。发文前要做与为基层减负一致性评估。',
  decide: '发不发由您单位按程序定，这里只对照规定，不拦截、不上报。',
  office: '两办文电、法规科室',
  localLabel: '本地文件精简要求',
  localTick: '没做到的打勾',
  localTitle: '本地文件精简要求（36 条、22 条等）',
  instead: '国家规定和通行做法',
};
