import type { Tier } from '../../kernel/actor.ts';

export interface Audience {
  liaison: boolean;
  coordinators: boolean;
}

/**
 * Who is told (domain 4.2): notes and warnings the unit's liaison and the level's coordinators, corrections the
 * coordinators alone. `tier` is that of the unit; a level as a whole has none. Townships and villages are told nothing.
 */
export function audienceOf(level: number, tier: Tier | undefined): Audience {
  const unit = tier !== undefined && tier !== 'township' && tier !== 'village';
  return { liaison: unit && level < 3, coordinators: true };
}
