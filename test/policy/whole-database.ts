import { getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as schema from '../../db/schema/index.ts';
import type { Db } from '../../src/store/db.ts';

/** Every row of every table, by table. */
export async function wholeDatabase(db: Db): Promise<Record<string, unknown[]>> {
  const tables = Object.values(schema).filter((each) => is(each, SQLiteTable));
  const rows = await Promise.all(
    tables.map(async (table) => [getTableName(table), await db.select().from(table)] as const),
  );
  return Object.fromEntries(rows);
}
