import type { Logger } from '../kernel/ports.ts';

export interface Background {
  /** Short work, in order, few at once. */
  add(task: () => Promise<void>): void;
  /** Work that mostly waits (deliveries, heartbeats): starts now and is in nobody's way. */
  alongside(task: () => Promise<void>): void;
  /** Resolves when nothing is left to do. */
  settled(): Promise<void>;
}

/** Tasks at once: few, so that a burst of events never keeps the next acknowledgement waiting. */
const CONCURRENCY = 4;

/** Work that goes on after the platform got its answer. A task that fails is logged; its claim is taken up again. */
export function createBackground(log: Logger): Background {
  const waiting: (() => Promise<void>)[] = [];
  let short = 0;
  let long = 0;
  let idle: (() => void)[] = [];

  async function guarded(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      log.error('background_failed', { error: error instanceof Error ? error.stack : String(error) });
    }
  }

  async function work(): Promise<void> {
    for (let task = waiting.shift(); task; task = waiting.shift()) {
      await guarded(task);
      // Lets whatever came in meanwhile be acknowledged first.
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
    }
    short--;
    tellIdle();
  }

  function tellIdle(): void {
    if (short > 0 || long > 0 || waiting.length > 0) return;
    for (const resolve of idle) resolve();
    idle = [];
  }

  return {
    add(task) {
      waiting.push(task);
      if (short === CONCURRENCY) return;
      short++;
      setImmediate(() => void work());
    },
    alongside(task) {
      long++;
      void guarded(task).finally(() => {
        long--;
        tellIdle();
      });
    },
    settled: () =>
      short === 0 && long === 0 && waiting.length === 0
        ? Promise.resolve()
        : new Promise((resolve) => idle.push(resolve)),
  };
}
