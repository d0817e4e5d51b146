import type { Tier } from '../../kernel/actor.ts';

export interface Audience {
  liaison: boolean;
  coordinators: boolean;
}

/**
 * Who is told by the machine (domain 4.2): of a note the unit's liaison and the level's coordinators; above that people
 * decide what the unit hears, so the coordinators alone. `tier` is that of the unit; a level as a whole has none.
 * Townships and villages are told nothing.
 */
export function audienceOf(level: number, tier: Tier | undefined): Audience {
  return { liaison: level === 1 && isTold(tier), coordinators: true };
}

export function isTold(tier: Tier | undefined): boolean {
  return tier !== undefined && tier !== 'township' && tier !== 'village';
}
