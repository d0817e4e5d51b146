import { addDays, type Day, isDay } from '../../../kernel/day.ts';
import { readNumber } from '../../../kernel/number.ts';
import { type Month, monthFrom, yearOf } from '../../../kernel/period.ts';
import { plainly } from './amounts.ts';
import * as lexicon from './lexicon-dates.ts';

/** A day as written, or as a date picker sends it; one without its year lies in the year of `today`. */
export function readDay(text: string, today: Day): Day | undefined {
  const said = plainly(text);
  const groups = lexicon.DAY.exec(said)?.groups;
  if (!groups) {
    if (lexicon.TODAY.test(said)) return today;
    if (lexicon.YESTERDAY.test(said)) return addDays(today, -1);
    if (lexicon.TOMORROW.test(said)) return addDays(today, 1);
    const bare = lexicon.BARE_DAY.exec(said)?.groups?.['day'];
    return bare === undefined ? undefined : dayIn(today.slice(0, 8), bare);
  }
  return dayIn(`${groups['year'] ?? today.slice(0, 4)}-${twoDigits(groups['month'])}-`, groups['day']);
}

function dayIn(month: string, number: string | undefined): Day | undefined {
  const day = `${month}${twoDigits(number)}`;
  return isDay(day) ? day : undefined;
}

function twoDigits(number: string | undefined): string {
  return String(readNumber(number ?? '') ?? 0).padStart(2, '0');
}

/** The words of a sentence that name a day; empty when none do. */
export function dayWords(said: string): string {
  const day = lexicon.DAY.exec(said);
  const named = [lexicon.TODAY, lexicon.YESTERDAY, lexicon.TOMORROW, lexicon.BARE_DAY].map(
    (pattern) => pattern.exec(said)?.[0],
  );
  return day?.[0] ?? named.find((word) => word !== undefined) ?? '';
}

/** The year a sentence speaks of: `2026`, or `-1` and `1` beside today's; undefined when it names none. */
export function readYear(said: string): string | undefined {
  const year = lexicon.YEAR.exec(said)?.groups?.['year'];
  if (year || !lexicon.LAST_YEAR.test(said)) return year ?? (lexicon.NEXT_YEAR.test(said) ? '1' : undefined);
  return '-1';
}

/** What `readYear` read, as of today; today's year for anything else. */
export function yearMeant(read: string | undefined, today: Day): number {
  if (read !== undefined && /^20\d\d$/.test(read)) return Number(read);
  return yearOf(today) + (read === '-1' ? -1 : read === '1' ? 1 : 0);
}

/** TJ-09 tells the holidays of 2026. */
export function holidayFacts(...periods: string[]): string[] {
  return periods.some((period) => yearOf(period) === 2026) ? ['TJ-09'] : [];
}

export function monthIn(year: number, number: string | undefined): Month | undefined {
  const month = readNumber(number ?? '');
  return month !== undefined && month >= 1 && month <= 12 ? monthFrom(year, month) : undefined;
}
