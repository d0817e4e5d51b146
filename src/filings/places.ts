import { dayOf } from '../kernel/day.ts';
import { findUnits, type UnitRow } from '../people/repo.ts';
import { findSteps } from '../people/repo-succession.ts';
import { coordinates, grantsOf } from '../people/scope.ts';
import type { Ctx } from '../store/context.ts';
import type { FilingRow, ResearchRow } from './repo.ts';
import { type Successions, successions } from './rules/succession.ts';
import type { Viewer } from './rules/visibility.ts';

/** Units as they are today, and what became of those that were. */
export interface Places {
  units: readonly UnitRow[];
  successions: Successions;
  find(code: string): UnitRow | undefined;
  /** The code itself when nobody knows the unit any more. */
  name(code: string): string;
  /** Townships and subdistricts that stand for themselves, in their fixed order. */
  townships: readonly UnitRow[];
}

export async function readPlaces(ctx: Ctx): Promise<Places> {
  const units = await findUnits(ctx.db);
  const changed = successions(await findSteps(ctx.db, dayOf(ctx.now)));
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  return {
    units,
    successions: changed,
    find: (code) => byCode.get(code),
    name: (code) => byCode.get(code)?.name ?? code,
    townships: units.filter(({ code, tier }) => tier === 'township' && changed.stands(code)),
  };
}

/** Whoever stands today for those who were entered. */
export interface Today {
  organisers: string[];
  /** Units gone to, each once. */
  places: string[];
  organiserName: string;
}

export type Filing = FilingRow & Today;
export type Research = ResearchRow & Today;

export function asOfToday<T extends { organiser: string; targets: string[] }>(
  places: Places,
  row: T,
): T & Today {
  const organisers = places.successions.now(row.organiser);
  return {
    ...row,
    organisers,
    places: places.successions.all(row.targets),
    organiserName: organisers.map(places.name).join('、'),
  };
}

const READ_ONLY = ['township', 'village'];

export function viewerOf(ctx: Ctx, places: Places): Viewer {
  const grants = grantsOf(ctx.actor).filter(({ unit }) => unit !== '');
  const own = grants.flatMap(({ unit }) => [
    unit,
    ...places.successions.now(unit),
    ...townshipOf(places, unit),
  ]);
  const keeps = grants
    .filter(({ role, tier }) => (role === 'liaison' || role === 'coordinator') && !READ_ONLY.includes(tier))
    .flatMap(({ unit }) => places.successions.now(unit));
  const level = places.units.filter(
    ({ county }) => coordinates(ctx.actor, '') || coordinates(ctx.actor, county),
  );
  return {
    own: new Set(own),
    keeps: new Set(keeps),
    level: new Set(level.map(({ code }) => code)),
  };
}

/** A village sees what its township sees (domain 1); its name begins with the township's. */
function townshipOf(places: Places, code: string): string[] {
  const unit = places.find(code);
  if (unit?.tier !== 'village') return [];
  return places.townships
    .filter(({ county, name }) => county === unit.county && unit.name.replace(county, '').startsWith(name))
    .map((township) => township.code);
}

/** May this person enter, change and withdraw for the organiser? Its liaison, or the offices of its level (BR-40: no township). */
export function mayKeep(ctx: Ctx, places: Places, organisers: readonly string[]): boolean {
  if (ctx.actor.kind !== 'person') return true;
  const { keeps } = viewerOf(ctx, places);
  return organisers.some((code) => {
    const unit = places.find(code);
    return keeps.has(code) || (unit !== undefined && coordinates(ctx.actor, unit.county));
  });
}

/** The level whose offices decide: the organiser's. Empty for the city's. */
export function countyOf(places: Places, organisers: readonly string[]): string {
  return places.find(organisers[0] ?? '')?.county ?? '';
}
