import type { Plan } from './statistics.ts';

export const NO_PLAN: Plan = { current: null, original: null };

/** Of two units together; whoever has no plan adds none. */
export function addPlans(a: Plan, b: Plan): Plan {
  const sum = (x: number | null, y: number | null) => (x === null ? y : y === null ? x : x + y);
  return { current: sum(a.current, b.current), original: sum(a.original, b.original) };
}
