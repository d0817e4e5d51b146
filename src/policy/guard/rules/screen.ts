import type { Decision } from '../../../kernel/reason.ts';
import * as lexicon from '../../rules/lexicon.ts';
import { ASKS } from '../../rules/lexicon-speech.ts';
import { givesInstructions, withoutInstructions } from './instructions.ts';
import * as indirect from './lexicon-indirect.ts';
import * as refused from './lexicon-refused.ts';
import * as sensitive from './lexicon-sensitive.ts';
import { type PersonalNumber, personalNumberIn } from './personal-numbers.ts';
import { clausesOf, linesOf, plainSpeech } from './plain-speech.ts';

export type SensitiveReason = PersonalNumber | 'secret_mark' | 'who_reported' | 'report' | 'talk_contents';
export type RefusalReason = 'instructions' | 'personal' | 'inquiry' | 'promotion' | 'evasion' | 'case';

/** What is to be kept out of the count. */
export type Evasion = 'papers' | 'meetings' | 'inspections';

/** `sensitive` is never kept; `refuse` is declined whatever is on record. Undefined: an ordinary question. */
export type Screened = Decision<'sensitive', SensitiveReason> | Decision<'refuse', RefusalReason> | undefined;

const HINTS = [
  ...indirect.KIN_AND_SPOILS,
  ...indirect.WEALTH,
  ...indirect.INSINUATION,
  ...indirect.FAVOURS,
  ...indirect.MISUSE,
];

/** Looked at before anything is searched, counted or logged (BR-21, BR-35). */
export function screen(text: string): Screened {
  const kept = personalNumberIn(text) ?? sensitiveIn(text);
  if (kept) return { decision: 'sensitive', reason: kept };
  const reason = refusedIn(text);
  return reason && { decision: 'refuse', reason };
}

function sensitiveIn(text: string): SensitiveReason | undefined {
  const said = plainSpeech(text);
  const clauses = clausesOf(said);
  if (isSecret(said, linesOf(text))) return 'secret_mark';
  if (withPairs(clauses).some(asksWhoReported)) return 'who_reported';
  if (any(sensitive.TALK_TOLD, said)) return 'talk_contents';
  if (isReport(said, clauses)) return 'report';
  if (asksOfTalk(clauses)) return 'talk_contents';
  return undefined;
}

function isSecret(said: string, lines: readonly string[]): boolean {
  if (any(sensitive.SECRET_MARK, said)) return true;
  if (lines.some((line) => sensitive.SECRET_LINE.test(line))) return true;
  if (!sensitive.SECRET_PAPER.test(said)) return false;
  if (sensitive.HANDED_OVER.test(said)) return true;
  return sensitive.AT_HAND.test(said) && !sensitive.RULE_ASKED.test(said);
}

function asksWhoReported(clause: string): boolean {
  return any(sensitive.WHO_REPORTED, clause) && !sensitive.REPORTER_RULE.test(clause);
}

function isReport(said: string, clauses: readonly string[]): boolean {
  if (any(sensitive.REPORTING, said)) return true;
  if (sensitive.ABOUT_FALSE_REPORTS.test(said)) return false;
  return withPairs(clauses).some(accuses) || hintsAt(said);
}

function accuses(words: string): boolean {
  if (any(sensitive.ACCUSATION, words) || sensitive.TAKEN_BY.test(words)) return true;
  return (
    sensitive.POST_AND_DEED.test(words) &&
    (sensitive.TOLD_AS_DONE.test(words) || !ASKS.test(words)) &&
    !sensitive.RULE_ON_DEED.test(words)
  );
}

/** Told without naming the deed; a question about the rule is none. */
function hintsAt(said: string): boolean {
  if (indirect.RULE_INSTEAD.test(said)) return false;
  if (HINTS.some((pattern) => pattern.test(said))) return true;
  return indirect.COMPLAINT.test(said) && !indirect.TOPIC.test(said);
}

function asksOfTalk(clauses: readonly string[]): boolean {
  return withPairs(clauses).some(
    (words) => any(sensitive.TALK_ASKED, words) && !sensitive.TALK_RULE.test(words),
  );
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

/** Clauses alone, and each with the one before it: who and what often stand on both sides of a comma. */
function withPairs(clauses: readonly string[]): string[] {
  return clauses.flatMap((clause, i) => (i === 0 ? [clause] : [clause, `${clauses[i - 1] ?? ''}${clause}`]));
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
