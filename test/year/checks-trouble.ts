import { addDays, dayOf } from '../../src/kernel/day.ts';
import { moment } from '../support/house.ts';
import { isWorkingTime, MONTHS, workdayFrom } from './calendar.ts';
import { type Check, shown } from './checks.ts';
import { decisionDay, nudgeIsStale } from './checks-duties.ts';
import { type Post, posts } from './desks.ts';
import { levelsOf } from './roster.ts';
import type { Year } from './run.ts';

const HALF_HOUR_MS = 30 * 60_000;

/** Nothing while the machine is off; afterwards at most one message each, and no reminder of what is over. */
export function checkDowntime({ hall }: Year): Check {
  const unasked = hall.letters.filter(({ asked }) => !asked);
  const failures = hall.downtimes.flatMap(({ from, to }) => {
    const meanwhile = unasked.filter(({ at }) => at >= from && at < to);
    const opens = isWorkingTime(to) ? to : moment(`${workdayFrom(addDays(dayOf(to), 1))}T08:30`);
    const after = unasked.filter(({ at }) => at >= to && at < opens + HALF_HOUR_MS + 5 * 60_000);
    const several = [...Map.groupBy(after, (letter) => letter.to).values()].filter(
      ({ length }) => length > 1,
    );
    return [...meanwhile.map(shown), ...several.map((some) => `together: ${some.map(shown).join('; ')}`)];
  });
  const caughtUp = unasked.filter(({ at }) =>
    hall.downtimes.some(({ to }) => at >= to && at < to + 24 * 3_600_000),
  );
  return {
    point: 7,
    says: '停机后恢复：不补发过期提醒，每人只收一次汇总',
    counted: `停机 ${hall.downtimes.length} 次，恢复后一天内 ${caughtUp.length} 条`,
    failures: [...failures, ...unasked.filter(nudgeIsStale).map((letter) => `stale: ${shown(letter)}`)],
  };
}

const COMPLETE = 0.95;

/** Whose figures are not there when a month is decided, as people know it. */
function missing(year: Year, month: string): Post[] {
  const decided = moment(`${decisionDay(month)}T09:30`);
  return posts.filter(
    ({ unit, hasFigures }) =>
      !hasFigures &&
      !year.reports.some((report) => report.unit === unit && report.month === month && report.at < decided),
  );
}

/** A level in which figures are missing says nothing about anybody. */
export function checkCompleteness(year: Year): Check {
  const levels = [...new Set(posts.map(({ county }) => county))];
  const decided = MONTHS.slice(0, -1).flatMap((month) =>
    levels.map((level) => {
      const own = posts.filter(({ county }) => county === level);
      const without = missing(year, month).filter(({ county }) => county === level);
      return { month, level, complete: 1 - without.length / own.length >= COMPLETE };
    }),
  );
  const warned = year.hall.letters.filter(({ asked, text }) => !asked && /\d+月反弹苗头/.test(text));
  const toLevel = (month: string, level: string) =>
    warned.filter(
      ({ at, to, text }) =>
        text.includes(`${Number(month.slice(5))}月反弹苗头`) &&
        dayOf(at) >= decisionDay(month) &&
        levelsOf(to).includes(level),
    );
  const incomplete = decided.filter(({ complete }) => !complete);
  const spoken = decided.filter(({ complete, month, level }) => complete && toLevel(month, level).length > 0);
  return {
    point: 8,
    says: '数据不齐（低于 95%）时不发任何预警',
    counted: `${incomplete.length} 个层级·月不齐，${spoken.length} 个齐的发了预警`,
    failures: [
      ...incomplete.flatMap(({ month, level }) => toLevel(month, level).map(shown)),
      ...(incomplete.length > 0 ? [] : ['the figures were never incomplete']),
      ...(spoken.length > 0 ? [] : ['nobody was ever warned']),
    ],
  };
}
