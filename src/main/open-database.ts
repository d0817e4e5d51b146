import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { rootCause } from '../kernel/fault.ts';
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
  let sqlite: ReturnType<typeof openSqlite> | undefined;
  try {
    mkdirSync(dirname(full), { recursive: true });
    sqlite = openSqlite(full);
    if (sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok')
      throw new StartRefused(words.damagedDatabase(full), 65);
    return { store: nodeStore(sqlite), migrated: migrate(sqlite, migrationsFolder) };
  } catch (error) {
    sqlite?.close();
    throw refusal(error, full);
  }
}

function refusal(error: unknown, path: string): StartRefused {
  if (error instanceof StartRefused) return error;
  if (error instanceof NewerDatabase) return new StartRefused(words.newerDatabase(path), 65);
  const code = String((rootCause(error) as { code?: unknown }).code);
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new StartRefused(words.busyDatabase(path), 69);
  if (/^(SQLITE_(CANTOPEN|READONLY|PERM|FULL|IOERR)|E[A-Z]+$)/.test(code))
    return new StartRefused(words.unwritableDatabase(path), 78);
  return new StartRefused(words.damagedDatabase(path), 65);
}
