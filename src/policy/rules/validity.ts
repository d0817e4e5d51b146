import { addDays, type Day } from '../../kernel/day.ts';
import { firstDay, lastDay, monthFrom } from '../../kernel/period.ts';
import * as lexicon from './lexicon-time.ts';

/** The time that a question asks about: some days of the past, or whenever the rule was another one. */
export type Moment =
  | { kind: 'then'; from: Day; until: Day; said: string }
  | { kind: 'earlier'; said: string };

/** What can be in force: both days included, empty when open. */
export interface InForce {
  validFrom: Day;
  validUntil: Day;
}

export interface Text extends InForce {
  document: string;
  /** Number of the entry that has taken its place; empty while none has. */
  replacedBy: string;
}

/** The past time for which a rule or figure is asked; undefined for the present, the future, and mere stories. */
export function momentIn(text: string, today: Day): Moment | undefined {
  const said = text.normalize('NFKC').replace(/\s+/g, '');
  const clauses = said.split(/[，。；！？,;!?]/).filter(Boolean);
  for (const clause of clauses) {
    if (!lexicon.RULE_OR_FIGURE.test(clause)) continue;
    const period = periodIn(clause, today);
    if (period) return period.from < `${today.slice(0, 4)}-01-01` ? period : undefined;
  }
  if (lexicon.NO_EARLIER.test(said)) return undefined;
  const words = lexicon.EARLIER.map((pattern) => pattern.exec(said)?.[0]).find(Boolean);
  return words === undefined ? undefined : { kind: 'earlier', said: words };
}

function periodIn(clause: string, today: Day): Extract<Moment, { kind: 'then' }> | undefined {
  const written = lexicon.YEAR.exec(clause);
  if (written) return periodOf(Number(digits(written[1] ?? '')), written[0], written[2], written[3]);
  const short = lexicon.SHORT_YEAR.exec(clause);
  if (short) return periodOf(2000 + Number(short[1]), short[0], undefined, undefined);
  if (!lexicon.RULE_ITSELF.test(clause)) return undefined;
  for (const [pattern, years] of lexicon.YEARS_AGO) {
    const match = pattern.exec(clause);
    if (match) return periodOf(Number(today.slice(0, 4)) - years, match[0], undefined, undefined);
  }
  return undefined;
}

function periodOf(year: number, said: string, part: string | undefined, month: string | undefined) {
  const [first, last] = month ? [Number(month), Number(month)] : monthsOfPart(part);
  return {
    kind: 'then' as const,
    from: firstDay(monthFrom(year, first)),
    until: lastDay(monthFrom(year, last)),
    said,
  };
}

function monthsOfPart(part: string | undefined): [first: number, last: number] {
  const known = part === undefined ? undefined : lexicon.PARTS_OF_YEAR[part];
  return known ? [...known] : [1, 12];
}

function digits(year: string): string {
  return year.replace(/\D/g, (name) => String(Math.max(0, lexicon.CHINESE_DIGITS.indexOf(name))));
}

export function isInForce({ validFrom, validUntil }: InForce, from: Day, until: Day = from): boolean {
  return validFrom <= until && (validUntil === '' || validUntil >= from);
}

/** On trial, run out, and nothing has taken its place: still answered with, but only with a warning (domain 7). */
export function isExpiredTrial(text: Text, today: Day): boolean {
  return isOnTrial(text) && text.replacedBy === '' && text.validUntil !== '' && text.validUntil < today;
}

function isOnTrial({ document }: Pick<Text, 'document'>): boolean {
  return lexicon.TRIAL.test(document);
}

/** The last day on which the search may find it: a trial document that ran out is found until something replaces it. */
export function foundUntil(text: Text): Day {
  return isOnTrial(text) && text.replacedBy === '' ? '' : text.validUntil;
}

/**
 * Of the texts that were published for one question, oldest first, the one in force at that time. A later text stands
 * in the place of the earlier ones from its own first day on, even after it has ended. Undefined when none is known.
 */
export function textThen<T extends InForce>(texts: readonly T[], moment: Moment): T | undefined {
  const last = texts.at(-1);
  if (!last) return undefined;
  const before = last.validFrom && addDays(last.validFrom, -1);
  const { from, until } = moment.kind === 'then' ? moment : { from: before, until: before };
  if (until === '') return undefined;
  let replacedFrom: Day = '';
  for (const text of texts.toReversed()) {
    const own = replacedFrom === '' || text.validFrom < replacedFrom;
    const ends = replacedFrom === '' ? text.validUntil : firstOf(text.validUntil, addDays(replacedFrom, -1));
    if (own && isInForce({ ...text, validUntil: ends }, from, until)) return text;
    if (text.validFrom === '') break;
    replacedFrom = replacedFrom === '' ? text.validFrom : firstOf(text.validFrom, replacedFrom);
  }
  // What went before may have ended some time before the present text began.
  return moment.kind === 'earlier' ? texts.at(-2) : undefined;
}

/** The earlier of two days, the first of which may be open. */
function firstOf(day: Day, other: Day): Day {
  return day !== '' && day < other ? day : other;
}
