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
  const { month } = grounds;
  const year = gradeYear(grounds, scope, desk.rules.inForce);
  const { silence, ...decided } = decideMonth(year, monthNumber(month), desk, month);
  const { decision, reason } = decided.decision;
  const evidence =
    full || decision === 'send'
      ? fullEvidence(grounds, year, desk.rules.inForce(month))
      : evidenceOf(year, monthNumber(month));
  return {
    ...decided,
    scope: year,
    evidence:
      silence && reason === 'silenced'
        ? {
            ...evidence,
            silence: { author: silence.authorName, reason: silence.reason, until: silence.until },
          }
        : evidence,
  };
}

const UNGRADED: Grade = { level: 0, reached: 0, calm: 0, triggers: [], held: [] };

/** Whether to tell of one month of a graded year, and the silence that speaks against it, if any. */
export function decideMonth(year: GradedYear, number: number, desk: Desk, month: string) {
  const parameters = desk.rules.inForce(month);
  const grade: Grade = year.grades[number - 1] ?? UNGRADED;
  const silence = silenceOver(desk.silences, year.scope, year.indicator);
  const decision = decideNotice(grade, desk.told(year), {
    off: parameters.offIndicators.includes(year.indicator),
    silenced: silence !== undefined,
    covered: (desk.wholeLevel(year) ?? 0) >= parameters.coveredFrom,
  });
  return { grade, decision, silence, ruleVersion: parameters.version };
}
