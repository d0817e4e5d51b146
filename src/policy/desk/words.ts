import { dateText } from '../../chat/words.ts';
import { dayOf, timeOf } from '../../kernel/day.ts';
import { fieldNames } from '../words-fields.ts';
import type { Problem } from './rules/problems.ts';

const reasons: Record<Problem['code'], (what: string) => string> = {
  missing: () => '没有填。',
  tooLong: (most) => `太长，最多 ${most} 个字。`,
  badDay: () => '日期请写成 2026-01-25 这样，不确定就留空。',
  endsBeforeStart: () => '失效日早于施行日。',
  barred: () => '这里像有涉密、内部材料内容或身份证号、银行账号，不能存。请删去后再存。',
  unknownUnit: (code) => `没有编码为 ${code} 的单位，请先在“单位”里写上。`,
  unknownFact: (id) => `事实编号 ${id} 不在事实表里，请核对。`,
  unknownLocal: (code) => `${code} 不是本地标准编号，只有 LOC-01 到 LOC-37。`,
  alsoLike: (phrase) => `“${phrase}”同时写在相似问法里，请只留一处。`,
  unknownSuccessor: (number) => `没有编号为 ${number} 的另一条问题，替代编号要写新条目的编号。`,
  replacedWithoutEnd: () => '写了替代编号，就要写这一条的失效日。',
};

const moment = (at: number) => `${dateText(dayOf(at))} ${timeOf(at)}`;

/** What is said to editors and reviewers of entries. */
export const deskWords = {
  problem: ({ code, what }: Problem) => reasons[code](what),
  problems: (problems: readonly Problem[]) =>
    `没有存下，请改这几处（已填的内容都还在）：${problems
      .map(({ field, code, what }) => `${fieldNames[field]}：${reasons[code](what)}`)
      .join('')}`,
  notReady: (problems: readonly Problem[]) =>
    `还不能送审，请先改这几处：${problems
      .map(({ field, code, what }) => `${fieldNames[field]}：${reasons[code](what)}`)
      .join('')}`,

  beyond: '这一条不归您所在的县区管。通用条目由市里的编辑改，各县区只改本县区自己的条目。',
  unknown: (number: string) => `没有编号为 ${number} 的条目，请核对编号。`,
  unknownRevision: (number: string, revision: number) => `${number} 没有第 ${revision} 版，请刷新后再看。`,

  somebody: '工作簿导入',
  changedMeanwhile: (name: string, at: number, revision: number) =>
    `${name}已在 ${moment(at)}存了第 ${revision} 版，您这一份没有存下，也没有覆盖别人的。您填的内容都还在：请对照新版补上再存。`,
  notNewest: (newest: number) => `后面已有第 ${newest} 版，请送最新的一版。`,
  nothingChanged: '这一版和正在用的一样，不用送审。',
  alreadyWaits: '这一版已经有人送审，或者已有结果。请刷新后再看。',
  alreadyPublished: '这一版已经发布，不用送审。',

  notSubmitted: '这一版没有在等审核，可能还是草稿。',
  wasReturned: '这一版已经退回，改好再送后才能审。',
  wasApproved: '这一版已经通过并发布了。',
  superseded: (revision: number) => `之后又送审了第 ${revision} 版，请审那一版。`,
  supersededBefore: '之后又送审过更新的一版，这一版不用再审。',
  overtaken: (revision: number) =>
    `正在用的是更新的第 ${revision} 版，这一版不能再发布。请编辑在最新的一版上改。`,
  ownWork: '自己写的、自己送审的不能自己审，请另一位政策审核来审。',
  personOnly: '发布要由一位政策审核本人点，不能由程序代办。',
  stale: '这期间有别的条目发布或停用了，影响和您看到的不一样。请再看一遍影响，然后发布。',
  signTooLong: (most: number) => `签批号太长，最多 ${most} 个字。`,
  reasonMissing: '请写一句理由，对方才知道怎么改。',
  reasonTooLong: (most: number) => `太长，最多 ${most} 个字。`,
  reasonBarred: '这里像有涉密内容或身份证号，不能存。请删去后再存。',

  neverPublished: '这一条没有发布过，不用停用；草稿不会用来答复。',
  notPublished: '这一条现在没有在用，不用复核。',
  pendingChanges: (revision: number) =>
    `这一条还有没发布的修改（第 ${revision} 版），请在那一版里一起改有效期。`,
  endedCannotStay: (until: string) =>
    `依据的文件有效期到${dateText(until)}，已经过了，不能按“没有变化”复核。请写延长后的失效日，或换成新条目。`,
  reviewPast: '下次复核的日期要在今天之后。',
  sameEnd: '失效日没有变，按“没有变化”复核就行。',
  successorNotServed: (number: string) => `${number} 还没有发布，不能用它替代。请先发布新条目。`,
  badTrialDay: '日期请写成 2026-01-25 这样。',
  unknownTrialUnit: (code: string) => `没有编码为 ${code} 的单位。`,
  replacedItself: '不能用自己替代自己，请写新条目的编号。',
};
