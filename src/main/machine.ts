import { existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { MachineHealth } from '../system/doctor/rules/facts.ts';
import { newestCopy } from './backups.ts';

/** Disk and backups of the machine that holds this database file. */
export function machineHealth(databasePath: string, backupFolder: string | undefined): MachineHealth {
  return {
    disk: diskOf(databasePath),
    backup: {
      off: backupFolder === undefined,
      newest: backupFolder === undefined ? null : newestCopy(backupFolder),
    },
  };
}

function diskOf(path: string): MachineHealth['disk'] {
  if (!existsSync(path)) return undefined;
  const { bavail, bsize } = statfsSync(dirname(path));
  return { freeBytes: bavail * bsize, databaseBytes: statSync(path).size };
}
