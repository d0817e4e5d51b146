import { endedUnits, endsOf, type Step } from '../../people/rules/succession.ts';

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

/** A dissolved unit without a successor keeps standing for what it once filed. */
export function successions(steps: readonly Step[]): Successions {
  const now = (code: string) => endsOf(code, steps).map((end) => end.code);
  const codes = [...new Set(steps.map(({ unit }) => unit))];
  const ended = endedUnits(steps);
  return {
    now,
    stands: (code) => !ended.has(code),
    formerly: (code) => unique([code, ...codes.filter((old) => now(old).includes(code))]),
    all: (given) => unique(given.flatMap(now)),
  };
}

function unique(codes: string[]): string[] {
  return [...new Set(codes)];
}
