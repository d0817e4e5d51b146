import { type Rich, rich } from '../../chat/rich.ts';

/** The weekly digest of what could not be answered, and what becomes of it. */
export const missWords = {
  title: '上周没答上来的问题',
  summary: (groups: number) => `上周没答上来的问题：您负责的有 ${groups} 个`,
  intro: (groups: number): string =>
    `您负责的内容里，大家最想知道的有 ${groups} 个（已去掉提问人，意思相近的合在一起）：`,
  line: (text: string, times: number): Rich => rich`**${text}**　问过 ${times} 次`,
  draft: '新建条目草稿',
  assign: '归入某条目',
  waiting: (count: number) => `另有 ${count} 个转人工的问题等您答复，发“待答问题”查看。`,
  note: '草稿审核、发布以后才会用来答复。不处理也可以，没人再问的过后不再列出。',
  below: '请看下面一条消息。',
  handled: '这个问题已经处理过了。',
  gone: '这个问题已不在清单里。',
};

export const draftWords = {
  command: ['新增问答'],
  help: '写一条问答草稿，审核发布后用来答复',
  title: '新建条目草稿',
  question: '标准问题',
  answer: '答复',
  answerHint: '先说结论，再说依据和日期，最后说找谁；约 200 字',
  document: '依据文件（可不填）',
  documentHint: '文件名、文号、条款',
  save: '存为草稿',
  saved: (number: string) => `已存为草稿，编号 ${number}。`,
  savedTitle: '草稿已保存',
  next: '草稿经另一人审核、发布后才会用来答复。',
  barred: '内容里像有涉密内容或身份证号，不能存。请删去后再存，已填的内容都还在。',
  assignTitle: '归入哪个条目？',
  assign: (text: string): Rich => rich`**${text}**\n点一下最合适的条目，这句话就作为它的相似问法存入草稿：`,
  nothingNear: (text: string): Rich => rich`**${text}**\n没有挨得近的条目，请新建条目草稿。`,
  assignedTitle: '已归入',
  assigned: (question: string, phrase: string): Rich =>
    rich`“${phrase}”已存入草稿，作为这一条的相似问法：\n${question}`,
  known: (question: string): Rich => rich`这一条已经有这个问法，不用再加：\n${question}`,
  noEntry: '没有这个条目，可能已经停用。请另选一个。',
};
