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
  const files = migrationFiles(folder);
  const newer = unknownMigrations([...known], folder);
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

function migrationFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
}

/** Of these applied ones, those that this version does not have: the database is newer. */
export function unknownMigrations(applied: readonly string[], folder: string): string[] {
  const files = migrationFiles(folder);
  return applied.filter((name) => !files.includes(name));
}

/** Names of the migrations that a database file lacks, without touching it. */
export function pendingMigrations(applied: readonly string[], folder: string): string[] {
  return migrationFiles(folder).filter((name) => !applied.includes(name));
}

export class NewerDatabase extends Error {
  constructor(readonly migrations: readonly string[]) {
    super(`database has migrations unknown to this version: ${migrations.join(', ')}`);
    this.name = 'NewerDatabase';
  }
}
