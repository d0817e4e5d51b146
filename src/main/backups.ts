import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { dayOf, timeOf } from '../kernel/day.ts';
import { faultOf } from '../kernel/fault.ts';
import type { Clock, Logger } from '../kernel/ports.ts';
import { copyDay, copyName, outdated } from '../system/backups/rules/keep.ts';

interface Parts {
  folder: string;
  clock: Clock;
  log: Logger;
  /** Writes a checked copy to this file. @throws when there is none */
  copy(target: string): Promise<void>;
}

/** Nobody works, and the night's erasing (03:20) comes after: what is erased is in one copy more. */
const AT = '02:40';
const RETRY_MS = 60 * 60_000;

/**
 * Called at every heartbeat: makes the day's copy once its time has come (also late, after a downtime) and deletes
 * copies that are no longer to be kept. After a failure the next try comes an hour later; the doctor watches their age.
 */
export function createBackups({ folder, clock, log, copy }: Parts): { due(): Promise<void> } {
  let failedAt = Number.NEGATIVE_INFINITY;

  async function make(target: string): Promise<void> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await copy(target);
    for (const day of outdated(copyDays(folder))) rmSync(join(folder, copyName(day)), { force: true });
    log.info('backup_made', { bytes: statSync(target).size, kept: copyDays(folder).length });
  }

  return {
    async due() {
      const now = clock.now();
      const target = join(folder, copyName(dayOf(now)));
      const early = timeOf(now) < AT && copyDaysOrNone(folder).length > 0;
      if (early || now - failedAt < RETRY_MS || existsSync(target)) return;
      try {
        await make(target);
      } catch (error) {
        failedAt = now;
        const reason = error instanceof BackupFailed ? { reason: error.message } : faultOf(error);
        log.error('backup_failed', reason);
      }
    },
  };
}

/** `message`: what the operator can do about it. */
class BackupFailed extends Error {}

const run = promisify(execFile);

/** In a process of its own: copying and checking a large database would keep the platform waiting for its answers. */
export async function copyInOwnProcess(databasePath: string, target: string): Promise<void> {
  const [node, program] = [process.execPath, process.argv[1] ?? ''];
  const env = { DATABASE_PATH: databasePath, ...(process.env['PATH'] && { PATH: process.env['PATH'] }) };
  try {
    await run(node, [program, 'cli', 'backup', target], { env });
  } catch (error) {
    // What the command said is the sentence for the operator: no space, no access.
    const { stdout, code } = error as { stdout?: string; code?: unknown };
    throw new BackupFailed(stdout?.trim() || `exit ${String(code)}`);
  }
}

/** Moment of the newest scheduled copy, null when there is none. */
export function newestCopy(folder: string): number | null {
  const days = copyDaysOrNone(folder).sort();
  const newest = days.at(-1);
  return newest === undefined ? null : statSync(join(folder, copyName(newest))).mtimeMs;
}

function copyDays(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => copyDay(name) ?? []);
}

function copyDaysOrNone(folder: string): string[] {
  return existsSync(folder) ? copyDays(folder) : [];
}
