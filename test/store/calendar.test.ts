import { describe, expect, it } from 'vitest';
import { calendarDay, calendarYear } from '../../db/schema/index.ts';
import { CalendarGap } from '../../src/kernel/errors.ts';
import { packagedCalendar, readCalendar } from '../../src/main/calendar.ts';
import { freshStore } from './backend.ts';

describe('the administrator’s corrections lie over the packaged calendar', () => {
  it('without corrections it is the packaged one', async () => {
    const { db } = await freshStore();
    const calendar = await readCalendar(db);
    expect(calendar.countWorkdays('2026-01-01', '2026-12-31')).toBe(248);
    expect(calendar.covers(2027)).toBe(false);
  });

  it('a workday becomes a day off and a day off a workday', async () => {
    const { db } = await freshStore();
    await db.insert(calendarDay).values([
      { day: '2026-06-22', kind: 'rest', note: '全市哀悼日' },
      { day: '2026-10-07', kind: 'work' }, // packaged as rest
      { day: '2026-10-10', kind: 'rest' }, // packaged as a worked Saturday
    ]);
    const calendar = await readCalendar(db);
    expect(calendar.isWorkday('2026-06-22')).toBe(false);
    expect(calendar.nthWorkday('2026-10', 3)).toBe('2026-10-09');
    expect(packagedCalendar.nthWorkday('2026-10', 3)).toBe('2026-10-10');
    expect(calendar.countWorkdays('2026-01-01', '2026-12-31')).toBe(247);
  });

  it('next year counts once its notice has been entered', async () => {
    const { db } = await freshStore();
    await db.insert(calendarDay).values({ day: '2027-01-01', kind: 'rest' });
    expect(() => packagedCalendar.nthWorkday('2027-01', 3)).toThrow(CalendarGap);
    await expect(readCalendar(db).then((calendar) => calendar.covers(2027))).resolves.toBe(false);
    await db.insert(calendarYear).values({ year: 2027 });
    expect((await readCalendar(db)).nthWorkday('2027-01', 3)).toBe('2027-01-06');
  });
});
