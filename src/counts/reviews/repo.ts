import { and, desc, eq } from 'drizzle-orm';
import { reviewRevision } from '../../../db/schema/index.ts';
import type { Db } from '../../store/db.ts';

/** The revision in force; undefined while nothing was drafted. */
export async function findReview(db: Db, period: string, county: string) {
  const r = reviewRevision;
  const rows = await db
    .select()
    .from(r)
    .where(and(eq(r.period, period), eq(r.county, county)))
    .orderBy(desc(r.revision))
    .limit(1);
  return rows[0];
}

export type ReviewRow = NonNullable<Awaited<ReturnType<typeof findReview>>>;
