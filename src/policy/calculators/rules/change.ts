import { compared, divided, type Exact, exact, minus, times } from './exact.ts';
import * as lexicon from './lexicon-plan.ts';
import { type Count, measuredSubject, readCounts, type Subject, subjectOf } from './read-counts.ts';
import { readWhole } from './read-value.ts';
import { isOnRecord } from './record.ts';
import { ask, type Calculator, done, inputsOf, type Step } from './step.ts';

/** y = (A − L)/L, and whether the difference is large enough to mean anything (domain formulas). */
export interface Change {
  kind: 'change';
  factIds: readonly string[];
  subject: Subject | undefined;
  now: Exact;
  before: Exact;
  /** As a fraction; undefined when last year's count is zero. */
  change: Exact | undefined;
  difference: Exact;
  /** |A − L| reaches both 3 and the root of L: small numbers jump without meaning. */
  tells: boolean;
}

const LEAST_DIFFERENCE = exact(3);

export const change: Calculator<Change> = {
  read(said) {
    const counts = readCounts(said);
    if (!lexicon.CHANGE_ASKED.test(said) || counts.some(({ part }) => part === 'plan')) return undefined;
    const before =
      counts.find(({ part }) => part === 'before')?.text ??
      (lexicon.NONE_BEFORE.test(said) ? '0' : undefined);
    const now = nowIn(counts);
    const subject = measuredSubject(said);
    if (now === undefined && before === undefined) return undefined;
    const known = before === undefined && isOnRecord(subject, now);
    if (known || (before === undefined && !lexicon.SAME_TERM.test(said))) return undefined;
    return inputsOf({ now, before, subject });
  },

  compute(inputs): Step<Change> {
    for (const field of ['before', 'now'] as const) {
      const typed = inputs[field];
      if (!typed) return ask(field);
      const reading = readWhole(typed);
      if ('problem' in reading) return ask(field, { typed, problem: reading.problem });
    }
    const [before = exact(0), now = exact(0)] = ['before', 'now'].map((name) => countIn(inputs[name] ?? ''));
    const difference = minus(now, before);
    const size = compared(difference, exact(0)) < 0 ? minus(before, now) : difference;
    return done({
      kind: 'change',
      factIds: ['TJ-02', 'TJ-08'],
      subject: subjectOf(inputs['subject']),
      now,
      before,
      change: before.over === 0n ? undefined : divided(difference, before),
      difference,
      tells: compared(size, LEAST_DIFFERENCE) >= 0 && compared(times(size, size), before) >= 0,
    });
  },
};

function nowIn(counts: readonly Count[]): string | undefined {
  return (
    counts.find(({ part }) => part === 'now') ??
    counts.find(({ part }) => part === 'done') ??
    counts.find(({ part }) => part === 'unnamed')
  )?.text;
}

function countIn(typed: string): Exact {
  const reading = readWhole(typed);
  return 'value' in reading ? reading.value : exact(0);
}
