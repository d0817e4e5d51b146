import {
  type Grounds,
  INDICATORS,
  type Indicator,
  levelName,
  type Statistics,
  statisticsOfYear,
  totalsOfLastYear,
  type UnitGrounds,
} from '../counts/window.ts';
import { monthNumber, monthsThrough } from '../kernel/period.ts';
import type { Evidence } from './evidence.ts';
import type { Figures } from './rules/figures.ts';
import { type Grade, gradesOf } from './rules/level.ts';
import type { Parameters } from './rules/parameters.ts';
import { reliefOf } from './rules/relief.ts';

/** What is graded: a single unit, or a level as a whole, and one indicator of it. */
export interface Scope {
  /** Unit code, `市`, `县区:…`. */
  scope: string;
  /** Code of the unit when the scope is a single one. */
  unit: string | undefined;
  indicator: Indicator;
  members: readonly UnitGrounds[];
}

/** A scope's year so far, January first. */
export interface GradedYear extends Scope {
  statistics: Statistics[];
  figures: Figures[];
  grades: Grade[];
}

export function levelScopes(grounds: Grounds): Scope[] {
  return INDICATORS.map((indicator) => ({
    scope: levelName(grounds.county),
    unit: undefined,
    indicator,
    members: grounds.units.filter((unit) => unit.indicator === indicator),
  })).filter(({ members }) => members.length > 0);
}

export function unitScopes(grounds: Grounds): Scope[] {
  return grounds.units.map((unit) => ({
    scope: unit.code,
    unit: unit.code,
    indicator: unit.indicator,
    members: [unit],
  }));
}

/** Grades every month up to that of the grounds, each under the rules in force then. */
export function gradeYear(
  grounds: Grounds,
  scope: Scope,
  parametersFor: (month: string) => Parameters,
): GradedYear {
  const months = monthsThrough(grounds.month);
  const statistics = statisticsOfYear(grounds, scope.members);
  const figures = statistics.map((s, i) =>
    figuresOf(
      s,
      i + 1,
      grounds.complete(months[i] ?? '', scope.unit, parametersFor(months[i] ?? grounds.month).completeFrom),
    ),
  );
  const grades = gradesOf(figures, scope.unit !== undefined, (month) =>
    parametersFor(months[month - 1] ?? grounds.month),
  );
  return { ...scope, statistics, figures, grades };
}

/** What is kept of a decision on a month of the year (1 … 12). */
export function evidenceOf(year: GradedYear, month: number): Evidence {
  const s = year.statistics[month - 1];
  const grade = year.grades[month - 1];
  return {
    triggers: grade?.triggers ?? [],
    held: grade?.held ?? [],
    total: s?.total ?? 0,
    plan: s?.plan.value ?? null,
    remaining: s?.remaining.value ?? null,
    monthlyAllowance: s?.monthlyAllowance.value ?? null,
    emergency: s?.emergency ?? 0,
    ...(grade && grade.reached < grade.level && !grade.ungraded ? { reached: grade.reached } : {}),
  };
}

/** What a card shows beyond that: the chart's lines, and what would bring it back. */
export function fullEvidence(grounds: Grounds, year: GradedYear, p: Parameters): Evidence {
  const lines = linesOf(grounds, year);
  const now = monthNumber(grounds.month);
  const ahead = grounds.elapsed.slice(now).map((elapsed, i) => {
    const lastYear = lines.lastYear[now + i] ?? null;
    const before = lines.lastYear[now + i - 1] ?? null;
    return {
      elapsed,
      lastYear,
      monthLastYear: lastYear === null || before === null ? null : lastYear - before,
    };
  });
  const evidence = evidenceOf(year, now);
  return { ...evidence, lines, relief: reliefOf(year.figures, ahead, evidence.triggers, p) };
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

function linesOf(grounds: Grounds, { statistics, members }: GradedYear): NonNullable<Evidence['lines']> {
  const plan = statistics.at(-1)?.plan.value ?? null;
  const compared = typeof statistics.at(-1)?.lastYearTotal.value === 'number';
  return {
    plan: grounds.elapsed.map((share) => (plan === null || share === null ? null : plan * share)),
    now: statistics.map((s) => s.total),
    lastYear: compared ? totalsOfLastYear(grounds, members) : grounds.elapsed.map(() => null),
  };
}
