import { addDays, type Day, dayOf, timeOf, weekdayOf } from '../../src/kernel/day.ts';

/**
 * The State Council's notice for 2026, written down a second time: what is checked must not come from the calendar that
 * the product itself uses.
 */
const OFF: readonly [Day, Day][] = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
];
const WORKED = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];

/** Facts SY-04. */
const HOURS = [
  ['08:30', '12:00'],
  ['14:30', '18:00'],
] as const;

export function isWorkday(day: Day): boolean {
  if (WORKED.includes(day)) return true;
  return weekdayOf(day) <= 5 && !OFF.some(([from, to]) => day >= from && day <= to);
}

export function isWorkingTime(at: number): boolean {
  const time = timeOf(at);
  return isWorkday(dayOf(at)) && HOURS.some(([from, to]) => time >= from && time < to);
}

/** The day itself or the next workday. */
export function workdayFrom(day: Day): Day {
  return isWorkday(day) ? day : workdayFrom(addDays(day, 1));
}

/** The n-th workday of a month, n from 1. */
export function nthWorkday(month: string, n: number): Day {
  let day = workdayFrom(`${month}-01`);
  for (let left = n; left > 1; left--) day = workdayFrom(addDays(day, 1));
  return day;
}

export function monthAfter(month: string): string {
  return addDays(`${month}-28`, 4).slice(0, 7);
}

export const MONTHS = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`);
