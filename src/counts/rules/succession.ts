import { endedUnits, type Step } from '../../people/rules/succession.ts';

/** Ended units on the list of which no successor, however many steps on, is on it: nobody reports in their place. */
export function withoutHeir(listed: readonly string[], steps: readonly Step[]): string[] {
  const ended = endedUnits(steps);
  const next = Map.groupBy(steps, (step) => step.unit);
  const reporting = new Set(listed.filter((code) => !ended.has(code)));
  const inherited = (code: string, seen: ReadonlySet<string>): boolean =>
    (next.get(code) ?? []).some(
      ({ successor }) =>
        reporting.has(successor) ||
        (!seen.has(successor) && inherited(successor, new Set([...seen, successor]))),
    );
  return listed.filter((code) => ended.has(code) && !inherited(code, new Set([code])));
}
