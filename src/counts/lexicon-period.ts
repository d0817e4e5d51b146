import { isHalf, isMonth, isQuarter, type Month, monthFrom } from '../kernel/period.ts';

const NUMERALS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4 };

/** 统计 2026-05, 统计5月, 月报2026年5月. Nothing else that begins so: 统计口径是什么 is a question. */
export const statisticsPattern = /^(?:统计|月报)\s*((?:20\d{2}\s*[-年./]\s*)?\d{1,2}\s*月?份?)$/;

/** 盘点 2026-Q2, 盘点二季度, 盘点 2026年上半年, 盘点 2025. */
export const reviewPattern =
  /^盘点\s*((?:20\d{2}\s*[-年./]?\s*)(?:[QqHh][1-4]|第?[1-4一二三四]季度?|[上下]半年|全年|年度)?|第?[1-4一二三四]季度?|[上下]半年)$/;

/** A period as people write it; a quarter, half or month without a year is the newest one that has begun. */
export function readPeriod(text: string, today: Month): string | undefined {
  const said = text.replace(/\s+/g, '').replace(/[。．.!！]$/, '');
  const coded = said.toUpperCase();
  if (isMonth(coded) || isQuarter(coded) || isHalf(coded) || /^20\d{2}$/.test(coded)) return coded;
  const [, stated, rest = ''] = /^(?:(20\d{2})[-年./])?(.*)$/.exec(said) ?? [];
  const thisYear = Number(today.slice(0, 4));
  const period = (year: number): { code: string; from: Month } | undefined => {
    const month = /^(1[0-2]|0?[1-9])月?(?:份)?$/.exec(rest)?.[1];
    if (month) return { code: monthFrom(year, Number(month)), from: monthFrom(year, Number(month)) };
    const quarter = /^第?([1-4一二三四])季度?$/.exec(rest)?.[1];
    if (quarter) {
      const number = NUMERALS[quarter] ?? Number(quarter);
      return { code: `${year}-Q${number}`, from: monthFrom(year, number * 3 - 2) };
    }
    const half = /^([上下])半年$/.exec(rest)?.[1];
    if (half)
      return { code: `${year}-H${half === '上' ? 1 : 2}`, from: monthFrom(year, half === '上' ? 1 : 7) };
    return rest === '' || /^(?:全年|年度)$/.test(rest)
      ? { code: String(year), from: monthFrom(year, 1) }
      : undefined;
  };
  if (stated) return period(Number(stated))?.code;
  if (rest === '') return undefined;
  const current = period(thisYear);
  return current && current.from > today ? period(thisYear - 1)?.code : current?.code;
}
