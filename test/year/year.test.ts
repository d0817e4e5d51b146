import { beforeAll, describe, expect, it } from 'vitest';
import { demoCast } from '../../db/seed/demo/index.ts';
import { moment } from '../support/house.ts';
import { type Check, checkAll } from './checks.ts';
import { GROUP } from './city.ts';
import { desks } from './desks.ts';
import type { Letter } from './post-office.ts';
import { liveYear, type Year } from './run.ts';
import { messageTable } from './table.ts';

/** A heartbeat an hour is what the product has to bear, and quicker; `npm run year` beats every minute. */
const MINUTES = 60;

let year: Year;
let checks: Check[];

beforeAll(async () => {
  year = await liveYear(MINUTES);
  checks = checkAll(year);
}, 180_000);

describe('the twelve months of 2026 in a city of 30 issuing units, 44 townships and subdistricts, 17 groups', () => {
  it.each([
    ['a year: nothing unasked to townships and villages', 1],
    ['a year: 12 cards a post, two reminders a month, two fields a card', 2],
    ['a year: nothing at night, at weekends and on holidays but in the approved emergency', 3],
    ['a year: nothing unasked in groups, no lists and no ranks in answers', 4],
    ['a year: groups are reminded while something is open, four times a half at most', 5],
    ['a year: every text passes the word lists', 6],
    ['a year: after a downtime one summary and nothing stale', 7],
    ['a year: no warnings on incomplete figures', 8],
    ['a year: the platform refused nothing, the log has no errors', 0],
  ])('%s', (_, point) => {
    expect(checks.filter((check) => check.point === point).flatMap(({ failures }) => failures)).toEqual([]);
  });

  it('has told every role how much it got', () => {
    const table = messageTable(year.hall.letters);
    expect(table).toMatch(/^联络员 .*\d/m);
    expect(table.split('\n').find((line) => line.startsWith('群'))).toMatch(/^群(\s+0)+$/);
  });
});

/** One message more than really came; the log itself stays as it is. */
function withLetter(letter: Partial<Letter>): Year {
  const forged: Letter = {
    id: 'om_forged',
    at: moment('2026-05-20T10:00'),
    to: demoCast.liaison,
    group: '',
    title: '提醒',
    text: '提醒',
    asked: false,
    ...letter,
  };
  return { ...year, hall: { ...year.hall, letters: [...year.hall.letters, forged] } };
}

describe('no check is blind', () => {
  const card = { title: '5月发文会议统计', text: '5月发文会议统计' };
  const cases: [point: number, about: string, letter: () => Partial<Letter>][] = [
    [1, 'a reminder to a township', () => ({ to: demoCast.cadre })],
    [2, 'a thirteenth card', () => card],
    [2, 'a third reminder in a month', () => ({ title: '5月发文会议统计：今天截止', to: nudged() })],
    [3, 'a message at lunch', () => ({ at: moment('2026-05-20T12:00') })],
    [3, 'a message on a holiday', () => ({ at: moment('2026-10-07T10:00') })],
    [4, 'a word to the group unasked', () => ({ to: '', group: GROUP })],
    [
      4,
      'a list of units in the group',
      () => ({ to: '', group: GROUP, asked: true, text: '市教育局、市财政局' }),
    ],
    [5, 'a reminder to a group that is done', () => ({ to: demoCast.groupLiaison, title: '走访谈话提醒' })],
    [6, 'a call for a sign of life', () => ({ text: '请大家收到请回复' })],
    [6, 'somebody named in the group', () => ({ group: GROUP, asked: true, text: '市教育局未报' })],
    [
      7,
      'a second message after a downtime',
      () => ({ to: demoCast.cityCoordinator, at: moment('2026-04-10T10:05') }),
    ],
    [7, 'a message while the machine is off', () => ({ at: moment('2026-10-28T10:00') })],
    [
      7,
      'a reminder of yesterday',
      () => ({ title: '8月发文会议统计：今天截止', at: moment('2026-09-07T09:20') }),
    ],
    [8, 'a warning on half the figures', () => ({ ...warningOf(3), to: demoCast.countyCoordinator })],
  ];

  it.each(cases)('point %i sees %s', (point, about, letter) => {
    const parts = letter();
    const broken = point === 8 ? inIncomplete(parts) : withLetter(parts);
    const found = checkAll(broken).find((check) => check.point === point);
    expect(found?.failures.length, about).toBeGreaterThan(0);
  });

  const warningOf = (month: number) => ({
    text: `${month}月反弹苗头提示`,
    at: moment(`2026-0${month + 1}-09T10:00`),
  });

  /** In March one of 松渡县's seven units had no figures. */
  function inIncomplete(letter: Partial<Letter>): Year {
    const someone = desks.find(({ unit }) => unit.startsWith('02'))?.openId ?? '';
    return withLetter({ ...letter, to: someone });
  }

  /** Somebody who was reminded twice already of May. */
  function nudged(): string {
    const got = year.hall.letters.filter(({ title }) => title === '5月发文会议统计：今天截止');
    return got[0]?.to ?? '';
  }
});
