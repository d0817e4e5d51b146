import { and, eq, lt } from 'drizzle-orm';
import { deputy, grant, person, unit } from '../../../db/schema/index.ts';
import type { Role } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import type { Db } from '../../store/db.ts';
import { inList } from '../../store/statement.ts';

export interface Colleague {
  openId: string;
  name: string;
  unit: string;
  unitName: string;
  role: Role;
}

/** Posts of people of this name at these units, without those who left. */
export async function findColleagues(db: Db, units: readonly string[], name: string): Promise<Colleague[]> {
  return db
    .select({
      openId: grant.openId,
      name: person.name,
      unit: grant.unit,
      unitName: unit.name,
      role: grant.role,
    })
    .from(grant)
    .innerJoin(person, eq(person.openId, grant.openId))
    .innerJoin(unit, eq(unit.code, grant.unit))
    .where(and(inList(grant.unit, units), eq(person.name, name), eq(person.gone, false)))
    .orderBy(grant.unit, grant.openId);
}

/** Who stands in at these units, with names. */
export async function findDeputies(db: Db, units: readonly string[]) {
  return selectDeputies(db).where(inList(deputy.unit, units)).orderBy(deputy.unit, deputy.openId);
}

/** Whose last day lies before this one. */
export async function findExpired(db: Db, day: Day) {
  return selectDeputies(db).where(lt(deputy.until, day)).orderBy(deputy.unit, deputy.openId);
}

export type Deputy = Awaited<ReturnType<typeof findExpired>>[number];

function selectDeputies(db: Db) {
  return db
    .select({
      unit: deputy.unit,
      unitName: unit.name,
      openId: deputy.openId,
      name: person.name,
      by: deputy.by,
      until: deputy.until,
    })
    .from(deputy)
    .innerJoin(person, eq(person.openId, deputy.openId))
    .innerJoin(unit, eq(unit.code, deputy.unit));
}
