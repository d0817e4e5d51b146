import { eq } from 'drizzle-orm';
import { setting } from '../../db/schema/index.ts';
import type { Db, Statement } from './db.ts';

export async function readSetting(db: Db, key: string): Promise<string | undefined> {
  const [row] = await db.select({ value: setting.value }).from(setting).where(eq(setting.key, key));
  return row?.value;
}

export function writeSetting(db: Db, key: string, value: string): Statement {
  return db
    .insert(setting)
    .values({ key, value })
    .onConflictDoUpdate({ target: setting.key, set: { value } });
}
