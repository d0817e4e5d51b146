import type { Fact } from '../../db/seed/types.ts';
import { rich } from '../chat/rich.ts';
import { dateText } from '../chat/words.ts';

export const policyWords = {
  title: '政策问答',
  humanWords: ['转人工'],
  humanHelp: '把问题转给政策编辑，或查责任科室和电话',
};

export const answerWords = {
  lead: {
    initials: (said: string, official: string) => `您说的“${said}”，我按“${official}”理解。`,
    noVerdict: '具体这一件怎么认定，由有权机关按程序决定，我不下结论。下面是规定和办法：',
    onlyHistory: '您问的是现在的情况。我手里只有历史数，不往后推算；已有的是：',
  },
  basis: '依据',
  reliability: '可信度',
  period: '时效',
  ask: '找谁问',
  inForce: (from: string, until: string) =>
    [from && `${dateText(from)}起施行`, until && `有效至${dateText(until)}`].filter(Boolean).join('，'),
  checked: (day: string) => `以正式文件为准。按 ${dateText(day)}在库有效条目作答`,
  gap: (titles: readonly string[], offices: readonly string[]) =>
    rich`**本地标准还没有录入**：${titles.join('、')}。具体标准我不能猜，请问${offices.join('、')}。`,
  gapLine: (titles: readonly string[]) => `本地标准还没有录入：${titles.join('、')}`,
  figuresLeft: (lines: number) => `还有 ${lines} 行没有列在这里，请问下面的科室。`,
  figureTitle: (title: string) => `本地标准：${title}`,
  /** Titles of local figures under which nothing but a name and a text stands. */
  plainFigure: { item: '项目', text: '内容' },
  useful: '有用',
  unsolved: '没解决',
  human: '转人工',

  thanks: '谢谢，已记下（不记是谁）。',
  sorry: '已记下，条目会改进（不记是谁）。急的话点“转人工”。',
};

/** How far the answer can be relied on, from the kinds of facts it rests on (SY-06). */
export const reliability: Readonly<Record<Fact['confidence'], string>> = {
  seed: '市里典型材料',
  public: '公开文件，待核原文',
  general: '通行做法，待核对',
  derived: '推算，非官方数',
  product: '产品设置，不是政策',
  missing: '只提到，没有内容',
};

export const chooseWords = {
  nearTitle: '您问的是哪一个？',
  near: '有几条都挨得着，请点一下：',
  unsureTitle: '您是不是想问这些？',
  unsure: '我没把握哪条对得上，请点一下；都不是，就换个说法再问。',
};

export const unknownWords = {
  title: '知识库里没有',
  text: '没有能答这个问题的依据，我不猜。可以换个说法、写全事项名称再问一次。',
  near: '沾边的有这一条，供参考：',
  scope:
    '我能答的是：乡镇补贴、村干部报酬、五小和周转房、编制下沉、容错纠错、澄清正名、文会和督查检查考核减负、调研培训、一线考察、本机器人怎么用。',
};

export const humanWords = {
  title: '转人工',
  office: (office: string) => `这类问题请问：${office}。`,
  phone: (phone: string) => `电话：${phone}`,
  noPhone: '电话还没有录入，请系统管理员在“本地标准”里录入人工咨询电话。',
  contact: '人工咨询',
  noContact: '人工咨询的科室和电话还没有录入，请系统管理员在“本地标准”里录入。',
};

/** Who to ask, in one line. */
export function whoToAsk(office: string, phone: string, contact: { office: string; phone: string }): string {
  if (office && phone) return `${office}，${phone}`;
  const general = [contact.office, contact.phone].filter(Boolean).join(' ');
  // An office's name and a number more would break the number on a phone.
  if (office && contact.phone) return `${office}；可先打 ${contact.phone}`;
  if (office && general) return `${office}；可先问${general}`;
  if (office) return `${office}（电话还没有录入）`;
  return general || humanWords.noContact;
}

export const editWords = {
  noLongerServed: '这条已经停用或更新了，请把问题再发一遍。',
  noSuchQuestion: (number: string) => `没有编号为 ${number} 的问题，请核对编号。`,
};

/** Why a row of the sheets 政策问答 and 本地标准 is refused. */
export const sheetWords = {
  badNumber: '编号只能用字母、数字和连字符，最多 32 位。',
  repeated: (first: number) => `编号与第 ${first} 行重复，一条问题只写一行。`,
  badDay: '日期请写成 2026-01-25 这样，不确定就留空。',
  endsBeforeStart: '失效日早于施行日。',
  unknownUnit: (code: string) => `没有编码为 ${code} 的单位，请先在“单位”里写上。`,
  unknownFact: (id: string) => `事实编号 ${id} 不在事实表里，请核对。`,
  unknownLocal: (code: string) => `${code} 不是本地标准编号，只有 LOC-01 到 LOC-37。`,
  tooLong: (most: number) => `太长，最多 ${most} 个字。`,
  secret: '这里像是涉密或内部材料，不能录入。',
};
