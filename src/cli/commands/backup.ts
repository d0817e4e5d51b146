import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { backupDatabase, checkDatabase, restoreDatabase } from '../../store/backup.ts';
import { type CliCommand, type CliResult, UsageError } from '../command.ts';
import { cliWords as words } from '../words.ts';

export const backup: CliCommand = {
  name: 'backup',
  usage: '<file>',
  bare: true,
  async run(house, { words: [target] }) {
    if (!target) throw new UsageError(words.missingArgument('file'));
    if (!existsSync(house.databasePath)) return refused(words.noDatabase(resolve(house.databasePath)));
    const { bytes } = await backupDatabase(house.databasePath, target);
    return { ok: true, lines: [words.backedUp(target, bytes)], json: { ok: true, file: target, bytes } };
  },
};

export const restore: CliCommand = {
  name: 'restore',
  usage: '<file>',
  bare: true,
  async run(house, { words: [copy] }) {
    if (!copy) throw new UsageError(words.missingArgument('file'));
    if (!existsSync(copy)) throw new UsageError(words.noFile(copy));
    try {
      checkDatabase(copy);
    } catch {
      return refused(words.badBackup(copy));
    }
    try {
      restoreDatabase(copy, house.databasePath);
    } catch (error) {
      if (error instanceof Error && /locked|busy/i.test(error.message)) return refused(words.serverRunning);
      throw error;
    }
    return {
      ok: true,
      lines: [words.restored(resolve(house.databasePath))],
      json: { ok: true, database: resolve(house.databasePath) },
    };
  },
};

function refused(reason: string): CliResult {
  return { ok: false, lines: [reason], json: { ok: false, reason } };
}
