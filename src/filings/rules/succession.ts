import type { Day } from '../../kernel/day.ts';

export interface Succession {
  unit: string;
  /** Empty: dissolved without one. */
  successor: string;
  /** From this day on the successor stands in. */
  fromDay: Day;
}

export interface Successions {
  /** Who stands for a unit today: itself, the unit it was merged into, or the parts it was split into. Never empty. */
  now(code: string): string[];
  /** Nobody has taken its place and it was not dissolved. */
  stands(code: string): boolean;
  /** The unit itself and all whose place it has taken. */
  formerly(code: string): string[];
  /** Several units as they are today, each once. */
  all(codes: readonly string[]): string[];
}

/** Mergers and splits follow one another; a unit that keeps its code when it is split is its own successor. */
export function successions(rows: readonly Succession[], today: Day): Successions {
  const next = Map.groupBy(
    rows.filter(({ fromDay }) => fromDay <= today),
    ({ unit }) => unit,
  );

  function now(code: string, seen: ReadonlySet<string> = new Set()): string[] {
    const steps = next.get(code) ?? [];
    // A circle is a slip in the sheet: the unit stays what it is.
    if (steps.length === 0 || seen.has(code)) return [code];
    const passed = new Set([...seen, code]);
    return unique(
      steps.flatMap(({ successor }) =>
        successor === code || successor === '' ? [code] : now(successor, passed),
      ),
    );
  }

  const codes = [...next.keys()];
  return {
    now: (code) => now(code),
    stands: (code) =>
      now(code).includes(code) && !(next.get(code) ?? []).some(({ successor }) => successor === ''),
    formerly: (code) => unique([code, ...codes.filter((old) => now(old).includes(code))]),
    all: (given) => unique(given.flatMap((code) => now(code))),
  };
}

function unique(codes: string[]): string[] {
  return [...new Set(codes)];
}
