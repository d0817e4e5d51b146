import type { Month } from '../../kernel/period.ts';
import { monthText } from '../words.ts';

/** Why a row of registered items is refused, be it of the workbook or of an office-automation export. */
export const itemReasons = {
  badDay: '日期请写成 2026-06-12 这样',
  badKind: (kinds: readonly string[]) => `类型只能写：${kinds.join('、')}`,
  badReach: '发至只能写：县区、乡镇、村，或者空着',
  badTick: '只能写“是”或“否”，或者空着',
  badParts: '含项数要写整数，最少是 1',
  secret: '这里像是涉密文件。涉密文件不在系统登记，由保密渠道线下合计，请删去这一行',
  identity: '这里像是身份证号。系统不收身份证号，请删去',
  notItems: (month: Month) =>
    `这个单位${monthText(month)}不是逐件登记。要逐件登记，请先在“填报名单”里把填法改成“逐件”，从下个月起换`,
  otherTitle: (first: number) => `文号与第 ${first} 行相同，标题不同，请核对文号`,
  knownOtherTitle: (title: string) => `这个文号已登记为《${title}》，标题不同，请核对文号`,
  tooLong: (max: number) => `太长，最多 ${max} 个字`,
  /** Of an export as a whole. */
  noHeading: '找不到标题行。表里要有标题（或会议名称）和日期两列，列名如：文号、标题、印发日期。',
  formula: '这一格是公式或出错的公式，请先改成数值或文字',
};

export const cellWordsFor = { missing: (title: string) => `“${title}”不能空着` };
