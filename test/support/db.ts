import { fileURLToPath } from 'node:url';
import type { Store } from '../../src/store/db.ts';
import { migrate } from '../../src/store/migrate.ts';
import { nodeStore, openSqlite } from '../../src/store/node.ts';

export const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));

/** A fresh, migrated database in memory (or in a file). */
export function testStore(path = ':memory:'): Store {
  const sqlite = openSqlite(path);
  migrate(sqlite, MIGRATIONS);
  return nodeStore(sqlite);
}
