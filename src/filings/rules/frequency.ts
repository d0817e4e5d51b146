import type { Day } from '../../kernel/day.ts';
import type { Stay } from './stay.ts';

/**
 * How often a unit was gone to, as the organisers registered it: one matter, one trip is 1, counted on the day on which
 * it begins (domain 3.3). Whoever was visited enters nothing.
 */
export function timesAt(stays: readonly Stay[], unit: string, from: Day, to: Day): number {
  return stays.filter(({ targets, start }) => targets.includes(unit) && start >= from && start <= to).length;
}
