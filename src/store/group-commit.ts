import type { Database } from 'better-sqlite3';
import type { LogSync } from './log-sync.ts';

export interface GroupCommit {
  /**
   * Runs `work` in the next shared transaction; resolves when that is durable. A throw undoes this work alone and
   * rejects its promise. A `single` statement undoes itself and needs no savepoint.
   */
  add<T>(work: () => T, options?: { single: boolean }): Promise<T>;
  /** Commits what is waiting now; it is made durable by closing the database. */
  flush(): void;
}

interface Waiting {
  /** Runs within the transaction; the returned function tells the caller once it is durable. */
  run(): () => void;
  reject(error: unknown): void;
  single: boolean;
}

/**
 * Writes that come together share one transaction and one sync, and the next group gathers while the disk works: full
 * durability at almost the price of none. Works of several statements have a savepoint, so that a conflict of one leaves
 * the others whole.
 */
export function createGroupCommit(sqlite: Database, log: LogSync): GroupCommit {
  const alone = sqlite.transaction((run: Waiting['run']) => run());
  const together = sqlite.transaction((group: readonly Waiting[]) => group.map(attempt));
  let waiting: Waiting[] = [];
  let working = false;

  function attempt({ run, reject, single }: Waiting): () => void {
    try {
      return single ? run() : alone(run);
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
    add: (task, { single } = { single: false }) =>
      new Promise((resolve, reject) => {
        waiting.push({
          run() {
            const result = task();
            return () => resolve(result);
          },
          reject,
          single,
        });
        if (working) return;
        working = true;
        setImmediate(() => void work());
      }),
  };
}
