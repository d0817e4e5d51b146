import { eq } from 'drizzle-orm';
import { localFigure } from '../../db/schema/index.ts';
import type { Db } from '../store/db.ts';

/** LOC-36: the office people can call, entered by the administrator. Column title → value. */
export async function readContact(db: Db): Promise<Record<string, string> | undefined> {
  const rows = await db
    .select({ values: localFigure.values })
    .from(localFigure)
    .where(eq(localFigure.code, 'LOC-36'))
    .limit(1);
  return rows[0]?.values;
}
