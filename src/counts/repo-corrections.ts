import { and, desc, eq, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { countRevision, person, unit } from '../../db/schema/index.ts';
import type { Db } from '../store/db.ts';
import { inList } from '../store/statement.ts';

/** The newest corrections of these units or of the units of these levels, with what they replaced. */
export async function findCorrections(
  db: Db,
  scope: { units: readonly string[]; counties: readonly string[]; limit: number },
) {
  const before = alias(countRevision, 'before');
  const c = countRevision;
  return db
    .select({
      month: c.month,
      unitName: unit.name,
      indicator: c.indicator,
      amount: c.amount,
      unplanned: c.unplanned,
      direct: c.direct,
      beforeAmount: before.amount,
      beforeUnplanned: before.unplanned,
      beforeDirect: before.direct,
      reason: c.reason,
      byName: sql<string>`coalesce(${person.name}, '')`,
      at: c.createdAt,
    })
    .from(c)
    .innerJoin(unit, eq(unit.code, c.unit))
    .leftJoin(
      before,
      and(
        eq(before.month, c.month),
        eq(before.unit, c.unit),
        eq(before.indicator, c.indicator),
        eq(before.revision, sql`${c.revision} - 1`),
      ),
    )
    .leftJoin(person, eq(sql`'person:' || ${person.openId}`, c.author))
    .where(
      and(eq(c.source, 'corrected'), or(inList(c.unit, scope.units), inList(unit.county, scope.counties))),
    )
    .orderBy(desc(c.createdAt), unit.sort, c.unit, c.indicator)
    .limit(scope.limit);
}

export type Correction = Awaited<ReturnType<typeof findCorrections>>[number];
