import { and, desc, eq, gte, lte } from 'drizzle-orm';
import { returnedDocument } from '../../../db/schema/index.ts';
import type { Db } from '../../store/db.ts';
import { inList } from '../../store/statement.ts';

export type ReturnRow = typeof returnedDocument.$inferSelect;

/** Drafts of these units that were sent back in a year, the newest first. */
export async function findReturns(db: Db, units: readonly string[], year: string): Promise<ReturnRow[]> {
  return db
    .select()
    .from(returnedDocument)
    .where(
      and(
        inList(returnedDocument.unit, units),
        gte(returnedDocument.returnedDay, `${year}-01-01`),
        lte(returnedDocument.returnedDay, `${year}-12-31`),
        eq(returnedDocument.struck, false),
      ),
    )
    .orderBy(desc(returnedDocument.returnedDay), desc(returnedDocument.id));
}

export async function findReturn(db: Db, id: string): Promise<ReturnRow | undefined> {
  const [row] = await db.select().from(returnedDocument).where(eq(returnedDocument.id, id));
  return row;
}
