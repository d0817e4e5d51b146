import type { Actor, Grant, Tier } from '../kernel/actor.ts';
import { AppError } from '../kernel/errors.ts';
import { needsRole } from '../people/scope.ts';
import type { Ctx, Host } from '../store/context.ts';
import type { Access } from './access.ts';
import { ACCESS } from './sections/access.ts';
import { guardWords as words } from './words.ts';

export { ACCESS };

export type RouteName = keyof typeof ACCESS;

export interface Reach {
  all: boolean;
  /** Names of counties, `''` for the city level; without meaning when `all`. */
  levels: readonly string[];
}

/** Townships and villages only read and ask in chat (BR-40): a post there opens no desk. */
const NO_DESK: readonly Tier[] = ['township', 'village'];

/** Undefined when the actor may not use this address at all. */
export function reachOf(actor: Actor, route: RouteName, host: Host): Reach | undefined {
  if (actor.kind !== 'person') return { all: true, levels: [] };
  const access: Access = ACCESS[route];
  if (access.scope === 'self') return mayEnter(actor, host) ? { all: false, levels: [] } : undefined;
  const grants = actor.grants.filter(
    ({ role, tier }) => access.roles.includes(role) && !NO_DESK.includes(tier),
  );
  if (grants.length === 0) return undefined;
  const ofHost = ({ county }: Grant) => county === '' || host.level === 'county';
  return {
    all: grants.some((grant) => ofHost(grant) && (access.scope === 'content' || grant.role === 'admin')),
    levels: [...new Set(grants.map(({ county }) => county))],
  };
}

/** May this person sign in: is there any page for them? */
export function mayEnter(actor: Actor, host: Host): boolean {
  const names = Object.keys(ACCESS) as RouteName[];
  return names.some((name) => ACCESS[name].scope !== 'self' && reachOf(actor, name, host) !== undefined);
}

/** For verbs and reads, whoever calls them. @throws AppError forbidden */
export function requireReach({ actor, host }: Ctx, route: RouteName): Reach {
  const reach = reachOf(actor, route, host);
  if (reach) return reach;
  const { roles }: Access = ACCESS[route];
  throw roles.length > 0 ? needsRole(roles) : new AppError('forbidden', words.noDesk);
}
