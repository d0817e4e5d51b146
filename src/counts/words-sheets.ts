import type { CountProblem } from '../kernel/number.ts';
import { MAX_COUNT } from '../kernel/number.ts';
import type { Month } from '../kernel/period.ts';

const countProblems: Record<CountProblem, string> = {
  empty: '没有填数',
  'not-a-number': '不是数字',
  fraction: '要填整数',
  negative: '不能是负数',
  'too-large': `太大，最多 ${MAX_COUNT}`,
};

/** Why a row of a sheet is refused. */
export const sheetWords = {
  unknownUnit: (code: string) => `没有编码为“${code}”的单位，请先在“单位”表登记`,
  badIndicator: '指标只能写：发文、会议、督查检查考核',
  badMode: '填法只能写：逐件、只报数',
  badMonth: '月份请写成 2026-07 这样',
  otherOriginal: (known: number) => `原计划已录为 ${known}，不能改。计划有调整，请改“计划数”。`,
  badYear: '年份请写四位数，如 2026',
  badCount: (problem: CountProblem) => countProblems[problem],
  needsReason: '乡镇、村默认不填报；确需填报，请写明理由和省级平台无此项',
  twoModes: '同一单位只能选一种填法',
  repeated: (first: number) => `与第 ${first} 行重复`,
  exceeds: (part: string) => `${part}不能比数量还多`,
  unknownVersion: (version: string) => `“口径”表里没有版本“${version}”`,
  sameMonth: (month: Month, version: string) => `${month}已有版本“${version}”生效，一个月只能有一个口径`,
};
