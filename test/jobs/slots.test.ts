import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../src/chat/job.ts';
import { catchUp } from '../../src/jobs/catch-up.ts';
import { lastSlot, nextSlot, slotsBetween } from '../../src/jobs/slots.ts';
import { dayOf, timeOf } from '../../src/kernel/day.ts';
import { packagedCalendar as calendar } from '../../src/main/calendar.ts';
import { testClock } from '../support/ctx.ts';

const at = (shanghai: string) => testClock(shanghai).now();
const shown = (instant: number) => `${dayOf(instant)} ${timeOf(instant)}`;

const opening: Schedule = { every: 'last-workday', at: '09:00' };
const closing: Schedule = { every: 'nth-workday-after', n: 3, at: '18:00' };

function between(schedule: Schedule, after: string, upTo: string): string[] {
  return slotsBetween(schedule, calendar, at(after), at(upTo)).slots.map(
    ({ id, dueAt }) => `${id} ${shown(dueAt)}`,
  );
}

/** Domain 2.1: the month, its last workday, the third workday of the following month. */
const ROUNDS = [
  ['2025-12', '2025-12-31', '2026-01-06'],
  ['2026-01', '2026-01-30', '2026-02-04'],
  ['2026-02', '2026-02-28', '2026-03-04'],
  ['2026-03', '2026-03-31', '2026-04-03'],
  ['2026-04', '2026-04-30', '2026-05-08'],
  ['2026-05', '2026-05-29', '2026-06-03'],
  ['2026-06', '2026-06-30', '2026-07-03'],
  ['2026-07', '2026-07-31', '2026-08-05'],
  ['2026-08', '2026-08-31', '2026-09-03'],
  ['2026-09', '2026-09-30', '2026-10-10'],
  ['2026-10', '2026-10-30', '2026-11-04'],
  ['2026-11', '2026-11-30', '2026-12-03'],
] as const;

describe('the monthly rounds of domain 2.1', () => {
  it.each(ROUNDS)('%s opens on %s and closes on %s', (month, opens, closes) => {
    expect(between(opening, `${opens}T00:00`, `${opens}T23:59`)).toEqual([`${month} ${opens} 09:00`]);
    expect(between(closing, `${closes}T00:00`, `${closes}T23:59`)).toEqual([`${month} ${closes} 18:00`]);
  });

  it('and on no other day', () => {
    const start = '2025-12-20T00:00';
    const end = '2026-12-20T00:00';
    expect(between(opening, start, end)).toEqual(ROUNDS.map(([month, opens]) => `${month} ${opens} 09:00`));
    expect(between(closing, start, end)).toEqual(
      ROUNDS.map(([month, , closes]) => `${month} ${closes} 18:00`),
    );
  });

  it('the fifth and the eighth workday of the following month', () => {
    const report: Schedule = { every: 'nth-workday-after', n: 5, at: '09:10' };
    const review: Schedule = { every: 'nth-workday-after', n: 8, at: '09:10' };
    expect(between(report, '2026-10-08T00:00', '2026-10-31T00:00')).toEqual(['2026-09 2026-10-13 09:10']);
    expect(between(review, '2026-10-08T00:00', '2026-10-31T00:00')).toEqual(['2026-09 2026-10-16 09:10']);
  });
});

describe('other schedules', () => {
  it.each<[string, Schedule, string, string, string[]]>([
    [
      'each day, weekends and holidays included',
      { every: 'day', at: '03:20' },
      '2026-10-01T00:00',
      '2026-10-03T12:00',
      ['2026-10-01 2026-10-01 03:20', '2026-10-02 2026-10-02 03:20', '2026-10-03 2026-10-03 03:20'],
    ],
    [
      'workdays around National Day, with the worked Saturday',
      { every: 'workday', at: '09:05' },
      '2026-09-30T09:05',
      '2026-10-10T09:05',
      ['2026-10-08 2026-10-08 09:05', '2026-10-09 2026-10-09 09:05', '2026-10-10 2026-10-10 09:05'],
    ],
    [
      'weeks belong to the year of their Thursday',
      { every: 'week', weekday: 1, at: '10:00' },
      '2025-12-22T10:00',
      '2026-01-05T10:00',
      ['2026-W01 2025-12-29 10:00', '2026-W02 2026-01-05 10:00'],
    ],
    [
      'a Friday at the end of a long year',
      { every: 'week', weekday: 5, at: '10:00' },
      '2027-01-01T00:00',
      '2027-01-01T23:00',
      ['2026-W53 2027-01-01 10:00'],
    ],
    [
      'the moment itself is due',
      { every: 'day', at: '10:00' },
      '2026-03-02T09:59',
      '2026-03-02T10:00',
      ['2026-03-02 2026-03-02 10:00'],
    ],
    ['and is not due again', { every: 'day', at: '10:00' }, '2026-03-02T10:00', '2026-03-03T09:59', []],
  ])('%s', (_, schedule, after, upTo, expected) => {
    expect(between(schedule, after, upTo)).toEqual(expected);
  });

  it('slots of adjoining spans are those of the whole span, each once and in order', () => {
    const schedules: Schedule[] = [
      opening,
      closing,
      { every: 'day', at: '03:20' },
      { every: 'workday', at: '09:05' },
      { every: 'week', weekday: 3, at: '16:00' },
      { every: 'nth-workday-after', n: 30, at: '09:00' },
    ];
    const moment = fc.integer({ min: at('2026-02-01T00:00'), max: at('2026-11-01T00:00') });
    fc.assert(
      fc.property(
        fc.constantFrom(...schedules),
        fc.array(moment, { minLength: 3, maxLength: 3 }),
        (schedule, moments) => {
          const [a = 0, b = 0, c = 0] = moments.sort((x, y) => x - y);
          const whole = slotsBetween(schedule, calendar, a, c).slots;
          const parts = [
            ...slotsBetween(schedule, calendar, a, b).slots,
            ...slotsBetween(schedule, calendar, b, c).slots,
          ];
          expect(parts).toEqual(whole);
          expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length);
          expect(whole.every((slot, i) => i === 0 || slot.dueAt > (whole[i - 1]?.dueAt ?? 0))).toBe(true);
        },
      ),
    );
  });
});

describe('a year without a holiday notice', () => {
  it.each<[string, Schedule]>([
    ['workdays', { every: 'workday', at: '09:00' }],
    ['last workday', { every: 'last-workday', at: '09:00' }],
    ['third workday of January', closing],
  ])('%s: no slot, and the year is named', (_, schedule) => {
    const { slots, gaps } = slotsBetween(schedule, calendar, at('2031-01-02T00:00'), at('2031-01-31T23:00'));
    expect(slots).toEqual([]);
    expect(gaps).toContain(2031);
  });

  it.each<[string, Schedule]>([
    ['days', { every: 'day', at: '09:00' }],
    ['weeks', { every: 'week', weekday: 1, at: '09:00' }],
  ])('%s need no holiday notice', (_, schedule) => {
    const { slots, gaps } = slotsBetween(schedule, calendar, at('2031-01-02T00:00'), at('2031-01-31T23:00'));
    expect(slots.length).toBeGreaterThan(3);
    expect(gaps).toEqual([]);
  });

  it('the next slot is not guessed, the one before it is known', () => {
    expect(nextSlot(closing, calendar, at('2026-12-20T00:00'))).toEqual({ gap: 2027 });
    expect(lastSlot(closing, calendar, at('2026-12-20T00:00'))?.id).toBe('2026-11');
    expect(nextSlot(opening, calendar, at('2026-12-20T00:00'))).toEqual({
      slot: { id: '2026-12', dueAt: at('2026-12-31T09:00') },
    });
  });
});

describe('catching up', () => {
  const now = at('2026-06-25T10:00');
  const slots = ['2026-06-22', '2026-06-23', '2026-06-25'].map((id) => ({ id, dueAt: at(`${id}T09:00`) }));
  const ids = ({ run, skip }: ReturnType<typeof catchUp>) => [
    run.map(({ id }) => id),
    skip.map(({ slot, reason }) => `${slot.id} ${reason}`),
  ];

  it.each([
    ['each: all, in order', 'each', slots, [['2026-06-22', '2026-06-23', '2026-06-25'], []]],
    [
      'latest: the newest',
      'latest',
      slots,
      [['2026-06-25'], ['2026-06-22 superseded', '2026-06-23 superseded']],
    ],
    ['latest: however old', 'latest', slots.slice(0, 1), [['2026-06-22'], []]],
    [
      'skip: the newest of today',
      'skip',
      slots,
      [['2026-06-25'], ['2026-06-22 superseded', '2026-06-23 superseded']],
    ],
    ['skip: nothing old', 'skip', slots.slice(0, 2), [[], ['2026-06-22 superseded', '2026-06-23 too_old']]],
    ['nothing due', 'latest', [], [[], []]],
  ] as const)('%s', (_, policy, due, expected) => {
    expect(ids(catchUp(policy, due, now))).toEqual(expected);
  });
});
