import type { Figures } from './figures.ts';
import type { Parameters } from './parameters.ts';
import { type Held, type Level, type Trigger, triggersOf } from './triggers.ts';

/** Why a month is not graded at all. */
export type Ungraded = 'incomplete' | 'too_early' | 'rule_changed';

export interface Grade {
  /** What stands: what this month's triggers say, or a higher level that has not been calm for long enough. */
  level: Level;
  /** What this month's triggers alone say. */
  reached: Level;
  /** Months in a row, this one included, that stayed below `level`. */
  calm: number;
  triggers: Trigger[];
  held: Held[];
  ungraded?: Ungraded;
}

const QUIET: Grade = { level: 0, reached: 0, calm: 0, triggers: [], held: [] };

/**
 * The grades of all months of `year` (January first), each under the rules in force then. Repeats, persistence and calm look back at the grades of the
 * months before, which follow from the same figures: in whatever order figures arrive, the grades are the same. `unit`
 * tells whether the scope is a single unit, which the rule on repeats is about. A new year starts from nothing.
 */
export function gradesOf(
  year: readonly Figures[],
  unit: boolean,
  parametersFor: (month: number) => Parameters,
): Grade[] {
  const grades: Grade[] = [];
  for (let end = 1; end <= year.length; end++)
    grades.push(gradeMonth(year.slice(0, end), grades, unit, parametersFor(end)));
  return grades;
}

function gradeMonth(year: readonly Figures[], before: readonly Grade[], unit: boolean, p: Parameters): Grade {
  const now = year.at(-1);
  if (!now) return QUIET;
  const last = before.at(-1) ?? QUIET;
  const { triggers, held } = triggersOf(year, p);
  const ungraded = prerequisite(now, p);
  if (ungraded) {
    const unheard = triggers.map((trigger) => ({ ...trigger, reason: ungraded }));
    // What stood before stands: a month that says nothing neither calms nor alarms.
    return { ...last, reached: 0, triggers: [], held: [...unheard, ...held], ungraded };
  }
  const all = [...triggers, ...repeated(triggers, now.month, before, unit, p)];
  all.push(...persisting(all, before, p));
  const reached = levelOf(all);
  return { ...standing(last, reached, p), reached, triggers: all, held };
}

/** Domain 4.2: a level falls by one only after two months in a row without a trigger of its height. */
function standing(last: Grade, reached: Level, p: Parameters): { level: Level; calm: number } {
  if (reached >= last.level) return { level: reached, calm: 0 };
  const calm = last.calm + 1;
  return calm < p.calmMonths
    ? { level: last.level, calm }
    : { level: Math.max(reached, last.level - 1) as Level, calm: 0 };
}

function repeated(
  triggers: readonly Trigger[],
  month: number,
  before: readonly Grade[],
  unit: boolean,
  p: Parameters,
): Trigger[] {
  const notes = notesInQuarter(month, before) + 1;
  const speaks = unit && !p.offRules.includes('repeated') && levelOf(triggers) === 1 && notes >= p.repeats;
  return speaks
    ? [{ rule: 'repeated', level: 2, inputs: { n: notes }, value: notes, threshold: p.repeats }]
    : [];
}

function persisting(triggers: readonly Trigger[], before: readonly Grade[], p: Parameters): Trigger[] {
  const speaks =
    !p.offRules.includes('persisting') && levelOf(triggers) === 2 && (before.at(-1)?.reached ?? 0) >= 2;
  return speaks ? [{ rule: 'persisting', level: 3, inputs: { n: 2 }, value: 2, threshold: 2 }] : [];
}

/** Domain 4.2: enough figures, no grading in the first two months, one counting rule. */
function prerequisite(now: Figures, p: Parameters): Ungraded | undefined {
  if (now.month < p.fromMonth) return 'too_early';
  if (!now.complete) return 'incomplete';
  return now.sameRule ? undefined : 'rule_changed';
}

/** Earlier months of the same quarter in which something spoke. */
function notesInQuarter(month: number, before: readonly Grade[]): number {
  const first = month - ((month - 1) % 3);
  return before.slice(first - 1, month - 1).filter((grade) => grade.reached >= 1).length;
}

function levelOf(triggers: readonly Trigger[]): Level {
  return triggers.reduce<Level>((highest, { level }) => (level > highest ? level : highest), 0);
}
