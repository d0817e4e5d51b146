import { type Rich, rich } from '../../chat/rich.ts';
import { dateText, dayText } from '../../chat/words.ts';
import type { Day } from '../../kernel/day.ts';

/** What the asker sees on the way to a human. */
export const askerWords = {
  title: '转人工',
  previewTitle: '转人工：请看一眼再发',
  question: (text: string): Rich => rich`**要发的问题**\n${text}`,
  to: '发给',
  editors: (units: readonly string[]) => `${units.join('、')}的政策编辑`,
  urgent: '急的话打电话',
  kept: '号码、姓名已隐去。答复之前记着是您问的，好把答复送回来；答复之后就删掉。',
  send: '发送',
  keep: '不发',
  notSent: '没有发出。',
  write: '想问的事',
  writeHint: '一句话说清想问什么；不要写姓名、号码和涉密内容',
  next: '下一步',
  writeIntro: '也可以写在这里，转给政策编辑：',
  forgotten: '刚才那个问题我已经不留着了，请再写一遍。',
  noEditor: '还没有录入政策编辑，问题转不出去。请系统管理员在“人员”表里录入。',
  sentTitle: '已转人工',
  sent: (to: string) => `已转给${to}，工作时间办理。答复会由我发给您，不用再问。`,
  already: '这个问题已经转出，不用再发。',
  look: '看看机器人的答复',
};

/** The answer of a human, and the one question back. */
export const replyWords = {
  title: '人工答复',
  line: (office: string) => `${office}答复了您转人工的问题`,
  asked: (text: string): Rich => rich`**您问的**　${text}`,
  answer: (text: string): Rich => rich`${text}`,
  basis: '依据',
  office: '答复单位',
  day: '答复日期',
  note: '这是工作人员的答复，不是知识库里的条目；以正式文件为准。',
  further: '追问',
  furtherTitle: '追问一次',
  furtherField: '还不清楚的是',
  furtherHint: '一句话；不要写姓名、号码和涉密内容',
  furtherNote: (office: string) => `发给${office || '政策编辑'}，只能追问一次。号码、姓名会隐去。`,
  furtherSend: '发送追问',
  furtherSent: '追问已发出，答复会由我发给您。',
  furtherTwice: '这个问题已经追问过一次。还有疑问，请打电话问责任科室。',
  notYours: '只有收到这条答复的人能追问。',
  expiredTitle: '转人工的问题没有等到答复',
  expired: (day: Day) =>
    `您${dayText(day)}转人工的问题一直没有人答复，系统不再等了，也已删掉“是您问的”这条记录。`,
  expiredNext: '还需要的话，请打电话问，或者再转一次。',
};

/** What editors see. */
export const editorWords = {
  command: ['待答问题'],
  help: '看转给您的问题，在这里答复',
  title: '有一个问题等您答复',
  furtherTitle: '有一个追问等您答复',
  question: (text: string): Rich => rich`**问题**　${text}`,
  before: (question: string, answer: string): Rich =>
    rich`**原来问的**　${question}\n**原来答的**　${answer}`,
  day: '提问日期',
  near: '机器人找到的条目',
  office: '责任科室',
  answer: '答复',
  answerHint: '先说结论，再说办法；约 200 字',
  basis: '依据（可不填）',
  basisHint: '文件名、文号、条款',
  keep: '办理方式',
  keepOnly: '只答复',
  keepDraft: '答复并存为草稿',
  send: '发送答复',
  note: '不显示是谁问的。答复以您单位名义发给提问人。',
  sent: '答复已发出。',
  sentWithDraft: (number: string) => `答复已发出，草稿编号 ${number}。`,
  doneTitle: '已答复',
  doneBy: (unit: string): Rich => rich`已由${unit}答复，不用再答。`,
  other: '这个问题已有人先答复了，您这一份没有发出。',
  given: (text: string): Rich => rich`**答复**　${text}`,
  draft: '草稿编号',
  secret: '答复或依据里像有涉密内容或身份证号，不能发出。请删去后再发，已填的内容都还在。',
  notYours: '这个问题由其他科室的政策编辑答复。',
  unknown: '没有这个问题，可能已经删除。请发“待答问题”看最新的。',
  expired: '这个问题等了 30 天，已经作罢，提问人也收到了说明。',
  listTitle: '待答问题',
  nothing: '现在没有等您答复的问题。',
  line: (day: Day, text: string): Rich => rich`${dayText(day)}　${text}`,
  open: '答复',
  more: (count: number) => `还有 ${count} 个，答完这些再发“待答问题”。`,
};

export const ratedWords = {
  title: '没解决？换一条看看，或者转人工',
  near: '挨得近的还有：',
  none: '没有别的挨得近的条目。',
};

export const answeredOn = (day: Day) => dateText(day);
