import { rich } from '../../chat/rich.ts';
import { LONGEST } from './rules/check-cell.ts';
import type { TableProblem } from './rules/check-table.ts';

const reasons: Record<TableProblem['code'], (what: string) => string> = {
  missing: (title) => `要填${title}。`,
  empty: () => '这一行除了编号没有内容。',
  notANumber: () => '请填一个不小于 0 的数字。',
  notWhole: () => '请填整数。',
  tooSmall: (min) => `不能小于 ${min}。`,
  tooLarge: (max) => `不能大于 ${max}。`,
  notMoney: () => '金额要大于 0。',
  outside: (range) => `要在 ${range} 之内，写成 12% 或 12。`,
  badDay: () => '日期请写成 2026-01-25 这样，不确定就留空。',
  badTime: () => '时刻请写成 18:00 这样。',
  notAPhone: () => '请填电话号码。',
  notOffered: (options) => `只能填：${options}。`,
  tooLong: () => `太长，最多 ${LONGEST} 个字。`,
  barred: () => '这里像有涉密、内部材料内容或身份证号、银行账号，不能存。请删去后再存。',
  repeated: (first) => `和第 ${first} 行重复，一个只写一行。`,
  bandsBegin: (from) => `第一档要从 0 年起，现在从 ${from} 年起。`,
  bandsOverlap: (until) =>
    until
      ? `和上一档重叠：上一档到 ${until} 年为止，这一档就从 ${until} 年起。`
      : '上一档没有止年，只有最后一档的止年留空。',
  bandsGap: (range) => `${range} 年没有档，前后两档要接上。`,
  bandsBackwards: (from) => `止年要大于起年 ${from}。`,
  bandsEnd: (until) => `${until} 年以上没有档，最后一档的止年请留空。`,
};

/** What is said to those who enter and confirm local standards. */
export const figureWords = {
  problem: ({ code, what }: Pick<TableProblem, 'code' | 'what'>) => reasons[code](what),
  unknown: (code: string) => `没有编号为“${code}”的本地标准，只有 LOC-01 到 LOC-37。请回到列表查找。`,
  unknownUnit: (code: string) => `没有编码为“${code}”的单位，请回到列表另选。`,
  unknownRevision: '没有这一版，或它不在您的管理范围内。请回到列表查找。',
  beyond: '这张表不归您所在的县区管。全市通用的由市里录，各县区只录本县区单位自己的。',
  otherOffice: (office: string) =>
    `这张表由${office}的政策编辑、政策审核办理。要改请找他们，或找统筹员、系统管理员。`,
  stale:
    '您打开以后，别人已经改了这张表。您这一份没有存下，也没有覆盖别人的；您填的都还在，请对照新表补上再存。',
  unchanged: '和现在用的一样，没有要改的。',
  emptied: '一行也没有填。要停用整张表，请把理由告诉系统管理员，用工作簿导入办理。',
  invalid: '表里还有要改的地方，没有存下。',
  waiting: (name: string) => `${name}提出的修改还在等人确认，请先确认或退回那一份，再提新的。`,
  somebody: '同事',
  notWaiting: '这一份已经有人办过了，请刷新后看最新情况。',
  ownWork: '自己提出的修改要由另一个人确认。请找一位政策审核、政策编辑或系统管理员。',
  personOnly: '确认要由本人点，不能由程序代办。',
  overtaken: '这一份提出以后，现在用的表又变了（多半是导入了工作簿），不能再确认。请提出人对照新表重新提。',
  reasonMissing: '请写一句理由，对方才知道怎么改。',
  reasonTooLong: (most: number) => `太长，最多 ${most} 个字。`,
  reasonBarred: '这里像有涉密内容或身份证号，不能存。请删去后再存。',
} as const;

/** Names of recalculated examples. */
export const exampleWords = {
  years: (years: number) => `在乡镇 ${years} 年`,
  township: (place: string) => `在${place} 9 年`,
  several: '先在一个乡镇 6 年、又在另一个乡镇 3 年，算几年',
  post: (post: string) => `${post}增发绩效`,
  level: (level: string) => `${level}，基本报酬 2000 元，增发`,
  ceiling: '经营性收入 100000 元，奖励资金最多提',
  step: (step: string, start: string) => `${start} 起，${step}最晚哪天办完`,
  none: '没有录入',
  gap: '答“还没有录入”',
  notComputed: '算不出来',
  noCalendar: (year: number) => `${year} 年放假安排还没录入，不猜`,
  plain: (text: string) => rich`${text}`,
} as const;
