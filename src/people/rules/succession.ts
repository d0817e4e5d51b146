import type { Day } from '../../kernel/day.ts';

/** `successor` has taken the place of `unit`: several steps when it was split, an empty successor when nobody has. */
export interface Step {
  unit: string;
  successor: string;
}

export interface DatedStep extends Step {
  /** From this day on the successor stands in. */
  fromDay: Day;
}

/** Where a unit leads to: units that stand today, and the last ones of their line, which are gone without anybody. */
export function endsOf(unit: string, steps: readonly Step[]): { code: string; gone: boolean }[] {
  const ends = new Map<string, boolean>();
  const follow = (code: string, seen: readonly string[]): void => {
    const own = steps.filter((step) => step.unit === code);
    if (own.length === 0) ends.set(code, false);
    for (const { successor } of own) {
      if (successor === code) ends.set(code, false);
      else if (successor === '') ends.set(code, ends.get(code) ?? true);
      // A circle is a slip in the sheet, which the import refuses.
      else if (seen.includes(successor)) ends.set(successor, ends.get(successor) ?? true);
      else follow(successor, [...seen, code]);
    }
  };
  follow(unit, [unit]);
  return [...ends].map(([code, gone]) => ({ code, gone }));
}

/**
 * What stands in for a unit today: itself when nothing happened to it, nothing when it is gone. A unit that keeps its
 * code when a part is split off is one of its own successors.
 */
export function successorsOf(unit: string, steps: readonly Step[]): string[] {
  return endsOf(unit, steps).flatMap(({ code, gone }) => (gone ? [] : [code]));
}

/** Units that do not exist any more. */
export function endedUnits(steps: readonly Step[]): ReadonlySet<string> {
  const kept = new Set(steps.filter((step) => step.unit === step.successor).map((step) => step.unit));
  return new Set(steps.map((step) => step.unit).filter((unit) => !kept.has(unit)));
}

/** The units and all that mergers and splits connect them with, in either direction. */
export function kinOf(codes: readonly string[], steps: readonly Step[]): string[] {
  const ways = steps
    .filter(({ successor }) => successor !== '')
    .flatMap(({ unit, successor }) => [
      [unit, successor],
      [successor, unit],
    ]);
  const next = Map.groupBy(ways, ([from]) => from);
  const found = new Set(codes);
  // A set is walked through to what is added on the way.
  for (const code of found) for (const [, to] of next.get(code) ?? []) if (to !== undefined) found.add(to);
  return [...found];
}

/**
 * What a unit took over comes before what became of it, whatever the days say: two steps of a chain may begin on one
 * day, or have been entered in the wrong order. Otherwise in the order of the days.
 */
export function inOrder<S extends DatedStep>(steps: readonly S[]): S[] {
  const before = Map.groupBy(
    steps.filter(({ unit, successor }) => unit !== successor),
    ({ successor }) => successor,
  );
  const known = new Map<string, number>();
  const depthOf = (code: string): number => {
    const depth = known.get(code);
    if (depth !== undefined) return depth;
    known.set(code, 0);
    const own = Math.max(0, ...(before.get(code) ?? []).map(({ unit }) => 1 + depthOf(unit)));
    known.set(code, own);
    return own;
  };
  return steps.toSorted(
    (a, b) =>
      depthOf(a.unit) - depthOf(b.unit) || (a.fromDay < b.fromDay ? -1 : Number(a.fromDay > b.fromDay)),
  );
}

/** Whether following the successors of a unit leads back to it by way of others. */
export function leadsBack(unit: string, steps: readonly Step[]): boolean {
  const seen = new Set<string>();
  const next = [unit];
  for (let code = next.pop(); code !== undefined; code = next.pop())
    for (const step of steps.filter((one) => one.unit === code && one.successor !== code)) {
      if (step.successor === unit) return true;
      if (!seen.has(step.successor)) next.push(step.successor);
      seen.add(step.successor);
    }
  return false;
}
