import type { Logger } from '../kernel/ports.ts';

export interface Background {
  add(task: () => Promise<void>): void;
  /** Resolves when nothing is left to do. */
  settled(): Promise<void>;
}

/** Tasks at once: few, so that a burst of events never keeps the next acknowledgement waiting. */
const CONCURRENCY = 2;

/** Work that goes on after the platform got its answer. A task that fails is logged; its claim is taken up again. */
export function createBackground(log: Logger): Background {
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;
  let idle: (() => void)[] = [];

  function next(): void {
    const task = waiting.shift();
    if (!task) {
      if (running === 0) {
        for (const resolve of idle) resolve();
        idle = [];
      }
      return;
    }
    running++;
    task()
      .catch((error: unknown) => {
        log.error('background_failed', { error: error instanceof Error ? error.stack : String(error) });
      })
      .finally(() => {
        running--;
        setImmediate(next);
      });
  }

  return {
    add(task) {
      waiting.push(task);
      if (running < CONCURRENCY) setImmediate(next);
    },
    settled: () =>
      running === 0 && waiting.length === 0
        ? Promise.resolve()
        : new Promise((resolve) => idle.push(resolve)),
  };
}
