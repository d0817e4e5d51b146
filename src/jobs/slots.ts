import type { Schedule } from '../chat/job.ts';
import type { Calendar } from '../kernel/calendar.ts';
import { addDays, type Day, dayOf, daysBetween, instantAt, weekdayOf } from '../kernel/day.ts';
import { CalendarGap } from '../kernel/errors.ts';
import { addMonths, type Month, monthOf, yearOf } from '../kernel/period.ts';

export interface DueSlot {
  /** `2026-10-30`, `2026-W44`, or the month it is about. */
  id: string;
  dueAt: number;
}

export interface Slots {
  slots: DueSlot[];
  /** Years without a holiday notice, for which it cannot be said whether something is due. */
  gaps: number[];
}

/** Longer than any holiday, longer than from one monthly slot to the next. */
const HORIZON_MS = 70 * 86_400_000;

/** The slots due in (after, upTo], in order. Nothing is guessed for a year that the calendar does not cover. */
export function slotsBetween(schedule: Schedule, calendar: Calendar, after: number, upTo: number): Slots {
  const slots: DueSlot[] = [];
  const gaps = new Set<number>();
  for (const candidate of candidates(schedule, dayOf(after), dayOf(upTo))) {
    try {
      const day = dueDay(schedule, calendar, candidate);
      if (day === undefined) continue;
      const dueAt = instantAt(day, schedule.at);
      if (dueAt > after && dueAt <= upTo) slots.push({ id: slotId(schedule, candidate), dueAt });
    } catch (error) {
      if (!(error instanceof CalendarGap)) throw error;
      gaps.add(error.year);
    }
  }
  return { slots, gaps: [...gaps] };
}

/** The first slot after this moment; without one, the year whose holiday notice is missing. */
export function nextSlot(
  schedule: Schedule,
  calendar: Calendar,
  now: number,
): { slot: DueSlot } | { gap: number | undefined } {
  const { slots, gaps } = slotsBetween(schedule, calendar, now, now + HORIZON_MS);
  return slots[0] ? { slot: slots[0] } : { gap: gaps[0] };
}

/** The newest slot due by this moment. */
export function lastSlot(schedule: Schedule, calendar: Calendar, now: number): DueSlot | undefined {
  return slotsBetween(schedule, calendar, now - HORIZON_MS, now).slots.at(-1);
}

/** Days or months that may hold a slot falling due between these days. */
function candidates(schedule: Schedule, from: Day, to: Day): string[] {
  if (schedule.every === 'last-workday') return months(monthOf(from), monthOf(to));
  if (schedule.every !== 'nth-workday-after') return days(from, to);
  // No month has fewer than 15 workdays, so the n-th one lies at most n / 15 months after the first.
  const reach = 1 + Math.ceil(schedule.n / 15);
  return months(addMonths(monthOf(from), -reach), addMonths(monthOf(to), -1));
}

function dueDay(schedule: Schedule, calendar: Calendar, candidate: string): Day | undefined {
  switch (schedule.every) {
    case 'day':
      return candidate;
    case 'workday':
      return calendar.isWorkday(candidate) ? candidate : undefined;
    case 'week':
      return weekdayOf(candidate) === schedule.weekday ? candidate : undefined;
    case 'last-workday':
      return calendar.lastWorkday(candidate);
    default:
      return calendar.nthWorkday(addMonths(candidate, 1), schedule.n);
  }
}

function slotId(schedule: Schedule, candidate: string): string {
  return schedule.every === 'week' ? isoWeek(candidate) : candidate;
}

/** ISO 8601: a week belongs to the year of its Thursday. */
function isoWeek(day: Day): string {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = yearOf(thursday);
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

function days(from: Day, to: Day): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, i) => addDays(from, i));
}

function months(from: Month, to: Month): Month[] {
  const list: Month[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) list.push(month);
  return list;
}
