import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Database, { type Database as Sqlite } from 'better-sqlite3';

/** All pages in one step: a consistent moment, which no writer can make to start over. */
const ALL_PAGES = 0x7fffffff;

/** How every SQLite file begins (SQLite file format, 1.3). */
const HEAD = 'SQLite format 3\0';

const BESIDE = ['-wal', '-shm'];

/**
 * A consistent copy while others read and write. It gets its final name only when it is whole, checked and on the disk;
 * others than the owner cannot read it. @throws when there is none; an older copy of that name is then still there.
 */
export async function backupDatabase(path: string, target: string): Promise<{ bytes: number }> {
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  const partial = `${target}.partial`;
  try {
    const sqlite = new Database(path, { readonly: true, fileMustExist: true });
    try {
      await sqlite.backup(partial, { progress: () => ALL_PAGES });
    } finally {
      sqlite.close();
    }
    makeSelfContained(partial);
    const { bytes } = checkDatabase(partial);
    chmodSync(partial, 0o600);
    moveDurably(partial, target);
    return { bytes };
  } finally {
    remove(partial, '', ...BESIDE, '-journal');
  }
}

/**
 * Puts a checked copy in the place of the database; at every moment there is one or the other. The present one is kept
 * beside it as `.before-restore`, even when it is damaged. @throws when a server holds the database, or on a bad copy.
 * @returns where the present one is kept; undefined when there was none.
 */
export function restoreDatabase(copy: string, path: string): string | undefined {
  checkDatabase(copy);
  const partial = `${path}.partial`;
  try {
    copyFileSync(copy, partial);
    makeSelfContained(partial);
    checkDatabase(partial);
    if (!existsSync(path)) {
      remove(path, ...BESIDE);
      moveDurably(partial, path);
      return undefined;
    }
    const kept = freeName(`${path}.before-restore`);
    const present = new Database(path, { timeout: 200 });
    try {
      if (lock(present)) link(path, kept);
      else moveAside(path, kept);
      remove(path, ...BESIDE);
      moveDurably(partial, path);
    } finally {
      present.close();
    }
    return kept;
  } finally {
    remove(partial, '', ...BESIDE, '-journal');
  }
}

/** @throws when the file is no sound database of this program. */
export function checkDatabase(path: string): { bytes: number; migrations: string[] } {
  const sqlite = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const health = sqlite.pragma('integrity_check(1)', { simple: true });
    if (health !== 'ok') throw new Error(`integrity check: ${String(health)}`);
    const rows = sqlite.prepare<[], { name: string }>('select name from migration').all();
    const pages = Number(sqlite.pragma('page_count', { simple: true }));
    const pageSize = Number(sqlite.pragma('page_size', { simple: true }));
    return { bytes: pages * pageSize, migrations: rows.map(({ name }) => name) };
  } finally {
    sqlite.close();
  }
}

/** Whether this is a database at all, sound or not: only such a file is ever replaced by a copy. */
export function isSqlite(path: string): boolean {
  if (!statSync(path).isFile()) return false;
  const head = Buffer.alloc(HEAD.length);
  const file = openSync(path, 'r');
  try {
    readSync(file, head);
  } finally {
    closeSync(file);
  }
  return head.toString('latin1') === HEAD;
}

/** One file without a log beside it, so that it can be copied anywhere and opened where nothing may be written. */
function makeSelfContained(path: string): void {
  const sqlite = new Database(path, { fileMustExist: true });
  try {
    sqlite.pragma('journal_mode = DELETE');
  } finally {
    sqlite.close();
  }
}

/**
 * Folds the log into the file and keeps everybody else out until it is closed. False when it is damaged.
 * @throws SQLITE_BUSY while a server holds the file.
 */
function lock(sqlite: Sqlite): boolean {
  try {
    sqlite.pragma('locking_mode = EXCLUSIVE');
    sqlite.pragma('journal_mode = DELETE');
    sqlite.exec('begin exclusive');
    return true;
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (/^SQLITE_(NOTADB|CORRUPT|IOERR)/.test(String(code))) return false;
    throw error;
  }
}

function link(path: string, kept: string): void {
  try {
    linkSync(path, kept);
  } catch {
    // Not every file system has links.
    copyFileSync(path, kept);
  }
}

/** What cannot be read may still be of use to somebody together with its log. */
function moveAside(path: string, kept: string): void {
  for (const suffix of ['', ...BESIDE])
    if (existsSync(path + suffix)) copyFileSync(path + suffix, kept + suffix);
}

function freeName(wished: string): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? wished : `${wished}-${n}`;
    if (!existsSync(name)) return name;
  }
}

function remove(path: string, ...suffixes: string[]): void {
  for (const suffix of suffixes) rmSync(path + suffix, { force: true });
}

/** After a power cut there is the old file or the new one. */
function moveDurably(from: string, to: string): void {
  sync(from);
  renameSync(from, to);
  sync(dirname(to));
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
