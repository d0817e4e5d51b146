import { plainSpeech } from '../../../kernel/guard/plain-speech.ts';
import { type SensitiveReason, sensitiveIn } from '../../../kernel/guard/sensitive.ts';
import type { Decision } from '../../../kernel/reason.ts';
import * as lexicon from '../../rules/lexicon.ts';
import { givesInstructions, withoutInstructions } from './instructions.ts';
import * as refused from './lexicon-refused.ts';

export type { SensitiveReason };

export type RefusalReason = 'instructions' | 'personal' | 'inquiry' | 'promotion' | 'evasion' | 'case';

/** What is to be kept out of the count. */
export type Evasion = 'papers' | 'meetings' | 'inspections';

/** `sensitive` is never kept; `refuse` is declined whatever is on record. Undefined: an ordinary question. */
export type Screened = Decision<'sensitive', SensitiveReason> | Decision<'refuse', RefusalReason> | undefined;

/** Looked at before anything is searched, counted or logged (BR-21, BR-35). */
export function screen(text: string): Screened {
  const kept = sensitiveIn(text);
  if (kept) return { decision: 'sensitive', reason: kept };
  const reason = refusedIn(text);
  return reason && { decision: 'refuse', reason };
}

function refusedIn(text: string): RefusalReason | undefined {
  const rest = withoutInstructions(text);
  if (rest === undefined && givesInstructions(text)) return 'instructions';
  const said = plainSpeech(rest ?? text);
  if (any(refused.PERSONAL, said) && !refused.PERSONAL_RULE.test(said)) return 'personal';
  if (any(refused.INQUIRY, said) && !refused.INQUIRY_RULE.test(said)) return 'inquiry';
  if (any(refused.PROMOTION, said) && !refused.PROMOTION_RULE.test(said)) return 'promotion';
  if (isEvasion(said)) return 'evasion';
  if (any(refused.CASE, said)) return 'case';
  return undefined;
}

function isEvasion(said: string): boolean {
  return any(refused.EVASION, said) && refused.COUNTED_MATTER.test(said) && !refused.EVASION_RULE.test(said);
}

/** What an evasion question is about; the straight answer names the right way for it. */
export function evasionOf(text: string): Evasion {
  const said = plainSpeech(text);
  if (refused.ABOUT_INSPECTIONS.test(said)) return 'inspections';
  if (refused.ABOUT_PAPERS.test(said)) return 'papers';
  return refused.ABOUT_MEETINGS.test(said) ? 'meetings' : 'papers';
}

/** The present is asked for. */
export function asksForNow(text: string): boolean {
  return lexicon.NOW.test(text);
}

/** The figure of the asker's own place is asked for. */
export function asksForOwn(text: string): boolean {
  return lexicon.OWN_PLACE.test(text) && lexicon.FIGURE.test(text);
}

/** Tells of a past year. */
export function tellsOfHistory(text: string): boolean {
  return lexicon.HISTORY_YEAR.test(text);
}

function any(patterns: readonly RegExp[], said: string): boolean {
  return patterns.some((pattern) => pattern.test(said));
}
