import { addMonths, type Month, monthNumber } from '../../kernel/period.ts';
import { type DatedStep, inOrder, kinOf } from '../../people/rules/succession.ts';
import type { Cell, Series } from './series.ts';

/**
 * Series of one indicator as they are comparable with last year (domain 10.4), as of a month; only those that differ from
 * the counted ones. Last year's figure of a month goes to whoever reports that month this year: after a merger to the
 * merged unit. After a split no part has a comparison of its own: all parts together have it, in the sums of the level.
 */
export function comparableSeries(
  counted: ReadonlyMap<string, Series>,
  steps: readonly DatedStep[],
  asOf: Month,
): Map<string, Series> {
  const changed = new Map<string, Map<Month, Cell>>();
  const seriesOf = (code: string) => {
    const known = changed.get(code) ?? new Map(counted.get(code));
    changed.set(code, known);
    return known;
  };
  const lastDecember = addMonths(asOf, -monthNumber(asOf));
  const lastYear = Array.from({ length: 12 }, (_, i) => addMonths(lastDecember, i - 11));
  const split = new Set<string>();
  const effective = inOrder(stepsThatCount(steps, asOf));
  for (const [unit, parts] of Map.groupBy(effective, (step) => step.unit)) {
    const [first] = parts;
    if (!first || first.successor === '') continue;
    const months = lastYear.filter((month) => addMonths(month, 12) >= first.fromDay.slice(0, 7));
    const own = seriesOf(unit);
    if (parts.length === 1 && first.successor !== unit) {
      moveInto(seriesOf(first.successor), own, months);
      if (split.has(unit)) split.add(first.successor);
    } else for (const { successor } of parts) split.add(successor);
    // What a unit was until it ended is compared with the same months.
    for (const month of months) own.delete(month);
  }
  for (const code of split) {
    const own = seriesOf(code);
    for (const month of lastYear) own.delete(month);
  }
  return changed;
}

/** What was changed before last year changes no comparison. */
function stepsThatCount(steps: readonly DatedStep[], asOf: Month): DatedStep[] {
  const since = addMonths(asOf, 1 - monthNumber(asOf) - 12);
  return steps.filter(({ fromDay }) => fromDay.slice(0, 7) <= asOf && fromDay.slice(0, 7) >= since);
}

export interface SplitGroup {
  /** All that belong together, ended ones as well. */
  codes: string[];
  /** Of these, the ones that exist no more or were split and kept their code. */
  formerly: string[];
}

/** Units of which no part can be compared with last year by itself: all that was split, and what it was merged with. */
export function splitGroups(steps: readonly DatedStep[], asOf: Month): SplitGroup[] {
  const counted = stepsThatCount(steps, asOf);
  const groups: SplitGroup[] = [];
  for (const [unit, parts] of Map.groupBy(counted, (step) => step.unit)) {
    if (parts.length < 2 || groups.some(({ codes }) => codes.includes(unit))) continue;
    const codes = kinOf([unit], counted);
    groups.push({ codes, formerly: codes.filter((code) => counted.some((step) => step.unit === code)) });
  }
  return groups;
}

export function addSeries(all: readonly Series[]): Series {
  const sum = new Map<Month, Cell>();
  for (const series of all)
    for (const [month, cell] of series) {
      const known = sum.get(month);
      sum.set(month, known ? together(known, cell) : cell);
    }
  return sum;
}

/** A month that only one of the two has figures for would seem smaller than it was: it is left out. */
function moveInto(into: Map<Month, Cell>, from: Series, months: readonly Month[]): void {
  const known = (series: Series) => months.some((month) => series.has(month));
  if (!known(from)) return;
  const alone = !known(into);
  for (const month of months) {
    const a = into.get(month);
    const b = from.get(month);
    if (b && alone) into.set(month, b);
    else if (a && b) into.set(month, together(a, b));
    else into.delete(month);
  }
}

function together(a: Cell, b: Cell): Cell {
  return {
    amount: a.amount + b.amount,
    unplanned: a.unplanned + b.unplanned,
    emergency: a.emergency + b.emergency,
    // Two rules in one figure are a rule of their own: comparable with neither.
    version: a.version === b.version ? a.version : `${a.version}+${b.version}`,
  };
}
