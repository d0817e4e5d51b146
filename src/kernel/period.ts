import type { Day } from './day.ts';

/** `2026-10`. */
export type Month = string;
/** `2026-H2`. */
export type Half = string;
/** `2026-Q4`. */
export type Quarter = string;

export function isMonth(text: string): boolean {
  return /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(text);
}

export function isHalf(text: string): boolean {
  return /^[12]\d{3}-H[12]$/.test(text);
}

export function isQuarter(text: string): boolean {
  return /^[12]\d{3}-Q[1-4]$/.test(text);
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

export function yearOf(period: string): number {
  return Number(period.slice(0, 4));
}

/** 1 … 12. */
export function monthNumber(month: Month): number {
  return Number(month.slice(5, 7));
}

export function monthFrom(year: number, number: number): Month {
  return `${year}-${String(number).padStart(2, '0')}`;
}

export function addMonths(month: Month, count: number): Month {
  const total = yearOf(month) * 12 + monthNumber(month) - 1 + count;
  return monthFrom(Math.floor(total / 12), (total % 12) + 1);
}

/** January up to and including this month. */
export function monthsThrough(month: Month): Month[] {
  const year = yearOf(month);
  return Array.from({ length: monthNumber(month) }, (_, i) => monthFrom(year, i + 1));
}

export function firstDay(month: Month): Day {
  return `${month}-01`;
}

export function lastDay(month: Month): Day {
  const last = new Date(Date.UTC(yearOf(month), monthNumber(month), 0)).getUTCDate();
  return `${month}-${String(last).padStart(2, '0')}`;
}

export function halfOf(day: Day): Half {
  return `${day.slice(0, 4)}-H${day.slice(5, 7) <= '06' ? 1 : 2}`;
}

export function quarterOf(month: Month): Quarter {
  return `${month.slice(0, 4)}-Q${Math.ceil(monthNumber(month) / 3)}`;
}

/** The months of a month, quarter, half or year. */
export function monthsOf(period: string): Month[] {
  const year = yearOf(period);
  if (isMonth(period)) return [period];
  const [first, count] = isQuarter(period)
    ? [(Number(period.slice(6)) - 1) * 3 + 1, 3]
    : isHalf(period)
      ? [period.endsWith('H1') ? 1 : 7, 6]
      : [1, 12];
  return Array.from({ length: count }, (_, i) => monthFrom(year, first + i));
}

/** 30 June or 31 December. */
export function halfEnd(half: Half): Day {
  return `${half.slice(0, 4)}-${half.endsWith('H1') ? '06-30' : '12-31'}`;
}
