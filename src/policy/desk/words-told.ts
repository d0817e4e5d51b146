import { type Rich, rich } from '../../chat/rich.ts';
import { dateText } from '../../chat/words.ts';

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
  expiringTitle: '有问答快到期，请复核',
  expiringSummary: (count: number) => `您负责的问答有 ${count} 条快到期或该复核`,
  ends: (day: string) => `依据的文件有效期到${dateText(day)}。`,
  checkDue: (day: string) => `约定${dateText(day)}前再看一遍。`,
  edit: '改有效期或内容',
  expiringMore: (count: number) => `还有 ${count} 条，请在电脑上看。`,
  expiringNote:
    '每条到期前只提醒这一次。到期没有延续的，试行文件会在答复前加一句“原办法已到期”，其他的不再用来答复。',
  change: (number: string) => `改 ${number}`,
};
