import type { Calendar } from '../../kernel/calendar.ts';
import { type Day, dayOf, instantAt } from '../../kernel/day.ts';
import { CalendarGap } from '../../kernel/errors.ts';
import { addMonths, type Month } from '../../kernel/period.ts';

/** Domain 2: the collection ends on the third workday of the next month, at the end of the working day. */
export const DEADLINE_WORKDAY = 3;
const DEADLINE_TIME = '18:00';

/** Ms UTC; undefined while the year has no holiday data, which is said and not guessed. */
export function deadlineOf(calendar: Calendar, month: Month): number | undefined {
  try {
    return instantAt(calendar.nthWorkday(addMonths(month, 1), DEADLINE_WORKDAY), DEADLINE_TIME);
  } catch (error) {
    if (error instanceof CalendarGap) return undefined;
    throw error;
  }
}

/** Which of the two nudges of BR-17 falls on this day: the first a workday before the deadline, the second on its day. */
export function nudgeOn(calendar: Calendar, month: Month, day: Day): 1 | 2 | undefined {
  const deadline = deadlineOf(calendar, month);
  if (deadline === undefined) return undefined;
  const last = dayOf(deadline);
  if (day === last) return 2;
  return day === calendar.addWorkdays(last, -1) ? 1 : undefined;
}
