import { and, eq } from 'drizzle-orm';
import { grant, person, unit } from '../../db/schema/index.ts';
import type { Actor, Grant, Role, Tier } from '../kernel/actor.ts';
import type { Db } from '../store/db.ts';
import { inList } from '../store/statement.ts';

export interface UnitRow {
  code: string;
  name: string;
  tier: Tier;
  county: string;
  sort: number;
  remoteness: string;
}

export interface Holder {
  openId: string;
  name: string;
  unit: string;
}

/** Administrators named in the settings hold no post: they belong to the host office itself. */
const BOOTSTRAP_GRANT: Grant = { role: 'admin', unit: '', tier: 'office', county: '' };

/**
 * Undefined when the person is not on the roster or has left. `bootstrapAdmins` are administrators from the start,
 * with or without a roster row.
 */
export async function findActor(
  db: Db,
  openId: string,
  bootstrapAdmins: readonly string[] = [],
): Promise<(Actor & { kind: 'person' }) | undefined> {
  const rows = await db
    .select({
      name: person.name,
      gone: person.gone,
      role: grant.role,
      unit: grant.unit,
      tier: unit.tier,
      county: unit.county,
    })
    .from(person)
    .leftJoin(grant, eq(grant.openId, person.openId))
    .leftJoin(unit, eq(unit.code, grant.unit))
    .where(eq(person.openId, openId));
  const [first] = rows;
  const bootstrap = bootstrapAdmins.includes(openId) ? [BOOTSTRAP_GRANT] : [];
  if (!first)
    return bootstrap.length > 0 ? { kind: 'person', openId, name: '', grants: bootstrap } : undefined;
  if (first.gone) return undefined;
  const posts = rows.flatMap(({ role, unit: code, tier, county }) =>
    role && code && tier ? [{ role, unit: code, tier, county: county ?? '' }] : [],
  );
  return { kind: 'person', openId, name: first.name, grants: [...posts, ...bootstrap] };
}

/** People who hold a role, at any unit or at these units, without those who left. In order of unit and open_id. */
export async function findHolders(db: Db, role: Role, units?: readonly string[]): Promise<Holder[]> {
  return db
    .select({ openId: grant.openId, name: person.name, unit: grant.unit })
    .from(grant)
    .innerJoin(person, eq(person.openId, grant.openId))
    .where(and(eq(grant.role, role), eq(person.gone, false), units ? inList(grant.unit, units) : undefined))
    .orderBy(grant.unit, grant.openId);
}

/** The coordinators of a level: the offices (两办) of the city (`''`) or of one county. */
export async function findCoordinators(db: Db, county: string): Promise<Holder[]> {
  return db
    .select({ openId: grant.openId, name: person.name, unit: grant.unit })
    .from(grant)
    .innerJoin(person, eq(person.openId, grant.openId))
    .innerJoin(unit, eq(unit.code, grant.unit))
    .where(and(eq(grant.role, 'coordinator'), eq(person.gone, false), eq(unit.county, county)))
    .orderBy(grant.openId);
}

/** All units, or these, in their fixed order. */
export async function findUnits(db: Db, codes?: readonly string[]): Promise<UnitRow[]> {
  return db
    .select()
    .from(unit)
    .where(codes ? inList(unit.code, codes) : undefined)
    .orderBy(unit.sort, unit.code);
}
