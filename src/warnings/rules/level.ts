import type { Figures } from './figures.ts';
import type { Parameters } from './parameters.ts';
import { type Held, type Level, type Trigger, triggersOf } from './triggers.ts';

/** Why a month is not graded at all. */
export type Ungraded = 'incomplete' | 'too_early' | 'rule_changed';

export interface Grade {
  level: Level;
  triggers: Trigger[];
  held: Held[];
  ungraded?: Ungraded;
}

/**
 * The grade of the last month of `year` (January first). Repeats and persistence look back at the grades of the months
 * before, which follow from the same figures: in whatever order figures arrive, the grade is the same. `unit` tells
 * whether the scope is a single unit, which the rule on repeats is about.
 */
export function gradeOf(year: readonly Figures[], unit: boolean, parameters: Parameters): Grade {
  const grades: Grade[] = [];
  for (let end = 1; end <= year.length; end++)
    grades.push(gradeMonth(year.slice(0, end), grades, unit, parameters));
  return grades.at(-1) ?? { level: 0, triggers: [], held: [] };
}

function gradeMonth(year: readonly Figures[], before: readonly Grade[], unit: boolean, p: Parameters): Grade {
  const now = year.at(-1);
  if (!now) return { level: 0, triggers: [], held: [] };
  const { triggers, held } = triggersOf(year, p);
  const ungraded = prerequisite(now, p);
  if (ungraded) {
    const unheard = triggers.map((trigger) => ({ ...trigger, reason: ungraded }));
    return { level: 0, triggers: [], held: [...unheard, ...held], ungraded };
  }
  const all = [...triggers];
  const notes = notesInQuarter(now.month, before);
  if (unit && levelOf(all) === 1 && notes + 1 >= p.repeats)
    all.push({
      rule: 'repeated',
      level: 2,
      inputs: { n: notes + 1 },
      value: notes + 1,
      threshold: p.repeats,
    });
  if (levelOf(all) === 2 && (before.at(-1)?.level ?? 0) >= 2)
    all.push({ rule: 'persisting', level: 3, inputs: { n: 2 }, value: 2, threshold: 2 });
  return { level: levelOf(all), triggers: all, held };
}

/** Domain 4.2: enough figures, no grading in the first two months, one counting rule. */
function prerequisite(now: Figures, p: Parameters): Ungraded | undefined {
  if (now.month < p.fromMonth) return 'too_early';
  if (!now.complete) return 'incomplete';
  return now.sameRule ? undefined : 'rule_changed';
}

/** Earlier months of the same quarter that were graded at all. */
function notesInQuarter(month: number, before: readonly Grade[]): number {
  const first = month - ((month - 1) % 3);
  return before.slice(first - 1, month - 1).filter((grade) => grade.level >= 1).length;
}

function levelOf(triggers: readonly Trigger[]): Level {
  return triggers.reduce<Level>((highest, { level }) => (level > highest ? level : highest), 0);
}
