import holidays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { calendarDay, calendarYear } from '../../db/schema/index.ts';
import { type Calendar, createCalendar } from '../kernel/calendar.ts';
import type { Db } from '../store/db.ts';

/** The packaged holiday notices; years are those for which the package has days off. */
const packaged = {
  rest: Object.keys(holidays.holidays),
  work: Object.keys(holidays.workdays),
  years: new Set(Object.keys(holidays.holidays).map((day) => Number(day.slice(0, 4)))),
};

export const packagedCalendar: Calendar = createCalendar(packaged);

/** The packaged calendar with the administrator's corrections on top. */
export async function readCalendar(db: Db): Promise<Calendar> {
  const corrections = await db.select().from(calendarDay);
  const years = await db.select().from(calendarYear);
  const corrected = new Set(corrections.map((row) => row.day));
  const of = (kind: 'rest' | 'work') => corrections.filter((row) => row.kind === kind).map((row) => row.day);
  return createCalendar({
    years: [...packaged.years, ...years.map((row) => row.year)],
    rest: [...packaged.rest.filter((day) => !corrected.has(day)), ...of('rest')],
    work: [...packaged.work.filter((day) => !corrected.has(day)), ...of('work')],
  });
}

/** The calendar as last read; heartbeats read it anew. */
export interface CalendarKeeper {
  current(): Calendar;
  read(db: Db, now: number): Promise<void>;
  /** Reads only when the last reading is old. */
  freshen(db: Db, now: number): Promise<void>;
}

/** Corrections are made about twice a year; a worker's isolate that has no heartbeat learns of them by then. */
const OLD_MS = 5 * 60_000;

export function createCalendarKeeper(): CalendarKeeper {
  let calendar = packagedCalendar;
  let readAt = Number.NEGATIVE_INFINITY;

  async function read(db: Db, now: number): Promise<void> {
    calendar = await readCalendar(db);
    readAt = now;
  }

  return {
    current: () => calendar,
    read,
    async freshen(db, now) {
      // Business time may be set back in tests and the demo.
      if (Math.abs(now - readAt) >= OLD_MS) await read(db, now);
    },
  };
}
