import type { Grounds } from '../counts/window.ts';
import { monthNumber } from '../kernel/period.ts';
import { evidenceOf, fullEvidence, type GradedYear, gradeYear, type Scope } from './assess.ts';
import type { Evidence } from './evidence.ts';
import type { Rules } from './read-rules.ts';
import { decideNotice, type NoticeDecision } from './rules/decide.ts';
import type { Grade } from './rules/level.ts';
import { type SilenceRow, silenceOver } from './silences/repo.ts';

/** What a decision looks at besides the figures. */
export interface Desk {
  rules: Rules;
  silences: readonly SilenceRow[];
  /** Level that people know of. */
  told(scope: Scope): number;
  /** Level at which the scope's city or county as a whole stands this month; undefined for the whole itself. */
  wholeLevel(scope: Scope): number | undefined;
}

export interface Decided {
  scope: Scope;
  grade: Grade;
  decision: NoticeDecision;
  evidence: Evidence;
  ruleVersion: string;
}

/**
 * Grades one scope up to the month of the grounds and decides whether to tell: for the job and for explanations alike.
 * What is sent, or wanted `full`, comes with the chart's lines and what would bring it back.
 */
export function decideScope(grounds: Grounds, scope: Scope, desk: Desk, { full = false } = {}): Decided {
  const year = gradeYear(grounds, scope, desk.rules.inForce);
  const parameters = desk.rules.inForce(grounds.month);
  const decided = decideMonth(year, monthNumber(grounds.month), desk, grounds.month);
  return full || decided.decision.decision === 'send'
    ? { ...decided, evidence: { ...decided.evidence, ...fullEvidence(grounds, year, parameters) } }
    : decided;
}

/** The decision on one month of a graded year. */
export function decideMonth(year: GradedYear, number: number, desk: Desk, month: string): Decided {
  const parameters = desk.rules.inForce(month);
  const grade: Grade = year.grades[number - 1] ?? { level: 0, reached: 0, calm: 0, triggers: [], held: [] };
  const silence = silenceOver(desk.silences, year.scope, year.indicator);
  const decision = decideNotice(grade, desk.told(year), {
    off: parameters.offIndicators.includes(year.indicator),
    silenced: silence !== undefined,
    covered: (desk.wholeLevel(year) ?? 0) >= parameters.coveredFrom,
  });
  const evidence = evidenceOf(year, number);
  return {
    scope: year,
    grade,
    decision,
    ruleVersion: parameters.version,
    evidence:
      silence && decision.reason === 'silenced'
        ? {
            ...evidence,
            silence: { author: silence.authorName, reason: silence.reason, until: silence.until },
          }
        : evidence,
  };
}
