import type { Calendar } from '../../kernel/calendar.ts';
import { addDays, type Day, instantAt } from '../../kernel/day.ts';
import { type Half, halfEnd, halfOf, yearOf } from '../../kernel/period.ts';

/** Natural days before the end of the half-year (measures 58, 59). */
export const LEAD_DAYS = [60, 30, 15, 7] as const;

export type LeadDays = (typeof LEAD_DAYS)[number];

export interface Reminder {
  half: Half;
  lead: LeadDays;
  /** Moved back to a workday (domain 6). */
  day: Day;
  /** When the next reminder replaces it, or the half-year ends: useless from then on, ms UTC. */
  until: number;
}

/** The four reminders of a half-year, in time. @throws CalendarGap */
export function remindersOf(half: Half, calendar: Calendar): Reminder[] {
  const days = LEAD_DAYS.map((lead) => calendar.onOrBefore(addDays(halfEnd(half), -lead)));
  return LEAD_DAYS.map((lead, i) => ({
    half,
    lead,
    day: days[i] as Day,
    until: instantAt(days[i + 1] ?? addDays(halfEnd(half), 1), '00:00'),
  }));
}

/**
 * What to send on a workday: the reminder of that day, or the newest one that fell on a day when the job did not run,
 * given the last day on which it did. Nothing once the half-year is over.
 */
export function reminderOn(today: Day, lastRun: Day | undefined, calendar: Calendar): Reminder | undefined {
  const since = lastRun ?? addDays(today, -1);
  return remindersOf(halfOf(today), calendar).findLast(({ day }) => day > since && day <= today);
}

export function isLate(half: Half, day: Day): boolean {
  return day > halfEnd(half);
}

export function firstDayOf(half: Half): Day {
  return `${yearOf(half)}-${half.endsWith('H1') ? '01' : '07'}-01`;
}

export function halfBefore(half: Half): Half {
  return halfOf(addDays(firstDayOf(half), -1));
}

/** From the first day of the half-year up to today; later than its end means done late (逾期完成). */
export function isDayOf(half: Half, day: Day, today: Day): boolean {
  return day >= firstDayOf(half) && day <= today;
}

/** The running half-year and, for what was forgotten, the one before it. */
export function isOpenForRecords(half: Half, today: Day): boolean {
  return half === halfOf(today) || half === halfBefore(halfOf(today));
}

/** The newest first (1) or second (2) half of a year that has begun. */
export function newestHalf(which: 1 | 2, today: Day): Half {
  const running = halfOf(today);
  return running.endsWith(`H${which}`) ? running : halfBefore(running);
}

/** What a group's reminders of a half-year are about: with nothing open any more they have lost their reason. */
export function subjectOf(half: Half, group: string): string {
  return `visits:${half}:${group}`;
}
