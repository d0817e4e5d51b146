import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';

/** A consistent copy while others read and write; checked before it gets its final name. @throws on a bad copy */
export async function backupDatabase(path: string, target: string): Promise<{ bytes: number }> {
  const sqlite = new Database(path, { readonly: true, fileMustExist: true });
  const partial = `${target}.partial`;
  try {
    await sqlite.backup(partial);
  } finally {
    sqlite.close();
  }
  const bytes = checkDatabase(partial).bytes;
  renameSync(partial, target);
  return { bytes };
}

/** Puts a checked copy in the place of the database; the present one is kept beside it as `.before-restore`. */
export function restoreDatabase(copy: string, path: string): void {
  checkDatabase(copy);
  const partial = `${path}.partial`;
  copyFileSync(copy, partial);
  if (existsSync(path)) {
    const present = new Database(path, { timeout: 200 });
    try {
      // Fails while a server holds the file, and folds its write-ahead log into it otherwise.
      present.pragma('locking_mode = EXCLUSIVE');
      present.pragma('journal_mode = DELETE');
    } finally {
      present.close();
    }
    renameSync(path, `${path}.before-restore`);
  }
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
  renameSync(partial, path);
}

/** @throws when the file is no sound database of this program. */
export function checkDatabase(path: string): { bytes: number; migrations: number } {
  const sqlite = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const health = sqlite.pragma('integrity_check(1)', { simple: true });
    if (health !== 'ok') throw new Error(`integrity check: ${String(health)}`);
    const migrations = sqlite.prepare<[], { n: number }>('select count(*) as n from migration').get()?.n ?? 0;
    const pages = Number(sqlite.pragma('page_count', { simple: true }));
    const pageSize = Number(sqlite.pragma('page_size', { simple: true }));
    return { bytes: pages * pageSize, migrations };
  } finally {
    sqlite.close();
  }
}
