import { addDays, type Day } from '../../src/kernel/day.ts';
import type { Person } from '../scenarios/person.ts';
import { MONTHS, monthAfter, nthWorkday } from './calendar.ts';
import { amountsOf, bringIn, registered, unplannedOf } from './city.ts';
import { CHANGES, type Change, desks, FORGOTTEN, isDeputy, type Post, posts } from './desks.ts';
import type { Hall } from './hall.ts';
import type { Letter } from './post-office.ts';

/** One answer of a liaison: to a card, or before it. */
export interface Report {
  openId: string;
  unit: string;
  month: string;
  /** Ms UTC. */
  at: number;
  /** Numbers that had to be touched. */
  fields: number;
}

type Note = (person: Person, unit: string, month: string, fields: number) => void;

/** The card itself, and not a reminder of it. */
export const CARD = /^(\d+)月发文会议统计$/;

/** @returns what they will have answered in the course of the year. */
export function seatLiaisons(hall: Hall): readonly Report[] {
  const reports: Report[] = [];
  const note: Note = ({ openId }, unit, month, fields) =>
    void reports.push({ openId, unit, month, fields, at: hall.quarters.clock.now() });

  for (const month of MONTHS) {
    const known = posts.filter(({ hasFigures }) => hasFigures).map(({ unit }) => unit);
    hall.plan(`${month}-21T16:00`, '', () => bringIn(hall.quarters, { 历史数据: registered(month, known) }));
  }
  for (const change of CHANGES) replace(hall, change);
  for (const desk of desks) {
    const post = posts.find(({ unit }) => unit === desk.unit);
    if (!post || isDeputy(desk.openId, desk.unit)) continue;
    const { openId } = desk;
    if (post.manner === 'ahead') for (const month of MONTHS) typeAhead(hall, openId, post, month, note);
    hall.onLetterTo(openId, (letter) => {
      const month = monthOf(letter);
      if (month) answerCard(hall, openId, post, month, letter, note);
    });
  }
  return reports;
}

function monthOf({ title, asked }: Letter): string | undefined {
  const number = asked ? undefined : CARD.exec(title)?.[1];
  return number && MONTHS[Number(number) - 1];
}

/** The day on which a month's collection ends. */
export function deadlineDay(month: string): Day {
  return nthWorkday(monthAfter(month), 3);
}

function answerCard(hall: Hall, openId: string, post: Post, month: string, { at }: Letter, note: Note): void {
  const soon = at + 20 * 60_000 + (openId.charCodeAt(openId.length - 1) % 20) * 60_000;
  const last = `${deadlineDay(month)}T17:50`;
  const confirm = (when: string | number, nervous = false) =>
    hall.does(
      openId,
      when,
      async (person) => {
        // Whoever comes too late finds the registered figures adopted.
        if (!stands(person, '[确认无误]')) return;
        await person.clicks('确认无误');
        note(person, post.unit, month, 0);
      },
      { nervous },
    );
  const fill = (when: string | number, more = 0) =>
    hall.does(openId, when, (person) => fillIn(hall, person, post, month, more, note));
  switch (post.manner) {
    case 'nervous':
      return confirm(soon, true);
    case 'changing':
      return fill(soon, 1);
    case 'absent':
      return undefined;
    case 'forgetful':
      if (FORGOTTEN.includes(month)) return correctLater(hall, openId, post, month, note);
      return fill(last);
    case 'late':
      return post.hasFigures ? confirm(last) : fill(last);
    default:
      return post.hasFigures || post.manner === 'ahead' ? confirm(soon) : fill(soon);
  }
}

async function fillIn(
  hall: Hall,
  person: Person,
  { unit }: Pick<Post, 'unit'>,
  month: string,
  more: number,
  note: Note,
): Promise<void> {
  if (stands(person, '：已采用')) return;
  if (stands(person, '：已截止')) return correct(hall, person, { unit }, month, note);
  if (stands(person, '[修改]')) await person.clicks('修改', /发文会议统计/);
  note(person, unit, month, await hall.fillsIn(person, wanted(unit, month, more)));
}

function wanted(unit: string, month: string, more = 0): Record<string, string> {
  const { 发文, 会议, 督查检查考核 } = amountsOf(unit, month);
  return {
    发文: String(发文 + more),
    发文·其中计划外: String(unplannedOf(发文)),
    会议: String(会议),
    会议·其中计划外: String(unplannedOf(会议)),
    督查检查考核: String(督查检查考核),
  };
}

/** Two days after the report somebody from the office rings up. */
function correctLater(hall: Hall, openId: string, { unit }: Post, month: string, note: Note): void {
  const day = addDays(nthWorkday(monthAfter(month), 5), 2);
  hall.does(openId, `${day}T10:30`, (person) => correct(hall, person, { unit }, month, note));
}

async function correct(
  hall: Hall,
  person: Person,
  { unit }: Pick<Post, 'unit'>,
  month: string,
  note: Note,
): Promise<void> {
  await person.says(`更正 ${month}`);
  note(
    person,
    unit,
    month,
    await hall.fillsIn(person, wanted(unit, month), { 更正原因: '截止前没来得及报' }),
  );
}

/** The newest card of a month says this. */
function stands(person: Person, text: string): boolean {
  return (
    person
      .received()
      .findLast((card) => card.includes('月发文会议统计'))
      ?.includes(text) === true
  );
}

function typeAhead(hall: Hall, openId: string, { unit }: Post, month: string, note: Note): void {
  const { 发文, 会议, 督查检查考核 } = amountsOf(unit, month);
  hall.does(openId, `${month}-21T17:30`, async (person) => {
    await person.says(`${Number(month.slice(5))}月发文${发文}件会议${会议}次督查检查考核${督查检查考核}次`);
    await person.clicks('提交');
    // A line in the chat instead of fields on the card.
    note(person, unit, month, 0);
  });
}

/** The old one leaves the tenant, the new one is entered; what is left to do the new one finds by asking. */
function replace(hall: Hall, { unit, leaves, comes, newcomer }: Change): void {
  const old = desks.find((desk) => desk.unit === unit)?.openId ?? '';
  hall.plan(leaves, '', () => hall.quarters.platform.users.setState(old, 'resigned'));
  hall.plan(comes, '', async () => {
    hall.quarters.platform.addPerson({ ...newcomer, title: '办公室', state: 'active' });
    await bringIn(hall.quarters, {
      人员: [{ 姓名: newcomer.name, 单位编码: unit, open_id: newcomer.openId, 角色: '联络员' }],
    });
  });
  hall.does(newcomer.openId, `${comes.slice(0, 10)}T11:00`, (person) => person.says('我的任务'), {
    name: newcomer.name,
  });
}
