import { rich } from '../../chat/rich.ts';
import { dateText, dayText } from '../../chat/words.ts';
import { type Day, weekdayOf } from '../../kernel/day.ts';
import { monthNumber, yearOf } from '../../kernel/period.ts';
import type { HalfEnd } from './rules/half-end.ts';
import type { ReportDay } from './rules/report-day.ts';
import type { Workdays } from './rules/workdays.ts';
import { listed } from './words-numbers.ts';
import type { WorkedOut } from './worked-out.ts';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

const weekday = (day: Day) => `周${WEEKDAYS[weekdayOf(day) - 1]}`;
const withWeekday = (day: Day) => `${dayText(day)}（${weekday(day)}${weekdayOf(day) > 5 ? '，补班' : ''}）`;

const HOLIDAYS = '国务院办公厅公布的放假调休安排';

const TOPICS: Record<Workdays['topic'], { title: string; basis: string; office: string; final: string }> = {
  tolerance: {
    title: '容错程序的时限测算',
    basis: '市里典型材料介绍的容错实施办法只写了环节，天数以本地办法为准',
    office: '纪委监委、组织部',
    final: '以纪委监委、组织部门核定为准。',
  },
  clarifying: {
    title: '澄清的时限测算',
    basis: '天数以本地澄清办法为准',
    office: '纪委监委',
    final: '以纪委监委核定为准。',
  },
  other: { title: '工作日推算', basis: HOLIDAYS, office: '', final: '以办理单位的通知为准。' },
};

export function workdaysLines(result: Workdays): WorkedOut {
  const { topic, step, start, days, backwards, due, off, worked } = result;
  return {
    ...TOPICS[topic],
    lines: [
      rich`**${backwards ? '最晚' : '到'} ${dateText(due)}（${weekday(due)}）**`,
      ...(step ? [`本地时限：${step} ${days} 个工作日`] : []),
      `${dateText(start)}（${weekday(start)}）${backwards ? '−' : '＋'} ${days} 个工作日 ＝ ${dateText(due)}（${weekday(due)}），${backwards ? '往前' : '往后'}数，当天不算。`,
      ...(off.length > 0 ? [`中间放假不算：${listed(off.map(withWeekday), 8)}`] : []),
      ...(worked.length > 0 ? [`周末补班要算：${worked.map(withWeekday).join('、')}`] : []),
      `按${HOLIDAYS}推算。${topic === 'other' || step ? '' : `${days} 个工作日是您说的，天数以本地办法为准。`}`,
    ],
  };
}

export function reportDayLines({ month, workdays }: ReportDay): WorkedOut {
  const due = workdays.at(-1) ?? '';
  const days = workdays.map((day, i) => `第 ${i + 1} 个 ${withWeekday(day)}`).join('，');
  return {
    title: `${yearOf(month)} 年 ${monthNumber(month)} 月的数最晚哪天报`,
    basis: `本机器人的默认设置：次月第 3 个工作日下班前；${HOLIDAYS}`,
    office: '两办',
    final: '以两办定的截止为准，任务卡上写着本单位的截止时间。',
    lines: [
      rich`**最晚 ${dateText(due)}（${weekday(due)}${weekdayOf(due) > 5 ? '，补班' : ''}）下班前**`,
      `次月第 ${workdays.length} 个工作日 ＝ ${dayText(due)}：${days}。这是默认规则。`,
    ],
  };
}

export function halfEndLines({ half, day, lastWorkday }: HalfEnd): WorkedOut {
  const name = half.endsWith('H1') ? '上半年' : '下半年';
  return {
    title: `${yearOf(half)} 年${name}走访、谈话最晚哪天`,
    basis: '',
    office: '组织部',
    final: '以组织部门的设置为准。',
    lines: [
      rich`**最晚 ${dateText(day)}（${weekday(day)}）**`,
      `${yearOf(half)} 年${name}的最后一天 ＝ ${dayText(day)}（${weekday(day)}）`,
      '每半年至少一次调研走访、一次谈心谈话，两样都要有，缺哪样补哪样。',
      ...(lastWorkday && lastWorkday !== day
        ? [`那天不是工作日，前一个工作日是 ${dayText(lastWorkday)}（${weekday(lastWorkday)}）。`]
        : []),
    ],
  };
}
