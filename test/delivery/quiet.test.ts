import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whenToSend } from '../../src/delivery/rules/quiet.ts';
import { dayOf, timeOf } from '../../src/kernel/day.ts';
import { packagedCalendar as calendar } from '../../src/main/calendar.ts';
import { testClock } from '../support/ctx.ts';

const at = (shanghai: string) => testClock(shanghai).now();
const shown = (instant: number) => `${dayOf(instant)} ${timeOf(instant)}`;

interface Wish {
  now: string;
  notBefore?: string;
  notAfter?: string;
  share?: number;
}

function ask({ now, notBefore, notAfter, share = 0 }: Wish) {
  return whenToSend(calendar, {
    now: at(now),
    notBefore: notBefore === undefined ? undefined : at(notBefore),
    notAfter: notAfter === undefined ? undefined : at(notAfter),
    share,
  });
}

function said(wish: Wish): string {
  const timing = ask(wish);
  return timing.decision === 'at'
    ? `${shown(timing.at)} ${timing.reason}`
    : `${timing.decision} ${timing.reason}`;
}

describe('working hours (BR-15, BR-16, SY-04)', () => {
  it.each([
    ['morning, on the dot', '2026-06-22T08:30', '2026-06-22 08:30 now'],
    ['just before the morning', '2026-06-22T08:29', '2026-06-22 08:31 quiet_hours'],
    ['last minute of the morning', '2026-06-22T11:59', '2026-06-22 11:59 now'],
    ['lunch', '2026-06-22T12:00', '2026-06-22 14:31 quiet_hours'],
    ['afternoon', '2026-06-22T15:10', '2026-06-22 15:10 now'],
    ['last minute of the day', '2026-06-22T17:59', '2026-06-22 17:59 now'],
    ['after six', '2026-06-22T18:00', '2026-06-23 08:31 quiet_hours'],
    ['night', '2026-06-23T02:00', '2026-06-23 08:31 quiet_hours'],
    ['Friday evening', '2026-06-26T19:00', '2026-06-29 08:31 quiet_hours'],
    ['Saturday', '2026-06-27T10:00', '2026-06-29 08:31 quiet_hours'],
    ['Saturday worked by notice', '2026-02-28T10:00', '2026-02-28 10:00 now'],
    ['National Day', '2026-10-01T09:00', '2026-10-08 08:31 quiet_hours'],
    ['eve of National Day, evening', '2026-09-30T18:30', '2026-10-08 08:31 quiet_hours'],
    ['Saturday worked after National Day', '2026-10-10T09:30', '2026-10-10 09:30 now'],
    ['Spring Festival, first day', '2026-02-15T10:00', '2026-02-24 08:31 quiet_hours'],
    ['Spring Festival, last day', '2026-02-23T10:00', '2026-02-24 08:31 quiet_hours'],
    ['day before Spring Festival, worked Saturday', '2026-02-14T10:00', '2026-02-14 10:00 now'],
  ])('%s', (_, now, expected) => {
    expect(said({ now })).toBe(expected);
  });

  it.each([
    ['2026-02-15', '2026-02-16', '2026-02-19', '2026-02-22', '2026-02-23', '2026-10-01', '2026-10-07'],
  ])('nothing on holidays', (...days) => {
    for (const day of days) expect(said({ now: `${day}T10:00` })).toContain('quiet_hours');
  });
});

describe('a wished time', () => {
  it.each<[string, Wish, string]>([
    [
      'in working hours',
      { now: '2026-06-22T09:00', notBefore: '2026-06-24T09:10' },
      '2026-06-24 09:10 scheduled',
    ],
    ['that has passed', { now: '2026-06-22T09:00', notBefore: '2026-06-19T09:10' }, '2026-06-22 09:00 now'],
    [
      'on a holiday',
      { now: '2026-09-28T09:00', notBefore: '2026-10-01T09:00' },
      '2026-10-08 08:31 quiet_hours',
    ],
    [
      'after the deadline once moved: the last period before it',
      { now: '2026-09-29T09:00', notBefore: '2026-10-01T09:00', notAfter: '2026-10-07T18:00' },
      '2026-09-30 14:31 before_deadline',
    ],
    [
      'the last period before the deadline is now',
      { now: '2026-09-30T17:00', notBefore: '2026-10-01T09:00', notAfter: '2026-10-07T18:00' },
      '2026-09-30 17:00 before_deadline',
    ],
    [
      'the last period before the deadline is over',
      { now: '2026-09-30T18:10', notBefore: '2026-10-01T09:00', notAfter: '2026-10-07T18:00' },
      'drop expired',
    ],
    [
      'deadline in the same lunch break',
      { now: '2026-06-22T11:00', notBefore: '2026-06-22T12:30', notAfter: '2026-06-22T14:00' },
      '2026-06-22 11:00 before_deadline',
    ],
    ['deadline passed', { now: '2026-06-22T10:00', notAfter: '2026-06-22T09:59' }, 'drop expired'],
    [
      'deadline minutes after the opening: the spread gives way',
      { now: '2026-06-22T20:00', notAfter: '2026-06-23T08:32', share: 0.9 },
      '2026-06-23 08:32 quiet_hours',
    ],
  ])('%s', (_, wish, expected) => {
    expect(said(wish)).toBe(expected);
  });
});

describe('years without a holiday notice', () => {
  it.each<[string, Wish]>([
    ['within the year', { now: '2031-03-05T10:00' }],
    ['across the turn of the year', { now: '2026-12-31T18:30' }],
    ['a wish in the unknown year', { now: '2026-12-30T10:00', notBefore: '2027-01-05T09:00' }],
  ])('%s: held, and looked at again in an hour', (_, wish) => {
    expect(ask(wish)).toEqual({
      decision: 'hold',
      reason: 'calendar_gap',
      at: at(wish.now) + 3_600_000,
    });
  });
});

describe('for every moment', () => {
  const moment = fc.integer({ min: at('2025-12-20T00:00'), max: at('2026-11-25T00:00') });
  const span = fc.integer({ min: 0, max: 15 * 86_400_000 });
  const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

  function quiet(instant: number): boolean {
    const time = timeOf(instant);
    const working = (time >= '08:30' && time < '12:00') || (time >= '14:30' && time < '18:00');
    return !calendar.isWorkday(dayOf(instant)) || !working;
  }

  it('never in quiet hours, never after the deadline, never in the past', () => {
    fc.assert(
      fc.property(moment, span, span, share, fc.boolean(), (now, wait, life, part, limited) => {
        const notAfter = limited ? now + life : undefined;
        const timing = whenToSend(calendar, { now, notBefore: now + wait, notAfter, share: part });
        if (timing.decision !== 'at') return timing.decision === 'drop' ? notAfter !== undefined : false;
        return !quiet(timing.at) && timing.at >= now && (notAfter === undefined || timing.at <= notAfter);
      }),
    );
  });

  it('dropped only when no working moment is left before the deadline', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 3 * 86_400_000 }), (now, life) => {
        const timing = whenToSend(calendar, { now, notAfter: now + life, share: 0 });
        const minutes = Array.from({ length: Math.floor(life / 60_000) + 1 }, (_, i) => now + i * 60_000);
        return minutes.some((minute) => !quiet(minute)) ? timing.decision === 'at' : true;
      }),
      { numRuns: 50 },
    );
  });

  it('later wishes are not served earlier, apart from the minutes of the spread', () => {
    fc.assert(
      fc.property(moment, span, share, (now, wait, part) => {
        const first = whenToSend(calendar, { now, share: part });
        const second = whenToSend(calendar, { now: now + wait, share: part });
        if (first.decision !== 'at' || second.decision !== 'at') return false;
        return second.at >= first.at - 8 * 60_000;
      }),
    );
  });

  it('moved messages stay clear of the full and half hours and spread over minutes', () => {
    const times = new Set(
      Array.from({ length: 100 }, (_, i) => {
        const timing = ask({ now: '2026-06-22T20:00', share: i / 100 });
        return timing.decision === 'at' ? timeOf(timing.at) : '';
      }),
    );
    expect([...times].sort()).toEqual(['08:31', '08:32', '08:33', '08:34', '08:35', '08:36', '08:37']);
  });
});
