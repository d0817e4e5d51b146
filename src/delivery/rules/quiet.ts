import type { Calendar } from '../../kernel/calendar.ts';
import { addDays, type Day, dayOf, instantAt } from '../../kernel/day.ts';
import { CalendarGap } from '../../kernel/errors.ts';

/** Shanghai wall clock, `HH:MM`; `to` itself is quiet again. */
export interface Hours {
  from: string;
  to: string;
}

/** Facts SY-04; BR-15 and BR-16 demand it. */
export const WORKING_HOURS: readonly Hours[] = [
  { from: '08:30', to: '12:00' },
  { from: '14:30', to: '18:00' },
];

export interface Wish {
  now: number;
  notBefore?: number | undefined;
  notAfter?: number | undefined;
  hours?: readonly Hours[] | undefined;
  /** In [0, 1): where in the spread after a window's opening this message goes (`spread.ts`). */
  share: number;
}

export type Timing =
  | { decision: 'at'; reason: 'now' | 'scheduled' | 'quiet_hours' | 'before_deadline'; at: number }
  /** Nobody knows yet which days are off; `at` is when to look again. */
  | { decision: 'hold'; reason: 'calendar_gap'; at: number }
  | { decision: 'drop'; reason: 'expired' };

interface Window {
  start: number;
  end: number;
}

const MINUTE_MS = 60_000;

/** The platform is loaded at full and half hours (api.md 7), and windows open just then: 1 … 8 minutes later. */
const SPREAD_FROM_MS = MINUTE_MS;
const SPREAD_MS = 7 * MINUTE_MS;

const LOOK_AGAIN_MS = 60 * MINUTE_MS;

/**
 * When an unasked message may go out: at once within working hours, else in the next working period; if that would be
 * after `notAfter`, in the last period before it that is not over yet (domain 2.1).
 */
export function whenToSend(calendar: Calendar, wish: Wish): Timing {
  const { now, notAfter, hours = WORKING_HOURS } = wish;
  const from = Math.max(now, wish.notBefore ?? now);
  if (notAfter !== undefined && notAfter < now) return { decision: 'drop', reason: 'expired' };
  try {
    const next = windowFrom(calendar, hours, from, notAfter);
    if (next) {
      if (next.start > from) return { decision: 'at', reason: 'quiet_hours', at: spread(next, wish) };
      return { decision: 'at', reason: from === now ? 'now' : 'scheduled', at: from };
    }
    const last = windowBefore(calendar, hours, notAfter ?? from, now);
    if (!last) return { decision: 'drop', reason: 'expired' };
    const open = last.start > now;
    return { decision: 'at', reason: 'before_deadline', at: open ? spread(last, wish) : now };
  } catch (error) {
    if (error instanceof CalendarGap)
      return { decision: 'hold', reason: 'calendar_gap', at: now + LOOK_AGAIN_MS };
    throw error;
  }
}

/** The period that holds `from`, or the first one after it that begins by `notAfter`. */
function windowFrom(
  calendar: Calendar,
  hours: readonly Hours[],
  from: number,
  notAfter = Number.POSITIVE_INFINITY,
): Window | undefined {
  for (let day = dayOf(from); instantAt(day, '00:00') <= notAfter; day = addDays(day, 1)) {
    const found = windowsOf(calendar, hours, day).find((window) => window.end > from);
    if (found) return Math.max(found.start, from) <= notAfter ? found : undefined;
  }
  return undefined;
}

/** The last period that begins by `notAfter` and is not over at `now`. */
function windowBefore(
  calendar: Calendar,
  hours: readonly Hours[],
  notAfter: number,
  now: number,
): Window | undefined {
  for (let day = dayOf(notAfter); day >= dayOf(now); day = addDays(day, -1)) {
    const found = windowsOf(calendar, hours, day).findLast((window) => window.start <= notAfter);
    if (found) return found.end > now ? found : undefined;
  }
  return undefined;
}

function windowsOf(calendar: Calendar, hours: readonly Hours[], day: Day): Window[] {
  if (!calendar.isWorkday(day)) return [];
  return hours.map(({ from, to }) => ({ start: instantAt(day, from), end: instantAt(day, to) }));
}

function spread({ start, end }: Window, { share, notAfter }: Wish): number {
  const wanted = start + SPREAD_FROM_MS + Math.floor(share * SPREAD_MS);
  return Math.min(wanted, end - 1, notAfter ?? wanted);
}
