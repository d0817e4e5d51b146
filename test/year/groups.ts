import { demoUnits } from '../../db/seed/demo/units.ts';
import { demoInspectionGroups } from '../../db/seed/demo/visits.ts';
import { dayOf } from '../../src/kernel/day.ts';
import type { Person } from '../scenarios/person.ts';
import { bringIn } from './city.ts';
import type { Hall } from './hall.ts';

/**
 * - early: done before the first reminder; steady: something after every card
 * - late: all of it on the last reminder; overdue: after the half-year, with the real dates
 */
type Manner = 'early' | 'steady' | 'late' | 'overdue';
const MANNERS: readonly Manner[] = ['early', 'steady', 'late', 'steady'];

/** Domain 6: the halves, and when what was forgotten is entered. */
const HALVES = [
  { early: '2026-04-09', over: '2026-07-03' },
  { early: '2026-10-15', over: '' },
] as const;

const names = new Map(demoUnits.map(({ code, name }) => [code, name]));

export const inspectionGroups = demoInspectionGroups().map(({ number, liaison, points }, i) => ({
  number,
  liaison,
  points: points.map((code) => names.get(code) ?? code),
  codes: points,
  manner: i === 16 ? 'overdue' : (MANNERS[i % MANNERS.length] ?? 'steady'),
}));

/** The liaison of one group leaves between its reminders. */
const CHANGE = { group: '02', leaves: '2026-05-12T10:00', comes: '2026-05-14T09:30' };
export const newGroupLiaison = { openId: 'ou_year_newcomer_3', name: '沈知夏' };

const ALL = Number.POSITIVE_INFINITY;

type Note = (count: number) => void;

export const REMINDER = /^走访谈话提醒/;

/** One visit or talk as it was entered. */
export interface Done {
  group: string;
  half: 'H1' | 'H2';
  /** Ms UTC. */
  at: number;
  /** Two where visit and talk were entered by one tap. */
  count: number;
}

/** @returns what they will have entered in the course of the year. */
export function seatGroups(hall: Hall): readonly Done[] {
  const done: Done[] = [];
  const { clock } = hall.quarters;
  for (const group of inspectionGroups) {
    const people = group.number === CHANGE.group ? [group.liaison, newGroupLiaison.openId] : [group.liaison];
    const act = (
      openId: string,
      at: string | number,
      deed: (person: Person, note: (count: number) => void) => Promise<unknown>,
      half?: 'H1' | 'H2',
    ) =>
      hall.does(openId, at, (person) =>
        deed(person, (count) => {
          const now = clock.now();
          const current = dayOf(now) < '2026-07-01' ? 'H1' : 'H2';
          done.push({ group: group.number, half: half ?? current, at: now, count });
        }),
      );
    if (group.manner === 'early')
      for (const { early } of HALVES)
        act(group.liaison, `${early}T10:00`, (person, note) => tickOff(person, group.points, ALL, note));
    if (group.manner === 'overdue')
      act(
        group.liaison,
        `${HALVES[0].over}T15:00`,
        (person, note) => enterLate(person, group.points, note),
        'H1',
      );
    for (const openId of people) {
      hall.onLetterTo(openId, ({ title, text, at }) => {
        if (!REMINDER.test(title)) return;
        const left = Number(/还有 (\d+) 天/.exec(text)?.[1] ?? 0);
        if (group.manner === 'steady')
          act(openId, at + 2 * 3_600_000, (person, note) => tickOff(person, group.points, 2, note));
        if (group.manner === 'late' && left <= 7)
          act(openId, at + 3_600_000, (person, note) => tickOff(person, group.points, ALL, note));
      });
    }
  }
  replace(hall);
  return done;
}

/** From the card that 走访登记 opens; both at once where both are open, which is one tap a point. */
async function tickOff(person: Person, points: readonly string[], most: number, note: Note): Promise<void> {
  await person.says('走访登记');
  for (const point of points) {
    if (most <= 0) return;
    const card = person.received().at(-1) ?? '';
    const button = ['同日走访并谈话', '谈话', '走访']
      .map((kind) => `${kind} ${point}`)
      .find((text) => card.includes(`[${text}]`));
    if (!button) continue;
    const { tone, says } = await person.clicks(button, /走访谈话登记/);
    if (tone === 'error') throw new Error(says);
    note(button.startsWith('同日') ? 2 : 1);
    most--;
  }
}

async function enterLate(person: Person, points: readonly string[], note: Note): Promise<void> {
  await person.says('走访登记 上半年');
  for (const point of points) {
    await person.clicks('按实际日期补登记');
    const { tone, says } = await person.submits({
      联系点: point,
      类型: '同日走访并谈话',
      日期: '2026-06-26',
    });
    if (tone === 'error') throw new Error(says);
    note(2);
  }
}

function replace(hall: Hall): void {
  const group = inspectionGroups.find(({ number }) => number === CHANGE.group);
  if (!group) throw new Error(`no group ${CHANGE.group}`);
  hall.plan(CHANGE.leaves, '', () => hall.quarters.platform.users.setState(group.liaison, 'resigned'));
  hall.plan(CHANGE.comes, '', async () => {
    const { openId, name } = newGroupLiaison;
    hall.quarters.platform.addPerson({ openId, name, title: '市委组织部', state: 'active' });
    const unit = demoUnits.find((one) => one.name === '市委组织部')?.code ?? '';
    await bringIn(hall.quarters, {
      人员: [{ 姓名: name, 单位编码: unit, open_id: openId, 角色: '考察组联络员' }],
      考察组: [{ 组号: CHANGE.group, 联络员open_id: openId, 联系点编码: group.codes.join('；') }],
    });
  });
}
