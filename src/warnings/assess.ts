import { type Grounds, type Statistics, statisticsAt, type UnitGrounds } from '../counts/window.ts';
import { monthFrom, monthsThrough, yearOf } from '../kernel/period.ts';
import type { Evidence } from './evidence.ts';
import { decideNotice, type NoticeDecision } from './rules/decide.ts';
import type { Figures } from './rules/figures.ts';
import { type Grade, gradeOf } from './rules/level.ts';
import { DEFAULTS } from './rules/parameters.ts';

export interface Assessment extends NoticeDecision {
  grade: Grade;
  evidence: Evidence;
}

/**
 * Grades one scope and indicator and decides whether to tell. `units` are the scope's; `unit` is its code when it is a
 * single one; `last` is the level last graded this year according to the log.
 */
export function assess(
  grounds: Grounds,
  units: readonly UnitGrounds[],
  unit: string | undefined,
  last: number | undefined,
): Assessment {
  const months = monthsThrough(grounds.month);
  const statistics = months.map((month) => statisticsAt(grounds, units, month));
  const year = statistics.map((s, i) => figuresOf(s, i + 1, grounds.complete(months[i] ?? '', unit)));
  const grade = gradeOf(year, unit !== undefined, DEFAULTS);
  const decision = decideNotice(grade, last);
  const now = statistics.at(-1);
  const evidence: Evidence = {
    triggers: grade.triggers,
    held: grade.held,
    total: now?.total ?? 0,
    plan: now?.plan.value ?? null,
    remaining: now?.remaining.value ?? null,
    monthlyAllowance: now?.monthlyAllowance.value ?? null,
    emergency: now?.emergency ?? 0,
    ...(decision.decision === 'send' ? { lines: linesOf(grounds, units, statistics) } : {}),
  };
  return { ...decision, grade, evidence };
}

function figuresOf(s: Statistics, month: number, complete: boolean): Figures {
  return {
    month,
    amount: s.month,
    monthLastYear: s.monthLastYear.value,
    monthYearOnYear: s.monthYearOnYear.value,
    monthGate: s.monthGate,
    total: s.total,
    plan: s.plan.value,
    execution: s.execution.value,
    elapsed: s.elapsed.value,
    gap: s.gap.value,
    lastYear: s.lastYear.value,
    yearOnYear: s.yearOnYear.value,
    gate: s.gate,
    lastYearTotal: s.lastYearTotal.value,
    forecast: s.forecast.value,
    cap: s.cap.value,
    remaining: s.remaining.value,
    unplannedShare: s.unplannedShare.value,
    quarterShare: s.quarterShare.value,
    spikeLine: s.spikeLine.value,
    complete,
    sameRule: s.sameRule,
  };
}

function linesOf(
  grounds: Grounds,
  units: readonly UnitGrounds[],
  statistics: readonly Statistics[],
): NonNullable<Evidence['lines']> {
  const plan = statistics.at(-1)?.plan.value ?? null;
  const lastYear = statistics.at(-1)?.lastYearTotal.value;
  return {
    plan: grounds.elapsed.map((share) => (plan === null || share === null ? null : plan * share)),
    now: statistics.map((s) => s.total),
    lastYear: grounds.elapsed.map((_, i) =>
      lastYear === null || lastYear === undefined
        ? null
        : statisticsAt(grounds, units, monthFrom(yearOf(grounds.month) - 1, i + 1)).total,
    ),
  };
}
