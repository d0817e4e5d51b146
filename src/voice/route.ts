import type { Actor } from '../kernel/actor.ts';
import { findCoordinators, findHolders, findUnits, type UnitRow } from '../people/repo.ts';
import { coordinates, grantsOf } from '../people/scope.ts';
import type { Ctx } from '../store/context.ts';
import { OFFICES_MEANT } from './lexicon.ts';
import { findPosts, type Voice } from './repo.ts';
import type { VoiceKind } from './rules/kind.ts';
import { unitsNamed } from './rules/units.ts';

type Desk = Pick<Voice, 'desk' | 'county' | 'about'>;

export interface Route extends Desk {
  /** Open_ids. */
  handlers: string[];
  /** The offices meant are the only ones there are: they may have it, but not from somebody they can recognise. */
  accused: boolean;
}

/**
 * Who handles it: the offices of the level of the unit complained of, else of the teller's own; the city's when a
 * county's offices are meant themselves; the administrators when the city's are. Whoever holds a post at a unit
 * complained of is left out. Undefined while nobody holds such a post.
 */
export async function routeOf(
  ctx: Ctx,
  { kind, text, about }: { kind: VoiceKind; text: string; about: string },
): Promise<Route | undefined> {
  const home = grantsOf(ctx.actor).find(({ county }) => county !== '')?.county ?? '';
  const units = await findUnits(ctx.db);
  // A suggestion names units that it is for, not against.
  const named = kind === 'suggestion' ? [] : unitsNamed(`${about}\n${text}`, units, home);
  const meant = kind === 'suggestion' ? [] : officesMeant(`${about}\n${text}`, units, home);
  const accused = [...new Set([...named, ...meant].map(({ code }) => code))];
  const offices = units.filter(({ code, tier }) => tier === 'office' && accused.includes(code));
  const first = kind === 'suggestion' ? undefined : unitsNamed(about, units, home)[0];
  const levels = await levelsOf(ctx, first?.county ?? home);
  const posts = new Set(await findPosts(ctx.db, accused));
  const clear = (openIds: readonly string[]) => openIds.filter((openId) => !posts.has(openId));
  for (const county of levels) {
    if (offices.some((office) => office.county === county)) continue;
    const handlers = clear(await officers(ctx, county));
    if (handlers.length > 0) return { desk: 'office', county, about: accused, handlers, accused: false };
  }
  const admins = clear(await administrators(ctx));
  if (admins.length > 0)
    return { desk: 'admin', county: '', about: accused, handlers: admins, accused: false };
  for (const county of levels) {
    const handlers = await officers(ctx, county);
    if (handlers.length > 0) return { desk: 'office', county, about: [], handlers, accused: true };
  }
  return undefined;
}

/** Nearest first. An installation of one county has no city above, and its offices are there for everybody. */
async function levelsOf({ db, host }: Ctx, nearest: string): Promise<string[]> {
  const own = host.level === 'county' ? (await findUnits(db)).filter(({ tier }) => tier === 'office') : [];
  return [...new Set([nearest, '', ...own.map(({ county }) => county)])];
}

async function officers({ db }: Ctx, county: string): Promise<string[]> {
  const holders = await findCoordinators(db, county);
  return [...new Set(holders.map(({ openId }) => openId))];
}

async function administrators({ db, host }: Ctx): Promise<string[]> {
  const holders = await findHolders(db, 'admin');
  return [...new Set([...holders.map(({ openId }) => openId), ...host.bootstrapAdmins])];
}

function officesMeant(text: string, units: readonly UnitRow[], home: string): UnitRow[] {
  const county = OFFICES_MEANT.county.test(text);
  const city = OFFICES_MEANT.city.test(text);
  return units.filter(
    (unit) => unit.tier === 'office' && (unit.county === '' ? city : county && unit.county === home),
  );
}

/** Everybody who handles what lies at this desk, by the posts of today. */
export async function handlersAt(
  ctx: Ctx,
  { desk, county }: Pick<Voice, 'desk' | 'county'>,
): Promise<string[]> {
  return desk === 'admin' ? administrators(ctx) : officers(ctx, county);
}

/** May this person see and handle it? Asked anew each time: who has the post now counts. */
export function mayHandle(actor: Actor, { desk, county, about }: Desk): boolean {
  const grants = grantsOf(actor);
  if (grants.some(({ unit }) => about.includes(unit))) return false;
  return desk === 'admin' ? grants.some(({ role }) => role === 'admin') : coordinates(actor, county);
}
