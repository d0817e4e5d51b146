import type { Ask, Calculation, CalculatorName, Field, Problem } from './rules/index.ts';
import { allowanceLines, unclearTableLines, yearsLines } from './words-allowance.ts';
import { halfEndLines, reportDayLines, workdaysLines } from './words-dates.ts';
import { lengthLines } from './words-documents.ts';
import { changeLines, ownUnitLines, paceLines, reverseLines } from './words-plan.ts';
import { groupsLines, meanLines, promotedLines, trainedLines } from './words-record.ts';
import { ceilingLines, ceilingReversedLines, supplementLines } from './words-village.ts';
import type { WorkedOut } from './worked-out.ts';

/** A calculation in words. */
export function workedOut(result: Calculation): WorkedOut {
  switch (result.kind) {
    case 'allowance':
      return allowanceLines(result);
    case 'unclear_table':
      return unclearTableLines(result);
    case 'years':
      return yearsLines(result);
    case 'ceiling':
      return ceilingLines(result);
    case 'ceiling_reversed':
      return ceilingReversedLines(result);
    case 'supplement':
      return supplementLines(result);
    case 'workdays':
      return workdaysLines(result);
    case 'length':
      return lengthLines(result);
    case 'report_day':
      return reportDayLines(result);
    case 'half_end':
      return halfEndLines(result);
    case 'change':
      return changeLines(result);
    case 'reverse':
      return reverseLines(result);
    case 'pace':
      return paceLines(result);
    case 'mean':
      return meanLines(result);
    case 'trained':
      return trainedLines(result);
    case 'groups':
      return groupsLines(result);
    case 'promoted':
      return promotedLines(result);
    case 'own_unit':
      return ownUnitLines(result);
  }
}

interface FieldWords {
  question: string;
  label: string;
  hint: string;
}

const FIELD_WORDS: Record<Field, FieldWords> = {
  years: {
    question: '在乡镇一共工作了多少年？',
    label: '在乡镇工作的年限',
    hint: '比如 9年半、八年零三个月',
  },
  income: { question: '一年的集体经济经营性收入是多少？', label: '经营性收入', hint: '比如 46万，或 460000' },
  pay: { question: '每月的基本报酬是多少？', label: '每月基本报酬（元）', hint: '比如 2600' },
  start: { question: '从哪一天起算？', label: '起算日', hint: '比如 2026-03-02' },
  days: { question: '办法规定几个工作日？', label: '工作日数', hint: '比如 30' },
  step: { question: '是哪个环节的时限？', label: '环节', hint: '' },
  count: { question: '文件一共多少字？', label: '字数', hint: '看 WPS 或 Word 左下角，比如 4300' },
  plan: { question: '全年计划是多少？', label: '年计划数', hint: '比如 60' },
  done: { question: '到现在一共有多少？', label: '累计数', hint: '比如 34' },
  now: { question: '今年这一期是多少？', label: '本期数', hint: '比如 18' },
  before: { question: '上年同期是多少？', label: '上年同期数', hint: '没有就填 0' },
};

const PROBLEMS: Record<Problem, (typed: string) => string> = {
  unreadable: (typed) => `“${typed}”看不出是多少，请只写一个数。`,
  negative: (typed) => `“${typed}”是负数，这里要填大于零的数。`,
  zero: (typed) => `“${typed}”是零，算不出来，请核对。`,
  fraction: (typed) => `“${typed}”不是整数，这里要填整数。`,
  too_small: (typed) => `“${typed}”太小了，像是漏写了“万”；请写清是多少元还是多少万。`,
  too_large: (typed) => `“${typed}”太大了，像是多打了几位，请核对。`,
  not_a_day: (typed) => `“${typed}”不是日历上的日期，请重新选。`,
  too_many_years: (typed) => `“${typed}”比人一辈子的工龄还长，请核对年限。`,
};

const TITLES: Record<CalculatorName, string> = {
  allowance: '乡镇工作补贴测算',
  years: '乡镇工作年限怎么算',
  ceiling: '村干部奖励资金上限',
  supplement: '增发绩效奖金测算',
  workdays: '按工作日推算时限',
  length: '文件篇幅核对',
  half_end: '走访、谈话最晚哪天',
  report_day: '当月的数最晚哪天报',
  record: '按已有的数计算',
  change: '同比测算',
  reverse: '由百分比倒推',
  pace: '计划进度测算',
  own_unit: '本单位的计划和进度',
};

export const calculatorWords = {
  command: ['算账', '计算器'],
  help: '补贴、20%、增发、工作日、字数、进度，点一个就算',
  menuTitle: '算哪一个？',
  menu: '也可以一句话直接问，比如“经营性收入46万能提多少”。',
  title: (name: CalculatorName) => TITLES[name],
  field: (field: Field) => FIELD_WORDS[field],
  problem: ({ problem, typed = '' }: Ask) => (problem ? PROBLEMS[problem](shortened(typed)) : ''),
  /** Groups get no forms: whoever reads along has nothing to fill in. */
  inGroup: (field: Field) => `缺${FIELD_WORDS[field].label}。请连同这个数把问题再说一遍，或到单聊里算。`,
  /** On the lock screen. */
  line: (title: string, text: string) => `${title}：${text}`,
  submit: '算一下',
  tooFew: '还差这一个数，请先填上。',
  asThen: (said: string) => `您问的是“${shortened(said)}”，下面按当时的标准算，现在可能已经变了。`,
  onlyNow: (said: string) =>
    `您问的是“${shortened(said)}”。那时的标准没有录入，下面按现行的算，不能当作当时的数。`,
  noCalendarTitle: '这一年的放假安排还没有',
  noCalendar: (year: number) =>
    `要算到 ${year} 年，那一年的放假调休安排还没有公布或没有录入，所以哪天到期定不了，我不猜。待放假表导入后再问。`,
};

function shortened(typed: string): string {
  return typed.length > 20 ? `${typed.slice(0, 20)}…` : typed;
}
