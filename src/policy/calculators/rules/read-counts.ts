import { readNumber } from '../../../kernel/number.ts';
import { clausesOf } from './amounts.ts';
import * as lexicon from './lexicon-plan.ts';

/** What a count in a sentence is. */
export type Part = 'plan' | 'done' | 'before' | 'now' | 'difference' | 'unnamed';

export interface Count {
  text: string;
  part: Part;
}

export type Subject = 'document' | 'meeting' | 'inspection';

/** Counts of documents, meetings and the like, each with what the words beside it make of it. */
export function readCounts(said: string): Count[] {
  return clausesOf(said).flatMap((clause) => {
    const matches = [...clause.matchAll(lexicon.COUNT)];
    return matches.flatMap((match, i) => {
      const { sign = '', count = '' } = match.groups ?? {};
      if (readNumber(count) === undefined) return [];
      const previous = matches[i - 1];
      const before = clause.slice(previous ? endOf(previous, clause) : 0, match.index);
      const after = clause.slice(match.index + match[0].length);
      return [{ text: sign ? `-${count}` : count, part: partOf(before, after) }];
    });
  });
}

/** Where a count ends with the words behind it that belong to it: `60件的计划`. */
function endOf(match: RegExpExecArray, clause: string): number {
  const end = match.index + match[0].length;
  return end + (lexicon.PLAN_AFTER.exec(clause.slice(end))?.[0].length ?? 0);
}

/** The telling words first: a plan *of documents to send out* is a plan all the same. */
const PARTS = [
  ['plan', lexicon.PLAN],
  ['before', lexicon.BEFORE],
  ['now', lexicon.NOW],
  ['done', lexicon.DONE],
] as const;

function partOf(before: string, after: string): Part {
  if (lexicon.PLAN_AFTER.test(after)) return 'plan';
  if (lexicon.DIFFERENCE.test(before)) return 'difference';
  const words = before.replace(lexicon.SHARE_PHRASE, '');
  return PARTS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'unnamed';
}

function subjectIn(said: string): Subject | undefined {
  if (lexicon.MEETINGS.test(said)) return 'meeting';
  if (lexicon.INSPECTIONS.test(said)) return 'inspection';
  return lexicon.DOCUMENTS.test(said) ? 'document' : undefined;
}

/** The subject by its name or by the measure word of a count. */
export function measuredSubject(said: string): Subject | undefined {
  return (
    subjectIn(said) ??
    (lexicon.PIECES.test(said) ? 'document' : lexicon.TIMES.test(said) ? 'meeting' : undefined)
  );
}

/** A subject from a button. */
export function subjectOf(text: string | undefined): Subject | undefined {
  return text === 'document' || text === 'meeting' || text === 'inspection' ? text : undefined;
}

/** The month that figures reach to, 1 … 12; undefined when none is named. */
export function monthReached(said: string): string | undefined {
  const counted = lexicon.FIRST_MONTHS.exec(said)?.groups?.['month'];
  if (counted) return counted;
  const quarter = lexicon.QUARTERS.find(([pattern]) => pattern.test(said));
  if (quarter) return String(quarter[1]);
  const named = lexicon.UP_TO_MONTH.exec(said)?.groups?.['month'];
  if (named) return String(readNumber(named) ?? '');
  return lexicon.HALF.test(said.replace(lexicon.SECOND_HALF_ONLY, '')) ? '6' : undefined;
}
