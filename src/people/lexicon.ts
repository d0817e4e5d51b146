import type { Role, Tier } from '../kernel/actor.ts';
import { roleNames, tierNames } from './words.ts';

const roles = new Map(Object.entries(roleNames).map(([role, name]) => [name, role as Role]));
const tiers = new Map(Object.entries(tierNames).map(([tier, name]) => [name, tier as Tier]));

export function roleOf(name: string): Role | undefined {
  return roles.get(name);
}

export function tierOf(name: string): Tier | undefined {
  return tiers.get(name);
}
