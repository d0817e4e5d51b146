import { type Rich, rich } from '../../chat/rich.ts';
import { dateText, dayText } from '../../chat/words.ts';
import type { Day } from '../../kernel/day.ts';

/** Why a draft is sent back; each is a rule that its author can look up. */
export const returnReasons = {
  length: '篇幅超过要求',
  copied: '照抄照转、创新比例不够',
  unplanned: '没有列入发文计划',
  needless: '已有文件明确过，不必另发',
  reporting: '要求报送落实情况或制定配套文件',
  form: '文种、格式、行文关系不对',
  legality: '没有经过合法性审核或会签',
  other: '其他',
} as const;

export type ReturnReason = keyof typeof returnReasons;

export const returnWords = {
  command: ['退文', '退文台账'],
  help: '退文的原因和再报情况；核稿岗在这里登记',
  title: '退文台账',
  ownTitle: '本单位的退文',
  formTitle: '登记退文',
  formHint: '只记哪份、什么原因、哪天退的，填好点“登记”。',
  unit: '拟稿单位',
  docTitle: '文稿标题',
  reason: '原因',
  day: '退回日',
  register: '登记',
  add: '登记退文',
  none: '今年没有退文。',
  sums: (count: number, open: number): Rich => rich`今年退文 **${count} 件**，其中 ${open} 件还没有再报。`,
  sum: (reason: ReturnReason, count: number): Rich => rich`- ${returnReasons[reason]} ${count} 件`,
  line: (title: string, unit: string, day: Day, reason: ReturnReason, again: Day): Rich =>
    rich`**${title}**\n${unit ? `${unit}，` : ''}${dayText(day)}退回：${returnReasons[reason]}${again ? `，${dayText(again)}已再报` : ''}`,
  more: (count: number): Rich => rich`还有 ${count} 件，可在下面选。`,
  pick: '选一件来办',
  open: '打开',
  again: '今天再报了',
  strike: '登记错了，去掉',
  strikeSure: '从台账里去掉，记录保留。',
  back: '返回台账',
  itemTitle: '退文',
  ask: '为什么退、怎么改，可以直接问我，比如“专项文件多少字以内”。',
  struck: '已从台账里去掉',
  returned: (day: Day) => `退回日 ${dateText(day)}`,
};

export const returnAnswers = {
  registered: '已登记。',
  known: '这件已经登记过了。',
  again: '已记为再报。',
  struck: '已去掉，记录保留。',
  noUnit: '退文由两办核稿岗登记；联络员看本单位的。您目前没有这些岗位。',
  notReviewer: '退文由同级两办核稿岗登记，您只能查看。',
  notFound: '这件找不到了，请发“退文”重新打开。',
  future: '退回日还没到',
  notOffered: '拟稿单位请重新选',
};
