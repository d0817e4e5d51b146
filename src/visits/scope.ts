import type { Actor } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import { grantsOf, requireRole } from '../people/scope.ts';
import type { Point } from './rules/points.ts';
import { groupRefusals } from './words-groups.ts';

/**
 * The counties whose points a cadre office looks after; undefined for a city's office, jobs and the command line, which
 * see all. @throws AppError forbidden
 */
export function countiesOf(actor: Actor): readonly string[] | undefined {
  requireRole(actor, 'cadre-office');
  const held = grantsOf(actor).filter(({ role }) => role === 'cadre-office');
  const wide = held.length === 0 || held.some(({ county }) => county === '');
  return wide ? undefined : held.map(({ county }) => county);
}

export function within({ county }: { county: string }, counties: readonly string[] | undefined): boolean {
  return counties === undefined || counties.includes(county);
}

/** A county's office may change groups whose points all lie in its county. @throws AppError forbidden */
export function requireOwnGroup(
  points: readonly Point[],
  group: string,
  counties: readonly string[] | undefined,
): void {
  const own = points.filter((point) => point.group === group).every((point) => within(point, counties));
  if (!own) throw new AppError('forbidden', groupRefusals.otherCounty(group));
}
