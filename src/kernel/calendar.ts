import { addDays, type Day, weekdayOf } from './day.ts';
import { CalendarGap } from './errors.ts';
import { firstDay, lastDay, type Month, yearOf } from './period.ts';

/** Days that differ from the plain Monday-to-Friday week, per covered year. */
export interface CalendarData {
  /** Years for which the State Council's holiday notice has been entered. */
  years: Iterable<number>;
  /** Days off by notice (weekends need not be listed). */
  rest: Iterable<Day>;
  /** Weekend days worked by notice (补班). */
  work: Iterable<Day>;
}

export interface Calendar {
  covers(year: number): boolean;
  /** @throws CalendarGap when the year has no holiday data; so do all functions below. */
  isWorkday(day: Day): boolean;
  /** The day itself if it is a workday, else the next one. */
  onOrAfter(day: Day): Day;
  /** The day itself if it is a workday, else the one before. */
  onOrBefore(day: Day): Day;
  /** The n-th workday after (n > 0) or before (n < 0) the day; the day itself does not count. */
  addWorkdays(day: Day, n: number): Day;
  lastWorkday(month: Month): Day;
  /** The n-th workday of a month, n from 1; may run into later months. */
  nthWorkday(month: Month, n: number): Day;
  /** Workdays from `from` to `to`, both included. */
  countWorkdays(from: Day, to: Day): number;
  /** Share of the year's workdays that lie in January … `month`, in (0, 1]. */
  elapsedShare(month: Month): number;
}

export function createCalendar(data: CalendarData): Calendar {
  const years = new Set(data.years);
  const rest = new Set(data.rest);
  const work = new Set(data.work);

  function isWorkday(day: Day): boolean {
    const year = yearOf(day);
    if (!years.has(year)) throw new CalendarGap(year);
    return work.has(day) || (weekdayOf(day) <= 5 && !rest.has(day));
  }

  function step(day: Day, direction: 1 | -1): Day {
    let current = day;
    while (!isWorkday(current)) current = addDays(current, direction);
    return current;
  }

  function addWorkdays(day: Day, n: number): Day {
    const direction = n < 0 ? -1 : 1;
    let current = day;
    for (let left = Math.abs(n); left > 0; left--) current = step(addDays(current, direction), direction);
    return current;
  }

  function countWorkdays(from: Day, to: Day): number {
    let count = 0;
    for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkday(day)) count++;
    return count;
  }

  return {
    covers: (year) => years.has(year),
    isWorkday,
    onOrAfter: (day) => step(day, 1),
    onOrBefore: (day) => step(day, -1),
    addWorkdays,
    lastWorkday: (month) => step(lastDay(month), -1),
    nthWorkday: (month, n) => addWorkdays(addDays(firstDay(month), -1), n),
    countWorkdays,
    elapsedShare(month) {
      const year = yearOf(month);
      return countWorkdays(`${year}-01-01`, lastDay(month)) / countWorkdays(`${year}-01-01`, `${year}-12-31`);
    },
  };
}
