import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Store } from '../store/db.ts';
import { migrate, NewerDatabase } from '../store/migrate.ts';
import { nodeStore, openSqlite } from '../store/node.ts';
import { migrationsFolder } from './paths.ts';
import { StartRefused } from './start-refused.ts';
import { startWords as words } from './words.ts';

export interface OpenedDatabase {
  store: Store;
  migrated: string[];
}

/** Opens, checks and migrates the file. @throws StartRefused with one sentence; the file is left as it was. */
export function openDatabase(path: string): OpenedDatabase {
  const full = resolve(path);
  mkdirSync(dirname(full), { recursive: true });
  try {
    const sqlite = openSqlite(full);
    const health = sqlite.pragma('quick_check(1)', { simple: true });
    if (health !== 'ok') {
      sqlite.close();
      throw new StartRefused(words.damagedDatabase(full), 65);
    }
    return { store: nodeStore(sqlite), migrated: migrate(sqlite, migrationsFolder) };
  } catch (error) {
    if (error instanceof StartRefused) throw error;
    if (error instanceof NewerDatabase) throw new StartRefused(words.newerDatabase(full), 65);
    throw new StartRefused(words.damagedDatabase(full), 65);
  }
}
