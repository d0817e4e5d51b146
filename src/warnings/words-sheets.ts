import { indicatorNames } from '../counts/window.ts';
import type { ValueProblem } from './rules/parameter-list.ts';
import { ruleNames } from './words.ts';

/** Titles of the parameters in the workbook, by their stable names. */
export const parameterTitles: Record<string, string> = {
  completeFrom: '数据齐全率下限（不低于 95%）',
  fromMonth: '从几月开始判定',
  'pace.note': '进度差提醒线（百分点）',
  'pace.warning': '进度差预警线（百分点）',
  'yearOnYear.note': '累计同比提醒线',
  'yearOnYear.warning': '累计同比预警线',
  'rising.note': '连续同比上升提醒（月数）',
  'rising.warning': '连续同比上升预警（月数）',
  quarterEnd: '季末占比提醒线',
  forecastFromMonth: '从几月开始用全年预测',
  'forecast.note': '全年预测提醒线（占控制线）',
  'forecast.warning': '全年预测预警线（占控制线）',
  unplanned: '计划外占比预警线',
  repeats: '季内几次提醒升预警',
  calmMonths: '几个月不触发降一级',
  coveredFrom: '整体到几级时并入单位提醒',
  offRules: '停用的规则',
  offIndicators: '停用的指标',
};

const problems: Record<ValueProblem, string> = {
  not_points: '请写百分点数，如 3。',
  not_percent: '请写百分数，如 5%。',
  not_count: '请写整数。',
  out_of_range: '这个数超出了能用的范围。',
  not_names: '',
};

export const sheetWords = {
  none: '无',
  unknownParameter: (title: string) => `没有“${title}”这个参数。导出工作簿可以看到全部参数名。`,
  badVersion: '版本最多 20 个字，不能有空格。',
  badMonth: '生效月份请写成 2026-07 这样。',
  twoMonths: (first: number) => `同一版本的生效月份要一样，这里和第 ${first} 行不同。`,
  repeated: (first: number) => `这个版本的这个参数与第 ${first} 行重复。`,
  frozen: (version: string) => `版本“${version}”已经在库里，不能改：过去的判定要按它解释。请换一个新版本号。`,
  notePastWarning: '提醒线不能高于预警线。',
  problem: (problem: ValueProblem, kind: 'rules' | 'indicators' | undefined) =>
    problem === 'not_names'
      ? `只能写：${(kind === 'rules' ? Object.values(ruleNames) : Object.values(indicatorNames)).join('、')}；没有就写“无”。`
      : problems[problem],
};
