import type { Actor, Grant, Role } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import { words } from './words.ts';

/** Grants of a person; jobs and the command line hold none and are let through by `allows`. */
export function grantsOf(actor: Actor): readonly Grant[] {
  return actor.kind === 'person' ? actor.grants : [];
}

export function hasRole(actor: Actor, ...roles: Role[]): boolean {
  return grantsOf(actor).some((grant) => roles.includes(grant.role));
}

/** Jobs and the operator at the command line act for the host office itself. */
function actsForHost(actor: Actor): boolean {
  return actor.kind !== 'person';
}

/** May this actor act in `role` for this very unit? */
export function actsFor(actor: Actor, role: Role, unit: string): boolean {
  return actsForHost(actor) || grantsOf(actor).some((grant) => grant.role === role && grant.unit === unit);
}

/**
 * A coordinator sees the whole of their own level: the city's offices see the city level, a county's offices theirs
 * (domain 1). `county` is empty for the city level.
 */
export function coordinates(actor: Actor, county: string): boolean {
  return (
    actsForHost(actor) ||
    grantsOf(actor).some((grant) => grant.role === 'coordinator' && grant.county === county)
  );
}

/** @throws AppError forbidden, with a sentence that says who can do it. */
export function requireRole(actor: Actor, ...roles: Role[]): void {
  if (!actsForHost(actor) && !hasRole(actor, ...roles)) throw needsRole(roles);
}

export function needsRole(roles: readonly Role[]): AppError {
  return new AppError('forbidden', words.needsRole(roles));
}

/** @throws AppError forbidden when the actor does not hold the role at this unit. */
export function requireUnit(actor: Actor, role: Role, unit: string): void {
  if (!actsFor(actor, role, unit)) throw new AppError('forbidden', words.otherUnit(role));
}
