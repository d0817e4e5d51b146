import { isDay } from '../../../kernel/day.ts';
import { barredFromAnswers } from '../../rules/answer-text.ts';
import { type EntryText, FIELDS, type Field } from './entry-text.ts';

/** Why a text cannot be kept, or cannot go to review; `what` is the value that is wrong, or the limit. */
export interface Problem {
  field: Field;
  code:
    | 'missing'
    | 'tooLong'
    | 'badDay'
    | 'endsBeforeStart'
    | 'barred'
    | 'unknownUnit'
    | 'unknownFact'
    | 'unknownLocal'
    | 'alsoLike'
    | 'unknownSuccessor'
    | 'replacedWithoutEnd';
  what: string;
}

/** What the fields may point to. */
export interface Known {
  units: ReadonlySet<string>;
  facts: ReadonlySet<string>;
  figures: ReadonlySet<string>;
  /** Numbers of other entries. */
  entries: ReadonlySet<string>;
  /** A phrasing as the index reads it: two that read the same are one. */
  reads(phrase: string): string;
}

/**
 * A button and a card's title hold a question of 100; answers should be about 200 characters (domain 8); the others are
 * a line each.
 */
export const LONGEST = { question: 100, phrase: 100, answer: 2_000, line: 200 } as const;

const LINES = ['document', 'documentNumber', 'clause', 'office', 'phone', 'topic'] as const;

/** A draft may be kept without its document; nobody is asked to approve it so (domain 7). */
const NEEDED: Record<'draft' | 'review', readonly Field[]> = {
  draft: ['question', 'answer'],
  review: ['question', 'answer', 'document'],
};

/** All problems at once, in the order of the fields. */
export function problemsOf(text: EntryText, known: Known, stage: 'draft' | 'review'): Problem[] {
  const found = [
    ...missing(text, NEEDED[stage]),
    ...tooLong(text),
    ...daysOf(text),
    ...barred(text),
    ...unknown(text, known),
    ...alsoLike(text, known),
    ...successor(text, known),
  ];
  return found.sort((a, b) => FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field));
}

function problem(field: Field, code: Problem['code'], what: string | number = ''): Problem {
  return { field, code, what: String(what) };
}

function missing(text: EntryText, needed: readonly Field[]): Problem[] {
  return needed.filter((field) => text[field].length === 0).map((field) => problem(field, 'missing'));
}

function tooLong(text: EntryText): Problem[] {
  const longer = (value: string, most: number) => Array.from(value).length > most;
  return [
    ...(['question', 'answer'] as const)
      .filter((field) => longer(text[field], LONGEST[field]))
      .map((field) => problem(field, 'tooLong', LONGEST[field])),
    ...LINES.filter((field) => longer(text[field], LONGEST.line)).map((field) =>
      problem(field, 'tooLong', LONGEST.line),
    ),
    ...(['like', 'unlike'] as const)
      .filter((field) => text[field].some((phrase) => longer(phrase, LONGEST.phrase)))
      .map((field) => problem(field, 'tooLong', LONGEST.phrase)),
  ];
}

function daysOf({ validFrom, validUntil }: EntryText): Problem[] {
  const bad = (day: string) => day !== '' && !isDay(day);
  if (bad(validFrom) || bad(validUntil))
    return [
      ...(bad(validFrom) ? [problem('validFrom', 'badDay')] : []),
      ...(bad(validUntil) ? [problem('validUntil', 'badDay')] : []),
    ];
  return validUntil !== '' && validUntil < validFrom ? [problem('validUntil', 'endsBeforeStart')] : [];
}

/** Nothing that is served, searched or shown beside an answer may hold what answers may not (BR-34, BR-35). */
function barred(text: EntryText): Problem[] {
  const fields = ['question', 'like', 'unlike', 'answer', 'document', 'documentNumber', 'clause'] as const;
  return fields
    .filter((field) => [text[field]].flat().some(barredFromAnswers))
    .map((field) => problem(field, 'barred'));
}

function unknown(text: EntryText, known: Known): Problem[] {
  const beyond = (
    field: 'units' | 'factIds' | 'localFigures',
    code: Problem['code'],
    set: ReadonlySet<string>,
  ) => text[field].filter((one) => !set.has(one)).map((one) => problem(field, code, one));
  return [
    ...beyond('units', 'unknownUnit', known.units),
    ...beyond('factIds', 'unknownFact', known.facts),
    ...beyond('localFigures', 'unknownLocal', known.figures),
  ];
}

function alsoLike({ question, like, unlike }: EntryText, { reads }: Known): Problem[] {
  const own = new Set([question, ...like].map(reads));
  return unlike.filter((phrase) => own.has(reads(phrase))).map((one) => problem('unlike', 'alsoLike', one));
}

/** Whoever follows the hint to the new text must find one, and the old one must have ended. */
function successor({ replacedBy, validUntil }: EntryText, { entries }: Known): Problem[] {
  if (replacedBy === '') return [];
  return [
    ...(validUntil === '' ? [problem('validUntil', 'replacedWithoutEnd')] : []),
    ...(entries.has(replacedBy) ? [] : [problem('replacedBy', 'unknownSuccessor', replacedBy)]),
  ];
}
