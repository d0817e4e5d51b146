import { closeSync, fdatasync, openSync } from 'node:fs';
import type { Database } from 'better-sqlite3';

export interface LogSync {
  /** Resolves when everything committed so far survives a power cut. */
  sync(): Promise<void>;
  close(): void;
}

/**
 * Syncs the write-ahead log beside the event loop. SQLite's own `synchronous = FULL` does the same at every commit, but
 * holds up everything else while the disk works; with NORMAL it syncs the log at checkpoints only, and we do the rest.
 */
export function createLogSync(sqlite: Database): LogSync {
  let file: number | undefined;
  let running = 0;
  let closed = false;

  function closeIfIdle(): void {
    if (!closed || running > 0 || file === undefined) return;
    closeSync(file);
    file = undefined;
  }

  return {
    sync() {
      if (sqlite.memory) return Promise.resolve();
      // The log appears with the first write and stays as long as the database is open.
      file ??= openSync(`${sqlite.name}-wal`, 'r+');
      const log = file;
      running++;
      return new Promise((resolve, reject) => {
        fdatasync(log, (error) => {
          running--;
          closeIfIdle();
          if (error) reject(error);
          else resolve();
        });
      });
    },
    close() {
      closed = true;
      closeIfIdle();
    },
  };
}
