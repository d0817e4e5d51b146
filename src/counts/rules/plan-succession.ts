import { instantAt } from '../../kernel/day.ts';
import { type Month, monthsThrough } from '../../kernel/period.ts';
import { type DatedStep, inOrder } from '../../people/rules/succession.ts';
import { NO_PLAN } from './plan.ts';
import type { Series } from './series.ts';
import type { Plan } from './statistics.ts';

/** One unit's plan of one indicator for the year. */
export interface EnteredPlan extends Plan {
  /** When the revision in force was entered, ms UTC. */
  enteredAt: number;
}

export interface MovedPlan extends Plan {
  /** Of the plan in force, what units that were merged into this one have brought. */
  brought: number;
}

/**
 * Plans of one indicator after mergers and splits, as of a month; only those that differ from the entered ones. No
 * revision is touched, and the level's plan stays what it was:
 * - merged: what the ended unit had not used up goes to its successor; what it had counted stays its plan, because those
 *   months stay its own, as they do in the comparison with last year;
 * - a person entered the successor's plan after the merger: that is all of it, nothing moves;
 * - split: the plan stays with the ended unit for a person to divide, who alone knows how; once every part has a plan
 *   that was entered for it, only what was used up is left of the old one;
 * - the successor, or another unit merged into it, counts without a plan: nothing moves, or the work of all would seem
 *   to break the plan of one.
 */
export function movedPlans(input: {
  plans: ReadonlyMap<string, EnteredPlan>;
  series: ReadonlyMap<string, Series>;
  steps: readonly DatedStep[];
  asOf: Month;
}): Map<string, MovedPlan> {
  const { plans, series, asOf } = input;
  const steps = inOrder(input.steps.filter(({ fromDay }) => fromDay.slice(0, 7) <= asOf));
  const moved = new Map<string, MovedPlan>();

  const planOf = (code: string): MovedPlan => {
    const { current, original } = plans.get(code) ?? NO_PLAN;
    return moved.get(code) ?? { current, original, brought: 0 };
  };
  const counted = (code: string, before = asOf) =>
    [...(series.get(code)?.keys() ?? [])].some((month) => month < before);
  const used = (code: string) =>
    monthsThrough(asOf).reduce((sum, month) => sum + (series.get(code)?.get(month)?.amount ?? 0), 0);
  const isFree = ({ successor, fromDay }: DatedStep) => !counted(successor, fromDay.slice(0, 7));
  // Where nobody has figures of the time before, nobody can be told to be new.
  const isNew = (step: DatedStep) => isFree(step) && counted(step.unit, step.fromDay.slice(0, 7));
  const isDecided = (step: DatedStep) => {
    const own = plans.get(step.successor);
    if (!own || own.current === null) return false;
    const since = Math.max(instantAt(step.fromDay, '00:00'), (plans.get(step.unit)?.enteredAt ?? 0) + 1);
    return isNew(step) || own.enteredAt >= since;
  };
  const mayTake = (step: DatedStep) =>
    (planOf(step.successor).current !== null || isFree(step)) &&
    steps.every(
      ({ unit, successor }) =>
        successor !== step.successor || planOf(unit).current !== null || !counted(unit),
    );

  for (const [unit, parts] of Map.groupBy(steps, (step) => step.unit)) {
    const own = planOf(unit);
    const [only] = parts;
    // Dissolved, or a part was split off and the code kept: the plan stays where it is.
    if (own.current === null || !only || parts.some(({ successor }) => ['', unit].includes(successor)))
      continue;
    const left = Math.max(0, own.current - Math.max(0, used(unit)));
    const kept = { ...own, current: own.current - left };
    if (parts.every(isDecided)) {
      moved.set(unit, kept);
      // It is the old plan in other words, not a second one.
      for (const step of parts.filter(isNew))
        moved.set(step.successor, { ...planOf(step.successor), original: null });
    } else if (parts.length === 1 && mayTake(only)) {
      const into = planOf(only.successor);
      moved.set(unit, kept);
      moved.set(only.successor, {
        ...into,
        current: (into.current ?? 0) + left,
        brought: into.brought + left,
      });
    }
  }
  return moved;
}
