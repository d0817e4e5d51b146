import type { Day } from '../../../kernel/day.ts';
import { readNumber, readYears } from '../../../kernel/number.ts';
import { monthOf } from '../../../kernel/period.ts';
import { clausesOf, plainly } from './amounts.ts';
import * as lexicon from './lexicon-allowance.ts';
import { type Ask, ask, type Inputs } from './step.ts';

/** One span of service, as written. */
export interface Stint {
  text: string;
  months: number;
  /** Worked in townships; other time does not count (BT-11). */
  counted: boolean;
}

/** Service in townships, and what it is put together from. */
export interface Service {
  months: number;
  stints: readonly Stint[];
  /** Counted from this month until the present one; both empty when spans were given. */
  since: string;
  until: string;
}

/** Longer than anybody serves. */
const MOST_MONTHS = 60 * 12;

/** Marks a span that does not count. */
const AWAY_MARK = '!';

/** The spans of service in a sentence; none when several stand there that nothing puts together. */
export function readStints(said: string): Stint[] {
  const stints = clausesOf(said).flatMap((clause) => {
    const spans = [...clause.matchAll(lexicon.SPAN)].filter(({ 0: text, index }) => {
      const after = clause.slice(index + text.length);
      return (
        !lexicon.NO_SPAN_BEFORE.test(clause.slice(0, index)) &&
        !lexicon.NO_SPAN_AFTER.test(after) &&
        !lexicon.ONE_MONTH.test(text) &&
        !(lexicon.ONE_YEAR.test(text) && lexicon.OF_MONEY.test(after))
      );
    });
    return spans.flatMap((match, i) => {
      const text = match.groups?.['span'] ?? '';
      const months = monthsIn(text) ?? beyondLife(match.groups?.['years']);
      if (months === undefined) return [];
      const previous = spans[i - 1];
      const before = clause.slice(previous ? previous.index + previous[0].length : 0, match.index);
      const after = clause.slice(match.index + match[0].length, spans[i + 1]?.index);
      const place = placeOf(before, after);
      return [{ text, months, counted: !lexicon.AWAY.test(place), placed: lexicon.IN_TOWNSHIP.test(place) }];
    });
  });
  const together = stints.some(({ placed }) => placed) || lexicon.ONE_AFTER_ANOTHER.test(said);
  if (stints.length > 1 && !together) return [];
  return stints.map(({ text, months, counted }) => ({ text, months, counted }));
}

/** A number no life is long enough for, and no year of the calendar: it is read to be explained. */
function beyondLife(years: string | undefined): number | undefined {
  const value = readNumber(years ?? '') ?? 0;
  return value > 100 && value < 1900 ? MOST_MONTHS + 1 : undefined;
}

/** What stands before a span names its place; failing that, what stands behind it. */
function placeOf(before: string, after: string): string {
  return lexicon.AWAY.test(before) || lexicon.IN_TOWNSHIP.test(before) ? before : after;
}

/** Whole months of a span as typed: `9年半` is 114; undefined when it cannot be read or no life is that long. */
export function monthsIn(text: string): number | undefined {
  const years = readYears(text);
  if (years === undefined) return undefined;
  // A third of a year is four months; binary fractions fall a hair short of it.
  const months = Math.floor(years * 12 + 1e-6);
  return months <= MOST_MONTHS ? months : undefined;
}

/** The month somebody has served since, `2015-09`; January when only the year was said. */
export function readSince(said: string): string | undefined {
  const groups = lexicon.SINCE.exec(said)?.groups;
  if (!groups) return undefined;
  const month = Number(groups['month'] ?? 1);
  return month >= 1 && month <= 12 ? `${groups['year']}-${String(month).padStart(2, '0')}` : undefined;
}

/** Full months from the beginning of a month until today; undefined when that month lies ahead. */
export function monthsSince(since: string, today: Day): number | undefined {
  const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  const months = index(today) - index(since);
  return /^\d{4}-\d{2}$/.test(since) && months >= 0 && months <= MOST_MONTHS ? months : undefined;
}

/** For the buttons: `6年+7年+!2年`. */
export function stintsText(stints: readonly Stint[]): string {
  return stints.map(({ text, counted }) => `${counted ? '' : AWAY_MARK}${text}`).join('+');
}

/** The service that `years` or `since` tell of, or what is to be asked. */
export function serviceOf({ years: typed, since }: Inputs, today: Day): Service | Ask {
  if (!typed) {
    const months = since === undefined ? undefined : monthsSince(since, today);
    return months === undefined || since === undefined
      ? ask('years')
      : { months, stints: [], since, until: monthOf(today) };
  }
  const stints = readStintsText(typed);
  const months = stints?.reduce((sum, stint) => sum + (stint.counted ? stint.months : 0), 0) ?? 0;
  if (!stints) return ask('years', { typed, problem: problemOf(typed) });
  if (months > MOST_MONTHS) return ask('years', { typed, problem: 'too_many_years' });
  return { months, stints, since: '', until: '' };
}

/** Spans from a button, or as somebody typed them into the form. */
function readStintsText(text: string): Stint[] | undefined {
  const stints = text.split('+').map((part): Stint | undefined => {
    const counted = !part.startsWith(AWAY_MARK);
    const span = counted ? part : part.slice(AWAY_MARK.length);
    const months = monthsIn(span);
    return months === undefined ? undefined : { text: span, months, counted };
  });
  if (stints.every((stint) => stint !== undefined)) return stints;
  const said = readStints(plainly(text));
  return said.length > 0 ? said : undefined;
}

function problemOf(typed: string): 'negative' | 'too_many_years' | 'unreadable' {
  const value = readNumber(plainly(typed).replace(lexicon.YEARS_WORD, ''));
  if (value === undefined) return 'unreadable';
  return value < 0 ? 'negative' : 'too_many_years';
}
