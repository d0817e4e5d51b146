import { faultOf } from '../kernel/fault.ts';
import type { Logger } from '../kernel/ports.ts';
import { sleep } from './system.ts';

export interface Background {
  /** Short work, one after the other. */
  add(task: () => Promise<void>): void;
  /** Work that mostly waits (deliveries, heartbeats): starts now and is in nobody's way. */
  alongside(task: () => Promise<void>): void;
  /** Resolves when nothing is left to do. */
  settled(): Promise<void>;
}

/** Longest rest after a task, in ms. */
const REST_MS = 20;

/**
 * Work that goes on after the platform got its answer. A task that fails is logged; its claim is taken up again. After each
 * task the worker rests as long as the task took, so that a burst of events never keeps the next acknowledgement
 * waiting: half the time is theirs, and the other half still does more than the platform's limits let out.
 */
export function createBackground(log: Logger): Background {
  const waiting: (() => Promise<void>)[] = [];
  let working = false;
  let long = 0;
  let idle: (() => void)[] = [];

  async function guarded(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      log.error('background_failed', faultOf(error));
    }
  }

  async function work(): Promise<void> {
    for (let task = waiting.shift(); task; task = waiting.shift()) {
      const started = performance.now();
      await guarded(task);
      const rest = Math.min(performance.now() - started, REST_MS);
      if (waiting.length > 0) await sleep(rest);
    }
    working = false;
    tellIdle();
  }

  function tellIdle(): void {
    if (working || long > 0 || waiting.length > 0) return;
    for (const resolve of idle) resolve();
    idle = [];
  }

  return {
    add(task) {
      waiting.push(task);
      if (working) return;
      working = true;
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
      !working && long === 0 && waiting.length === 0
        ? Promise.resolve()
        : new Promise((resolve) => idle.push(resolve)),
  };
}
