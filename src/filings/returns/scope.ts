import type { UnitRow } from '../../people/repo.ts';
import { grantsOf } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import type { Places } from '../places.ts';

const DRAFTING = ['city-department', 'county-department', 'office'];

/** Units whose drafts somebody may register, look at for the level, or look at as their own. */
export interface ReturnScope {
  reviews: readonly UnitRow[];
  sees: readonly UnitRow[];
  own: readonly UnitRow[];
}

/** A reviewer keeps the book of their level, its coordinators read it, a liaison reads the own unit's (domain 1). */
export function returnScope(ctx: Ctx, places: Places): ReturnScope {
  const grants = grantsOf(ctx.actor);
  const drafting = places.units.filter(
    ({ code, tier }) => DRAFTING.includes(tier) && places.successions.stands(code),
  );
  const level = (...roles: string[]) =>
    drafting.filter(({ county }) => grants.some((one) => roles.includes(one.role) && one.county === county));
  const own = new Set(
    grants.filter(({ role }) => role === 'liaison').flatMap(({ unit }) => places.successions.now(unit)),
  );
  return {
    reviews: level('reviewer'),
    sees: level('reviewer', 'coordinator'),
    own: drafting.filter(({ code }) => own.has(code)),
  };
}
