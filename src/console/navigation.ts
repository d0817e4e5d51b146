import type { Actor } from '../kernel/actor.ts';
import type { Host } from '../store/context.ts';
import { ACCESS, reachOf } from './guard.ts';
import { navigation } from './words.ts';

export type NavKey = keyof typeof navigation;

export interface NavItem {
  key: NavKey;
  text: string;
  path: string;
}

/** What this person may open, in its fixed order. */
export function navigationOf(actor: Actor, host: Host): NavItem[] {
  return (Object.keys(navigation) as NavKey[])
    .filter((key) => reachOf(actor, key, host) !== undefined)
    .map((key) => ({ key, text: navigation[key], path: ACCESS[key].path }));
}
