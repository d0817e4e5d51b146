import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/kernel/calendar.ts';
import { addDays, daysBetween } from '../../src/kernel/day.ts';
import { CalendarGap } from '../../src/kernel/errors.ts';
import { addMonths, monthsThrough } from '../../src/kernel/period.ts';
import { packagedCalendar as calendar } from '../../src/main/calendar.ts';

describe('domain 2.1: the month of the liaison, by the State Council’s holiday notice of 2026', () => {
  it.each([
    // month, card on its last workday, deadline on the third workday of the next month
    ['2025-12', '2025-12-31', '2026-01-06'], // Sunday 4 January is worked
    ['2026-01', '2026-01-30', '2026-02-04'],
    ['2026-02', '2026-02-28', '2026-03-04'], // a worked Saturday
    ['2026-03', '2026-03-31', '2026-04-03'],
    ['2026-04', '2026-04-30', '2026-05-08'], // 1 to 5 May off
    ['2026-05', '2026-05-29', '2026-06-03'],
    ['2026-06', '2026-06-30', '2026-07-03'],
    ['2026-07', '2026-07-31', '2026-08-05'],
    ['2026-08', '2026-08-31', '2026-09-03'],
    ['2026-09', '2026-09-30', '2026-10-10'], // 1 to 7 October off, Saturday the 10th worked
    ['2026-10', '2026-10-30', '2026-11-04'],
    ['2026-11', '2026-11-30', '2026-12-03'],
  ])('%s: card on %s, due on %s', (month, card, due) => {
    expect(calendar.lastWorkday(month)).toBe(card);
    expect(calendar.nthWorkday(addMonths(month, 1), 3)).toBe(due);
  });

  it.each([
    [2026, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23], 248, 120],
    [2022, [21, 16, 23, 21, 20, 21, 21, 23, 21, 18, 22, 22], 249, 122],
  ])('workdays of %i: %j, %i in the year, %i in its first half', (year, months, whole, firstHalf) => {
    const counted = monthsThrough(`${year}-12`).map((month) =>
      calendar.countWorkdays(`${month}-01`, addDays(`${addMonths(month, 1)}-01`, -1)),
    );
    expect(counted).toEqual(months);
    expect(calendar.countWorkdays(`${year}-01-01`, `${year}-12-31`)).toBe(whole);
    expect(calendar.countWorkdays(`${year}-01-01`, `${year}-06-30`)).toBe(firstHalf);
  });

  it('share of the year that has gone (domain 4.1, 4.2)', () => {
    expect(calendar.elapsedShare('2022-06')).toBe(122 / 249);
    expect(calendar.elapsedShare('2022-07')).toBe(143 / 249);
    expect(calendar.elapsedShare('2022-08')).toBe(166 / 249);
    expect(calendar.elapsedShare('2022-09')).toBe(187 / 249);
    expect(calendar.elapsedShare('2026-12')).toBe(1);
  });

  it.each([
    ['2026-02-14', true], // worked Saturday before the Spring Festival
    ['2026-02-15', false],
    ['2026-02-23', false],
    ['2026-02-24', true],
    ['2026-10-01', false],
    ['2026-10-08', true],
    ['2026-10-10', true],
    ['2026-10-11', false],
  ])('%s is a workday: %s', (day, expected) => {
    expect(calendar.isWorkday(day)).toBe(expected);
  });

  it('moves a day on to, or back to, a workday', () => {
    expect(calendar.onOrAfter('2026-10-01')).toBe('2026-10-08');
    expect(calendar.onOrBefore('2026-05-01')).toBe('2026-04-30');
    expect(calendar.onOrAfter('2026-06-22')).toBe('2026-06-22');
    expect(calendar.onOrBefore('2026-06-22')).toBe('2026-06-22');
  });
});

describe('a year without a holiday notice', () => {
  it('is said, never guessed', () => {
    expect(calendar.covers(2026)).toBe(true);
    expect(calendar.covers(2027)).toBe(false);
    expect(() => calendar.isWorkday('2027-01-04')).toThrow(new CalendarGap(2027));
    expect(() => calendar.nthWorkday('2027-01', 3)).toThrow(CalendarGap);
    expect(() => calendar.addWorkdays('2026-12-30', 5)).toThrow(CalendarGap);
    expect(() => calendar.elapsedShare('2027-01')).toThrow(CalendarGap);
  });

  it('does not hinder what ends before it', () => {
    expect(calendar.lastWorkday('2026-12')).toBe('2026-12-31');
  });

  it('is a year like any other once it has been entered', () => {
    const entered = createCalendar({ years: [2027], rest: ['2027-01-01'], work: ['2027-01-03'] });
    expect(entered.nthWorkday('2027-01', 1)).toBe('2027-01-03');
    expect(entered.isWorkday('2027-01-01')).toBe(false);
  });
});

describe('properties', () => {
  const day = fc.integer({ min: 0, max: 364 }).map((offset) => addDays('2024-06-01', offset));
  const workday = day.map((one) => calendar.onOrAfter(one));

  it('n workdays on and n workdays back is where it began', () => {
    fc.assert(
      fc.property(workday, fc.integer({ min: 0, max: 60 }), (from, n) => {
        expect(calendar.addWorkdays(calendar.addWorkdays(from, n), -n)).toBe(from);
      }),
    );
  });

  it('n workdays on are n workdays to count', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const to = calendar.addWorkdays(from, n);
        expect(calendar.isWorkday(to)).toBe(true);
        expect(calendar.countWorkdays(addDays(from, 1), to)).toBe(n);
      }),
    );
  });

  it('the next workday of a month is always later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 22 }), (number, n) => {
        const month = addMonths('2025-01', number - 1);
        const gap = daysBetween(calendar.nthWorkday(month, n), calendar.nthWorkday(month, n + 1));
        expect(gap).toBeGreaterThan(0);
      }),
    );
  });
});
