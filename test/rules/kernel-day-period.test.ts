import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, daysBetween, instantAt, isDay, timeOf, weekdayOf } from '../../src/kernel/day.ts';
import {
  addMonths,
  firstDay,
  halfEnd,
  halfOf,
  isHalf,
  isMonth,
  isQuarter,
  lastDay,
  monthNumber,
  monthOf,
  monthsOf,
  monthsThrough,
  quarterOf,
  yearOf,
} from '../../src/kernel/period.ts';

describe('days are Shanghai’s', () => {
  it.each([
    ['2026-09-30T15:59:59.999Z', '2026-09-30', '23:59'],
    ['2026-09-30T16:00:00Z', '2026-10-01', '00:00'],
    ['2025-12-31T16:30:00Z', '2026-01-01', '00:30'],
  ])('%s is %s %s', (instant, day, time) => {
    expect(dayOf(Date.parse(instant))).toBe(day);
    expect(timeOf(Date.parse(instant))).toBe(time);
  });

  it('an instant is found again from its day and time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 3650 }), (minutes) => {
        const instant = Date.parse('2020-01-01T00:00:00Z') + minutes * 60_000;
        expect(instantAt(dayOf(instant), timeOf(instant))).toBe(instant);
      }),
    );
  });

  it('counts over months, years and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('2026-06-30', -60)).toBe('2026-05-01');
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
    expect(daysBetween('2026-07-01', '2026-06-30')).toBe(-1);
  });

  it('a week runs from Monday to Sunday', () => {
    expect(weekdayOf('2026-06-22')).toBe(1);
    expect(weekdayOf('2026-02-28')).toBe(6);
    expect(weekdayOf('2026-01-04')).toBe(7);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-6-1', '20260601', '2026-06-01 +0800', '', '六月'])(
    '%j is no day',
    (text) => expect(isDay(text)).toBe(false),
  );

  it('2024-02-29 is a day', () => expect(isDay('2024-02-29')).toBe(true));
});

describe('periods', () => {
  it('are told apart by their shape', () => {
    expect(['2026-10', '2026-Q4', '2026-H2', '2026', '2026-13', '2026-1'].map(isMonth)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(['2026-Q4', '2026-Q5', '2026-Q0'].map(isQuarter)).toEqual([true, false, false]);
    expect(['2026-H1', '2026-H2', '2026-H3', '2026-H'].map(isHalf)).toEqual([true, true, false, false]);
  });

  it('contain their months', () => {
    expect(monthsOf('2026-10')).toEqual(['2026-10']);
    expect(monthsOf('2026-Q4')).toEqual(['2026-10', '2026-11', '2026-12']);
    expect(monthsOf('2026-H1')).toEqual(monthsThrough('2026-06'));
    expect(monthsOf('2026')).toEqual(monthsThrough('2026-12'));
    expect(monthsOf('2026')).toHaveLength(12);
  });

  it('begin and end', () => {
    expect(firstDay('2026-02')).toBe('2026-02-01');
    expect(lastDay('2024-02')).toBe('2024-02-29');
    expect(lastDay('2026-12')).toBe('2026-12-31');
    expect(halfEnd('2026-H1')).toBe('2026-06-30');
    expect(halfEnd('2026-H2')).toBe('2026-12-31');
  });

  it('are found from a day or a month', () => {
    expect(halfOf('2026-06-30')).toBe('2026-H1');
    expect(halfOf('2026-07-01')).toBe('2026-H2');
    expect(quarterOf('2026-03')).toBe('2026-Q1');
    expect(quarterOf('2026-04')).toBe('2026-Q2');
    expect(monthOf('2026-07-01')).toBe('2026-07');
    expect(yearOf('2026-H2')).toBe(2026);
  });

  it('months are added over the turn of the year, and back', () => {
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    fc.assert(
      fc.property(fc.integer({ min: -240, max: 240 }), (count) => {
        const there = addMonths('2026-05', count);
        expect(isMonth(there)).toBe(true);
        expect(monthNumber(there)).toBeGreaterThan(0);
        expect(addMonths(there, -count)).toBe('2026-05');
      }),
    );
  });
});
