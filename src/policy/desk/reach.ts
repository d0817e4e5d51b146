import { and, eq } from 'drizzle-orm';
import { unit } from '../../../db/schema/index.ts';
import type { Role, Tier } from '../../kernel/actor.ts';
import { AppError } from '../../kernel/errors.ts';
import { grantsOf, needsRole } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { inList } from '../../store/statement.ts';
import { deskWords as words } from './words.ts';

/** Townships and villages only read and ask (BR-40): a post there edits nothing. */
const NO_DESK: readonly Tier[] = ['township', 'village'];

export const EDITORS: readonly Role[] = ['editor'];
export const APPROVERS: readonly Role[] = ['approver'];
export const EITHER: readonly Role[] = ['editor', 'approver'];

export interface Reach {
  /** Posts at the host's own level have all entries. */
  all: boolean;
  /** Names of counties whose own entries it is about otherwise. */
  counties: readonly string[];
}

/** How far these roles of the actor reach. @throws AppError forbidden when there is none. */
export function reachOf({ actor, host }: Ctx, roles: readonly Role[]): Reach {
  if (actor.kind !== 'person') return { all: true, counties: [] };
  const grants = grantsOf(actor).filter(({ role, tier }) => roles.includes(role) && !NO_DESK.includes(tier));
  if (grants.length === 0) throw needsRole(roles);
  return {
    all: host.level === 'county' || grants.some(({ county }) => county === ''),
    counties: [...new Set(grants.map(({ county }) => county))],
  };
}

/**
 * May these entries be worked on? A county's office owns what is meant for its own units alone; the general ones are the
 * city's. @throws AppError forbidden
 */
export async function requireWithin(
  ctx: Ctx,
  roles: readonly Role[],
  ...entries: readonly { units: readonly string[] }[]
): Promise<void> {
  const within = await withinReach(ctx, reachOf(ctx, roles), entries);
  if (within.length < entries.length) throw new AppError('forbidden', words.beyond);
}

/** Those of the entries that lie within this reach. */
export async function withinReach<T extends { units: readonly string[] }>(
  { db }: Ctx,
  { all, counties }: Reach,
  entries: readonly T[],
): Promise<T[]> {
  if (all || entries.length === 0) return [...entries];
  const codes = [...new Set(entries.flatMap(({ units }) => units))];
  const rows = await db
    .select({ code: unit.code, county: unit.county })
    .from(unit)
    .where(inList(unit.code, codes));
  const own = new Set(rows.filter(({ county }) => counties.includes(county)).map(({ code }) => code));
  return entries.filter(({ units }) => units.length > 0 && units.every((code) => own.has(code)));
}

/** Units a new entry is meant for unless its editor says otherwise: everybody, or the offices that stand for the county. */
export async function unitsOfEditor(ctx: Ctx): Promise<string[]> {
  const { actor, db, host } = ctx;
  const posts = grantsOf(actor).filter(({ role }) => EDITORS.includes(role));
  if (host.level === 'county' || posts.length === 0 || posts.some(({ county }) => county === '')) return [];
  const offices = await db
    .select({ code: unit.code })
    .from(unit)
    .where(
      and(
        eq(unit.tier, 'office'),
        inList(
          unit.county,
          posts.map(({ county }) => county),
        ),
      ),
    )
    .orderBy(unit.sort, unit.code);
  return offices.length > 0 ? offices.map(({ code }) => code) : posts.map((post) => post.unit);
}
