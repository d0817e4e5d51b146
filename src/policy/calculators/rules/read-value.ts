import { readNumber } from '../../../kernel/number.ts';
import { plainly } from './amounts.ts';
import { type Exact, exact } from './exact.ts';
import * as lexicon from './lexicon.ts';
import type { Problem } from './step.ts';

export type Reading = { value: Exact } | { problem: Problem };

/** A village's yearly income or a monthly pay below this is a slip: 46 written for 46万. */
const LEAST_SUM = 100;
/** No village and no pay comes near it (100 亿); more zeros are a slip of the finger. */
const MOST_SUM = 10_000_000_000;
/** More documents or meetings than any office counts, and more characters than any document has. */
const MOST_COUNT = 999_999;

/** Yuan, as typed: `46万`, `2600元`, `3千`, `46w`. Zero and losses are read, not refused. */
export function readSum(typed: string): Reading {
  const written = plainly(typed);
  const value = readNumber(written.replace(lexicon.LOSS, '-').replace(lexicon.UNIT_OF_SUM, ''));
  if (value === undefined) return { problem: tooLong(written) ? 'too_large' : 'unreadable' };
  if (Math.abs(value) > MOST_SUM) return { problem: 'too_large' };
  return value > 0 && value < LEAST_SUM ? { problem: 'too_small' } : { value: exact(value) };
}

/** A whole number of documents, meetings, days or characters, zero included. */
export function readWhole(typed: string, most: number = MOST_COUNT): Reading {
  const written = plainly(typed);
  const value = readNumber(written.replace(lexicon.UNIT_OF_COUNT, ''));
  if (value === undefined) return { problem: tooLong(written) ? 'too_large' : 'unreadable' };
  if (value < 0) return { problem: 'negative' };
  if (value > most) return { problem: 'too_large' };
  return Number.isInteger(value) ? { value: exact(value) } : { problem: 'fraction' };
}

/** More digits than a number can be read with. */
function tooLong(written: string): boolean {
  return written.replace(/\D/g, '').length > 12;
}
