import { existsSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { rootCause } from '../../kernel/fault.ts';
import { migrationsFolder } from '../../main/paths.ts';
import { backupDatabase, checkDatabase, isSqlite, restoreDatabase } from '../../store/backup.ts';
import { unknownMigrations } from '../../store/migrate.ts';
import { type CliCommand, type CliResult, UsageError } from '../command.ts';
import { backupWords as words } from '../words-backup.ts';

export const backup: CliCommand = {
  name: 'backup',
  usage: '<file>',
  bare: true,
  async run(house, { words: [target] }) {
    if (!target) throw new UsageError(words.missingFile);
    const database = resolve(house.databasePath);
    if (!existsSync(database)) return refused(words.noDatabase(database));
    if (isDatabase(target, database)) return refused(words.overItself(target));
    if (existsSync(target) && statSync(target).isDirectory()) return refused(words.folder(target));
    if (existsSync(target) && !isSqlite(target)) return refused(words.overOther(target));
    try {
      const { bytes } = await backupDatabase(database, target);
      return { ok: true, lines: [words.backedUp(target, bytes)], json: { ok: true, file: target, bytes } };
    } catch (error) {
      return refused(explained(error, words.notBackedUp(target)));
    }
  },
};

export const restore: CliCommand = {
  name: 'restore',
  usage: '<file>',
  bare: true,
  async run(house, { words: [copy] }) {
    if (!copy) throw new UsageError(words.missingFile);
    if (!existsSync(copy)) throw new UsageError(words.noFile(copy));
    const database = resolve(house.databasePath);
    if (isDatabase(copy, database)) return refused(words.fromItself(copy));
    let newer: string[];
    try {
      newer = unknownMigrations(checkDatabase(copy).migrations, migrationsFolder);
    } catch {
      return refused(words.badBackup(copy));
    }
    if (newer.length > 0) return refused(words.newerBackup(copy));
    try {
      const kept = restoreDatabase(copy, database);
      return {
        ok: true,
        lines: [words.restored(database, kept)],
        json: { ok: true, database },
      };
    } catch (error) {
      return refused(explained(error, words.notRestored(database)));
    }
  },
};

/** The database, by whatever name, or one of the files that belong to it. */
function isDatabase(file: string, database: string): boolean {
  const own = ['', '-wal', '-shm'].map((suffix) => database + suffix);
  const name = resolve(file);
  return own.includes(name) || (existsSync(name) && own.some((one) => existsSync(one) && same(one, name)));
}

function same(a: string, b: string): boolean {
  const [one, other] = [statSync(realpathSync(a)), statSync(realpathSync(b))];
  return one.dev === other.dev && one.ino === other.ino;
}

/** What the operator can do something about; a bug keeps its stack. */
function explained(error: unknown, sentence: string): string {
  const code = String((rootCause(error) as { code?: unknown }).code);
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return words.serverRunning;
  if (/^(ENOSPC|EDQUOT|SQLITE_FULL)/.test(code)) return `${sentence}${words.diskFull}`;
  if (/^(E[A-Z]+$|SQLITE_(CANTOPEN|READONLY|PERM|IOERR))/.test(code)) return `${sentence}${words.noAccess}`;
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return `${sentence}${words.damaged}`;
  throw error;
}

function refused(reason: string): CliResult {
  return { ok: false, lines: [reason], json: { ok: false, reason } };
}
