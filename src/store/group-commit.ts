import type { Database } from 'better-sqlite3';
import type { LogSync } from './log-sync.ts';

export interface GroupCommit {
  /**
   * Runs `work` in the next shared transaction; resolves when that is durable. A throw undoes this work alone and
   * rejects its promise.
   */
  add<T>(work: () => T): Promise<T>;
  /** Commits what is waiting now; it is made durable by closing the database. */
  flush(): void;
}

interface Waiting {
  /** Runs within the transaction; the returned function tells the caller once it is durable. */
  run(): () => void;
  reject(error: unknown): void;
}

/**
 * Writes that come together share one transaction and one sync, and the next group gathers while the disk works: full
 * durability at almost the price of none. Each has a savepoint of its own, so that a conflict of one leaves the others
 * whole.
 */
export function createGroupCommit(sqlite: Database, log: LogSync): GroupCommit {
  const alone = sqlite.transaction((run: Waiting['run']) => run());
  const together = sqlite.transaction((group: readonly Waiting[]) => group.map(attempt));
  let waiting: Waiting[] = [];
  let working = false;

  function attempt({ run, reject }: Waiting): () => void {
    try {
      return alone(run);
    } catch (error) {
      return () => reject(error);
    }
  }

  function take(): Waiting[] {
    const group = waiting;
    waiting = [];
    return group;
  }

  async function work(): Promise<void> {
    for (let group = take(); group.length > 0; group = take()) {
      try {
        const answers = together.immediate(group);
        await log.sync();
        for (const answer of answers) answer();
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    working = false;
  }

  return {
    flush() {
      const group = take();
      if (group.length > 0) for (const answer of together.immediate(group)) answer();
    },
    add: (task) =>
      new Promise((resolve, reject) => {
        waiting.push({
          run() {
            const result = task();
            return () => resolve(result);
          },
          reject,
        });
        if (working) return;
        working = true;
        setImmediate(() => void work());
      }),
  };
}
