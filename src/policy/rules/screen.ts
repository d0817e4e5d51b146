import type { Decision } from '../../kernel/reason.ts';
import { hasIdentityNumber } from '../../kernel/text.ts';
import * as lexicon from './lexicon.ts';

export type SensitiveReason = 'identity_number' | 'secret_mark' | 'who_reported' | 'report' | 'talk_contents';
export type RefusalReason = 'instructions' | 'personal' | 'promotion' | 'evasion' | 'case';

/** `sensitive` is never kept; `refuse` is declined whatever is on record. Undefined: an ordinary question. */
export type Screened = Decision<'sensitive', SensitiveReason> | Decision<'refuse', RefusalReason> | undefined;

/** Looked at before anything is searched, counted or logged (BR-21, BR-35). */
export function screen(text: string): Screened {
  if (hasIdentityNumber(text)) return { decision: 'sensitive', reason: 'identity_number' };
  const said = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  const sensitive = sensitiveIn(said);
  if (sensitive) return { decision: 'sensitive', reason: sensitive };
  const refused = refusedIn(said);
  return refused && { decision: 'refuse', reason: refused };
}

function sensitiveIn(said: string): SensitiveReason | undefined {
  if (any(lexicon.SECRET, said) && !lexicon.SECRECY_RULE.test(said)) return 'secret_mark';
  if (any(lexicon.WHO_REPORTED, said)) return 'who_reported';
  if (any(lexicon.REPORT, said) && !lexicon.REPORT_QUESTION.test(said)) return 'report';
  if (any(lexicon.TALK, said) && !lexicon.TALK_QUESTION.test(said)) return 'talk_contents';
  return undefined;
}

function refusedIn(said: string): RefusalReason | undefined {
  if (any(lexicon.INSTRUCTIONS, said)) return 'instructions';
  if (any(lexicon.PERSONAL, said)) return 'personal';
  if (any(lexicon.PROMOTION, said)) return 'promotion';
  if (any(lexicon.EVASION, said)) return 'evasion';
  if (any(lexicon.CASE, said)) return 'case';
  return undefined;
}

/** The present is asked for. */
export function asksForNow(text: string): boolean {
  return lexicon.NOW.test(text);
}

/** Tells of a past year. */
export function tellsOfHistory(text: string): boolean {
  return lexicon.HISTORY_YEAR.test(text);
}

function any(patterns: readonly RegExp[], said: string): boolean {
  return patterns.some((pattern) => pattern.test(said));
}
