import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';

/**
 * Applies `*.sql` by file name, as wrangler does for D1. Drizzle's own migrator goes by journal time and silently
 * skips a file that was merged late.
 * @returns names applied now. @throws when the database knows a migration that this version does not have.
 */
export function migrate(sqlite: Database, folder: string): string[] {
  sqlite.exec('create table if not exists migration (name text primary key, applied_at text not null)');
  const known = new Set(
    (sqlite.prepare('select name from migration').all() as { name: string }[]).map((r) => r.name),
  );
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const newer = [...known].filter((name) => !files.includes(name));
  if (newer.length > 0) throw new NewerDatabase(newer);
  const pending = files.filter((name) => !known.has(name));
  sqlite.pragma('foreign_keys = OFF');
  for (const name of pending) {
    sqlite.transaction(() => {
      sqlite.exec(readFileSync(join(folder, name), 'utf8'));
      sqlite.prepare("insert into migration values (?, datetime('now'))").run(name);
    })();
  }
  sqlite.pragma('foreign_keys = ON');
  return pending;
}

export class NewerDatabase extends Error {
  constructor(readonly migrations: readonly string[]) {
    super(`database has migrations unknown to this version: ${migrations.join(', ')}`);
    this.name = 'NewerDatabase';
  }
}
