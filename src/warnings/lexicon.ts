import { indicatorOf } from '../counts/window.ts';

/** 暂停提示 市教育局 发文 到2026-09-30 机构改革集中发文 */
export const silencePattern = /^暂停提示[\s，,：:]*(.+)$/s;

/** 预警预演 2025, 预演预警规则 2025年 版本2. */
export const rehearsePattern = /^(?:预警预演|预演预警规则)\s*(20\d{2})\s*年?\s*(?:版本\s*(\S+))?$/;

export interface SilenceWish {
  unit: string;
  indicator: string;
  until: string;
  reason: string;
}

/** What is said of unit, indicator, end and reason; whatever is missing stays empty and is asked for by the form. */
export function silenceWish(said: string): SilenceWish {
  const wish: SilenceWish = { unit: '', indicator: '', until: '', reason: '' };
  const rest: string[] = [];
  for (const word of said.split(/\s+/).filter(Boolean)) {
    const day = /^(?:到|至)?(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(word);
    if (day) wish.until = [day[1], day[2]?.padStart(2, '0'), day[3]?.padStart(2, '0')].join('-');
    else if (indicatorOf(word)) wish.indicator = word;
    else if (wish.unit === '' && rest.length === 0 && !wish.until) wish.unit = word;
    else rest.push(word);
  }
  return { ...wish, reason: rest.join(' ') };
}
