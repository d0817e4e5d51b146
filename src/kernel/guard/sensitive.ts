import * as indirect from './lexicon-indirect.ts';
import * as sensitive from './lexicon-sensitive.ts';
import { ASKS } from './lexicon-speech.ts';
import { type PersonalNumber, personalNumberIn } from './personal-numbers.ts';
import { clausesOf, linesOf, plainSpeech } from './plain-speech.ts';

export type SensitiveReason = PersonalNumber | 'secret_mark' | 'who_reported' | 'report' | 'talk_contents';

const HINTS = [
  ...indirect.KIN_AND_SPOILS,
  ...indirect.WEALTH,
  ...indirect.INSINUATION,
  ...indirect.FAVOURS,
  ...indirect.MISUSE,
];

/** Why a message of the open chat must not be kept (BR-34, BR-35); undefined for everything else. */
export function sensitiveIn(text: string): SensitiveReason | undefined {
  const number = personalNumberIn(text);
  if (number) return number;
  const said = plainSpeech(text);
  const clauses = clausesOf(said);
  if (isSecret(said, linesOf(text))) return 'secret_mark';
  if (withPairs(clauses).some(asksWhoReported)) return 'who_reported';
  if (any(sensitive.TALK_TOLD, said)) return 'talk_contents';
  if (isReport(said, clauses)) return 'report';
  if (asksOfTalk(clauses)) return 'talk_contents';
  return undefined;
}

/**
 * The same for a text whose very purpose is to complain of how work is done: discontent and hints make no report of
 * misconduct of it, a named deed does.
 */
export function sensitiveInComplaint(text: string): SensitiveReason | undefined {
  const number = personalNumberIn(text);
  if (number) return number;
  const said = plainSpeech(text);
  if (isSecret(said, linesOf(text))) return 'secret_mark';
  if (any(sensitive.TALK_TOLD, said)) return 'talk_contents';
  return any(sensitive.REPORTING, said) || withPairs(clausesOf(said)).some(accuses) ? 'report' : undefined;
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

/** Clauses alone, and each with the one before it: who and what often stand on both sides of a comma. */
function withPairs(clauses: readonly string[]): string[] {
  return clauses.flatMap((clause, i) => (i === 0 ? [clause] : [clause, `${clauses[i - 1] ?? ''}${clause}`]));
}

function any(patterns: readonly RegExp[], said: string): boolean {
  return patterns.some((pattern) => pattern.test(said));
}
