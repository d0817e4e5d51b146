import type { Database } from 'better-sqlite3';

export interface GroupCommit {
  /**
   * Runs `work` in the next shared transaction; resolves when that is durable. A throw undoes this work alone and
   * rejects its promise.
   */
  add<T>(work: () => T): Promise<T>;
  /** Commits what is waiting now. */
  flush(): void;
}

interface Waiting {
  /** Runs within the transaction; the returned function tells the caller once it is durable. */
  run(): () => void;
  reject(error: unknown): void;
}

/** Turns that a growing group may wait for more; a lone write waits for none. */
const MOST_TURNS = 8;

/**
 * Writes of one event-loop turn share one transaction, hence one fsync: full durability at almost the price of none.
 * Each has a savepoint of its own, so that a conflict of one leaves the others whole. Under load a group that still grows waits
 * a few turns: the sync is what costs, not the rows.
 */
export function createGroupCommit(sqlite: Database): GroupCommit {
  const alone = sqlite.transaction((run: Waiting['run']) => run());
  const together = sqlite.transaction((group: readonly Waiting[]) => group.map(attempt));
  let waiting: Waiting[] = [];

  function attempt({ run, reject }: Waiting): () => void {
    try {
      return alone(run);
    } catch (error) {
      return () => reject(error);
    }
  }

  function flush(): void {
    const group = waiting;
    if (group.length === 0) return;
    waiting = [];
    try {
      for (const tell of together.immediate(group)) tell();
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  function gather(known: number, turns: number): void {
    if (waiting.length > known && turns > 0) setImmediate(gather, waiting.length, turns - 1);
    else flush();
  }

  return {
    flush,
    add: (work) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(gather, 1, MOST_TURNS);
        waiting.push({
          run() {
            const result = work();
            return () => resolve(result);
          },
          reject,
        });
      }),
  };
}
