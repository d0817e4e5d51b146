import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { round, roundUnit, unitSuccessor } from '../../db/schema/index.ts';
import type { Month } from '../kernel/period.ts';
import type { Db } from '../store/db.ts';

/**
 * True unless the unit has ended in this month or before: the month of the end is the successor's to report. A unit that
 * keeps its code when a part is split off is one of its own successors and goes on.
 */
export function standsIn(code: SQLiteColumn, month: SQL | Month): SQL {
  const s = unitSuccessor;
  return sql`coalesce((select max(${s.successor} = ${s.unit}) from ${s} where ${s.unit} = ${code} and ${s.fromDay} < ${month} || '-99'), 1)`;
}

/** Parts in open rounds that were opened before anybody entered that the unit had ended by then. */
export async function findOrphanedParts(db: Db) {
  return db
    .select({ month: roundUnit.month, unit: roundUnit.unit })
    .from(round)
    .innerJoin(roundUnit, eq(roundUnit.month, round.month))
    .where(
      and(
        sql`${round.closedAt} is null`,
        eq(roundUnit.state, 'open'),
        sql`not ${standsIn(roundUnit.unit, sql`${roundUnit.month}`)}`,
      ),
    )
    .orderBy(roundUnit.month, roundUnit.unit);
}
