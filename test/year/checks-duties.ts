import { addDays, dayOf } from '../../src/kernel/day.ts';
import { isWorkday, MONTHS, monthAfter, nthWorkday, workdayFrom } from './calendar.ts';
import { type Check, shown } from './checks.ts';
import { desks } from './desks.ts';
import { inspectionGroups, newGroupLiaison, REMINDER } from './groups.ts';
import { CARD, deadlineDay } from './liaisons.ts';
import type { Letter } from './post-office.ts';
import type { Year } from './run.ts';

const NUDGE = /^(\d+)月发文会议统计：(今天|\S+)截止$/;

/** At most one card and two nudges a month for every liaison (BR-13, BR-17), and little to change on it. */
export function checkCards({ hall, reports }: Year): Check {
  const unasked = Map.groupBy(
    hall.letters.filter(({ asked }) => !asked),
    ({ to }) => to,
  );
  const failures = desks.flatMap(({ openId, from, to }) => {
    const got = unasked.get(openId) ?? [];
    const months = MONTHS.filter((month) => month >= from && month <= to).map((month) =>
      String(Number(month.slice(5))),
    );
    const cards = got.flatMap(({ title }) => CARD.exec(title)?.[1] ?? []);
    const nudges = got.flatMap(({ title }) => NUDGE.exec(title)?.[1] ?? []);
    const own = reports.filter((report) => report.openId === openId);
    const mean = own.reduce((sum, { fields }) => sum + fields, 0) / Math.max(own.length, 1);
    return [
      ...(cards.toSorted().join() === months.toSorted().join()
        ? []
        : [`${openId} got the cards of ${cards.join('、')} instead of ${months.join('、')}`]),
      ...(nudges.length <= 2 * months.length ? [] : [`${openId} got ${nudges.length} reminders`]),
      ...MONTHS.filter(
        (month) => nudges.filter((one) => one === String(Number(month.slice(5)))).length > 2,
      ).map((month) => `${openId} got more than two reminders of ${month}`),
      ...(mean <= 2 ? [] : [`${openId} had to change ${mean.toFixed(1)} fields a card`]),
    ];
  });
  const changed = reports.reduce((sum, { fields }) => sum + fields, 0) / Math.max(reports.length, 1);
  const most = Math.max(...desks.map(({ openId }) => (unasked.get(openId) ?? []).filter(isNudge).length));
  return {
    point: 2,
    says: '每个联络员全年填报卡 12 张（中途换人按岗位），提醒不超过 24 条，平均改动不超过 2 个数',
    counted: `${desks.length} 人，提醒最多的 ${most} 条，平均改 ${changed.toFixed(2)} 个数`,
    failures,
  };
}

function isNudge({ title }: Letter): boolean {
  return NUDGE.test(title);
}

/** A nudge that comes when its day is over; undefined for what is none. */
export function nudgeIsStale({ title, at }: Letter): boolean {
  const [, number = '', day] = NUDGE.exec(title) ?? [];
  if (!number) return false;
  const today = dayOf(at);
  // The month before the one in which the reminder comes.
  const month = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
  const deadline = deadlineDay(month);
  if (day === '今天') return today !== deadline;
  return today !== lastWorkdayBefore(deadline);
}

function lastWorkdayBefore(day: string): string {
  const before = addDays(day, -1);
  return isWorkday(before) ? before : lastWorkdayBefore(before);
}

/** Domain 6. */
const LEADS = [60, 30, 15, 7];

/** Four reminder days a half-year, to groups with something open and to nobody else. */
export function checkReminders({ hall, visits }: Year): Check {
  const reminders = hall.letters.filter(({ title, asked }) => !asked && REMINDER.test(title));
  const failures = reminders.flatMap((letter) => {
    const group = inspectionGroups.find(({ number, liaison }) =>
      [liaison, ...(number === '02' ? [newGroupLiaison.openId] : [])].includes(letter.to),
    );
    if (!group) return [`not to a group: ${shown(letter)}`];
    const half = dayOf(letter.at) < '2026-07-01' ? 'H1' : 'H2';
    const done = visits
      .filter((visit) => visit.group === group.number && visit.half === half && visit.at < letter.at)
      .reduce((sum, { count }) => sum + count, 0);
    const open = group.points.length * 2 - done;
    const stated = Number(/还差 (\d+) 项/.exec(letter.text)?.[1]);
    return [
      ...(open > 0 && stated === open ? [] : [`${open} open, ${stated} said: ${shown(letter)}`]),
      ...(reminderDays(half, hall.downtimes).has(dayOf(letter.at))
        ? []
        : [`not a reminder day: ${shown(letter)}`]),
    ];
  });
  const perHalf = Map.groupBy(reminders, ({ to, at }) => `${to} ${dayOf(at) < '2026-07-01' ? 'H1' : 'H2'}`);
  const most = Math.max(0, ...[...perHalf.values()].map(({ length }) => length));
  const tooMany = [...perHalf]
    .filter(([, some]) => some.length > LEADS.length)
    .map(([who]) => `more than 4: ${who}`);
  return {
    point: 5,
    says: '考察组提醒只发未完成的组，每组每半年不超过 4 次',
    counted: `${reminders.length} 条，最多 ${most} 次`,
    failures: [...failures, ...tooMany, ...(reminders.length > 0 ? [] : ['no group was reminded'])],
  };
}

/** Moved back to a workday; what fell into a downtime comes when it is over. */
function reminderDays(half: 'H1' | 'H2', downtimes: readonly { from: number; to: number }[]): Set<string> {
  const end = half === 'H1' ? '2026-06-30' : '2026-12-31';
  return new Set(
    LEADS.map((lead) => {
      const day = addDays(end, -lead);
      const workday = isWorkday(day) ? day : lastWorkdayBefore(day);
      const off = downtimes.find(({ from, to }) => workday > dayOf(from) && workday <= dayOf(to));
      return off ? workdayFrom(dayOf(off.to)) : workday;
    }),
  );
}

/** When a month's report is made and its warnings are decided (domain 2). */
export function decisionDay(month: string): string {
  return nthWorkday(monthAfter(month), 5);
}
