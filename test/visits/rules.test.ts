import { describe, expect, it } from 'vitest';
import { CalendarGap } from '../../src/kernel/errors.ts';
import { packagedCalendar as calendar } from '../../src/main/calendar.ts';
import { assignmentGaps } from '../../src/visits/rules/assignment.ts';
import { coverageByGroup, coverageOf } from '../../src/visits/rules/coverage.ts';
import {
  halfBefore,
  isOpenForRecords,
  newestHalf,
  reminderOn,
  remindersOf,
} from '../../src/visits/rules/due.ts';
import { openKinds, type Point, pointsOf } from '../../src/visits/rules/points.ts';
import { percent } from '../../src/visits/words.ts';

function point(i: number, done: Point['done'] = {}): Point {
  return { unit: `T${i}`, name: `乡镇${i}`, county: '', group: String(1 + (i % 17)), liaison: 'ou_x', done };
}

describe('reminder days: 60, 30, 15 and 7 natural days before the end, moved back to a workday (domain 6)', () => {
  it.each([
    ['2026-H1', ['2026-04-30', '2026-05-29', '2026-06-15', '2026-06-23']], // 1 May off, 31 May a Sunday
    ['2026-H2', ['2026-10-30', '2026-12-01', '2026-12-16', '2026-12-24']], // 1 November a Sunday
    ['2022-H1', ['2022-04-29', '2022-05-31', '2022-06-15', '2022-06-23']], // 1 May off, 30 April too
  ])('%s: %j', (half, days) => {
    expect(remindersOf(half, calendar).map((reminder) => reminder.day)).toEqual(days);
    expect(remindersOf(half, calendar).map((reminder) => reminder.lead)).toEqual([60, 30, 15, 7]);
  });

  it('each is useless once the next is due, the last one once the half-year is over', () => {
    const until = remindersOf('2026-H1', calendar).map((reminder) => new Date(reminder.until).toISOString());
    expect(until).toEqual([
      '2026-05-28T16:00:00.000Z',
      '2026-06-14T16:00:00.000Z',
      '2026-06-22T16:00:00.000Z',
      '2026-06-30T16:00:00.000Z',
    ]);
  });

  it('a year without holiday data is said, not guessed', () => {
    expect(() => remindersOf('2027-H1', calendar)).toThrow(CalendarGap);
  });

  it.each([
    // today, last day the job ran, lead expected
    ['2026-06-15', '2026-06-12', 15],
    ['2026-06-16', '2026-06-15', undefined],
    ['2026-06-22', '2026-06-18', undefined],
    ['2026-06-23', '2026-06-22', 7],
    ['2026-06-15', undefined, 15], // the first day ever
    ['2026-06-16', undefined, undefined], // a new installation sends nothing late
    ['2026-06-17', '2026-06-12', 15], // stopped over the 15th
    ['2026-06-24', '2026-05-20', 7], // stopped for a month: the newest only
    ['2026-06-30', '2026-06-29', undefined],
    ['2026-07-01', '2026-06-22', undefined], // the half-year is over
    ['2026-07-02', '2026-04-01', undefined],
  ])('on %s, after a run on %s: %s', (today, lastRun, lead) => {
    expect(reminderOn(today, lastRun, calendar)?.lead).toBe(lead);
  });
});

describe('half-years', () => {
  it('the running one and the one before can be recorded', () => {
    expect(halfBefore('2026-H2')).toBe('2026-H1');
    expect(halfBefore('2026-H1')).toBe('2025-H2');
    expect(
      ['2025-H2', '2026-H1', '2026-H2', '2027-H1'].map((half) => isOpenForRecords(half, '2026-07-01')),
    ).toEqual([false, true, true, false]);
  });

  it('上半年 and 下半年 mean the newest that has begun', () => {
    expect(newestHalf(1, '2026-03-01')).toBe('2026-H1');
    expect(newestHalf(2, '2026-03-01')).toBe('2025-H2');
    expect(newestHalf(1, '2026-08-01')).toBe('2026-H1');
    expect(newestHalf(2, '2026-08-01')).toBe('2026-H2');
  });
});

describe('coverage (domain 6: 44 points, 40 visits, 33 talks)', () => {
  const points = Array.from({ length: 44 }, (_, i) =>
    point(i, {
      ...(i < 40 ? { visit: '2026-05-20' } : {}),
      ...(i < 33 ? { talk: i < 2 ? '2026-07-02' : '2026-05-20' } : {}),
    }),
  );

  it('is 90.9 %, 75.0 % and 83.0 %', () => {
    const total = coverageOf(points, '2026-H1', '2026-06-30');
    expect(total).toEqual({
      due: 88,
      done: 73,
      coverage: 73 / 88,
      late: 2,
      overdue: 0,
      visit: { due: 44, done: 40, coverage: 40 / 44 },
      talk: { due: 44, done: 33, coverage: 33 / 44 },
    });
    const shares = [total.visit.coverage, total.talk.coverage, total.coverage];
    expect(shares.map(percent)).toEqual(['90.9%', '75.0%', '83.0%']);
  });

  it('what is open is overdue only after the end', () => {
    expect(coverageOf(points, '2026-H1', '2026-06-30').overdue).toBe(0);
    expect(coverageOf(points, '2026-H1', '2026-07-01').overdue).toBe(15);
  });

  it('the groups add up to the whole and stand in the order they came', () => {
    const groups = coverageByGroup(points, '2026-H1', '2026-07-01');
    expect(groups).toHaveLength(17);
    expect(groups.map((group) => group.number)).toEqual(Array.from({ length: 17 }, (_, i) => String(i + 1)));
    for (const part of ['due', 'done', 'late', 'overdue'] as const)
      expect(groups.reduce((sum, group) => sum + group[part], 0)).toBe(
        coverageOf(points, '2026-H1', '2026-07-01')[part],
      );
  });

  it('without points there is no share', () => {
    expect(coverageOf([], '2026-H1', '2026-06-01').coverage).toBeNull();
    expect(percent(null)).toBe('无任务');
  });
});

describe('points', () => {
  it('gather their records and stand by number of the group', () => {
    const row = { name: null, county: null, liaison: 'ou_x', inherited: false };
    const points = pointsOf(
      [
        { ...row, unit: 'A', group: '10' },
        { ...row, unit: 'B', name: '柳溪镇', group: '2' },
      ],
      [
        { unit: 'B', kind: 'visit', day: '2026-05-01' },
        { unit: 'B', kind: 'talk', day: '2026-05-02' },
      ],
    );
    expect(points.map(({ unit, name, done }) => [unit, name, done])).toEqual([
      ['B', '柳溪镇', { visit: '2026-05-01', talk: '2026-05-02' }],
      ['A', 'A', {}],
    ]);
    expect(points.map(openKinds)).toEqual([[], ['visit', 'talk']]);
  });
});

describe('the assignment (KC-01: two or three points a group)', () => {
  it('names groups of another size and townships without a group', () => {
    const points = [0, 17, 1, 2, 19, 36, 53].map((i) => point(i)); // groups 1: two, 2: one, 3: four
    const townships = [
      ...points.map(({ unit, name }) => ({ code: unit, name })),
      { code: 'T99', name: '北岗镇' },
    ];
    const groups = ['1', '2', '3', '11'].map((number) => ({
      number,
      liaison: 'ou_x',
      name: '林知远',
      state: number === '3' ? ('gone' as const) : ('ready' as const),
    }));
    const avoidances = [
      { group: '1', unit: 'T17' },
      { group: '2', unit: 'T17' },
    ];
    expect(assignmentGaps({ groups, points, townships, avoidances, expected: 17 })).toEqual({
      groups: ['2', '3', '11'],
      unassigned: ['北岗镇'],
      vacant: [{ group: '3', state: 'gone' }],
      avoided: [{ group: '1', name: '乡镇17' }],
      number: { actual: 4, expected: 17 },
    });
  });
});
