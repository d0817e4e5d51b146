import type { Errand } from './read-list.ts';
import type { QuestionState } from './state.ts';

export const stateNames: Record<QuestionState, string> = {
  live: '在用',
  expiring: '快到期',
  ended: '已过有效期',
  upcoming: '尚未施行',
  replaced: '已被替代',
  withdrawn: '已停用',
  draft: '草稿',
};

export const errandNames: Record<Errand, string> = {
  waiting: '等审核',
  changed: '有新稿',
  recheck: '该复核',
};

export const questionListWords = {
  title: '政策问答',
  lead: '答复只用已发布的条目。次数是近 30 天的，不记是谁问的。',
  search: '问题、问法、答复、文件或编号',
  expiring: (n: number) => (n > 0 ? `${n} 条 60 天内到期` : '近 60 天没有到期的条目'),
  topic: '主题',
  office: '责任科室',
  state: '状态',
  columns: {
    question: '标准问题',
    number: '编号',
    topic: '主题',
    office: '责任科室',
    state: '状态',
    validity: '有效期',
    hits: '答出',
    unsolved: '没解决',
    misses: '相近未答',
  },
  caption: '“答出”是用它答复的次数；“没解决”是看后点了没解决的次数；“相近未答”是没答上来、而它最接近的次数。',
  reviewBy: (day: string) => `${day} 前复核`,
  ways: {
    questionNew: '新增问答',
  },
  validity: (from: string, until: string) =>
    from || until ? `${from || '不限'} 至 ${until || '长期'}` : '长期',
  emptyFiltered: '没有符合条件的条目。可以换个说法，或清除条件再看。',
  empty: '还没有问答条目。可以点“新增问答”写第一条，或用“导入”一次导入整张表。',
  exportNote: '导出的是已发布、在用的条目，改好后可以再导入。',
} as const;

export const questionWords = {
  unknown: (number: string) => `没有编号为“${number}”的条目，或它不在您的管理范围内。请回到列表查找。`,
  back: '回到列表',
  answer: '答复',
  like: (n: number) => `相似问法（${n}）`,
  unlike: (n: number) => `不应命中（${n}）`,
  none: '没有',
  about: '依据和范围',
  document: '依据文件',
  documentNumber: '文号',
  clause: '条款',
  validity: '有效期',
  units: '适用单位',
  everybody: '所有单位',
  office: '责任科室',
  phone: '电话',
  topic: '主题',
  facts: '事实编号',
  figures: '本地标准',
  figure: (code: string, entered: boolean) => `${code}${entered ? '（已录入）' : '（还没录入）'}`,
  replacedBy: '替代条目',
  usage: '近 30 天',
  usageLine: (hits: number, unsolved: number, misses: number) =>
    `答出 ${hits} 次，没解决 ${unsolved} 次，相近未答 ${misses} 次`,
  revisions: '历次版本',
  revision: '版本',
  author: '谁写的',
  written: '写于',
  published: '发布于',
  never: '没有发布',
  current: '当前',
} as const;
