import { type Rich, rich } from '../../chat/rich.ts';

/** Messages between editors and reviewers. */
export const toldWords = {
  submittedTitle: '有一条问答等您审核',
  submittedSummary: (question: string) => `等您审核：${question}`,
  entry: (number: string, question: string): Rich => rich`**${question}**（${number}）`,
  remark: (text: string): Rich => rich`送审说明：${text}`,
  look: '去审核',
  review: '待审',

  publishedTitle: '您的问答已发布',
  publishedSummary: (question: string) => `已发布：${question}`,
  live: '现在提问就能用到。',
  returnedTitle: '您的问答退回修改',
  returnedSummary: (question: string) => `退回修改：${question}`,
  reason: (text: string): Rich => rich`退回理由：${text}`,
  goOn: '接着改',
  change: (number: string) => `改 ${number}`,
};
