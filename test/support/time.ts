import type { Clock } from '../../src/kernel/ports.ts';
import { testClock } from './ctx.ts';

/** Time that moves only when everybody waits: to the moment that the first of them waits for. */
export interface VirtualTime {
  clock: Clock;
  wait: (ms: number) => Promise<void>;
  set(shanghai: string): void;
  advance(ms: number): void;
}

export function virtualTime(shanghai: string): VirtualTime {
  let now = testClock(shanghai).now();
  let sleepers: { at: number; wake: () => void }[] = [];
  let scheduled = false;

  function pump(): void {
    scheduled = false;
    sleepers.sort((a, b) => a.at - b.at);
    const first = sleepers.shift();
    if (!first) return;
    now = Math.max(now, first.at);
    first.wake();
    schedule();
  }

  function schedule(): void {
    if (scheduled || sleepers.length === 0) return;
    scheduled = true;
    setImmediate(pump);
  }

  return {
    clock: { now: () => now },
    wait: (ms) =>
      new Promise((resolve) => {
        sleepers.push({ at: now + ms, wake: resolve });
        schedule();
      }),
    set(text) {
      now = testClock(text).now();
      sleepers = [];
    },
    advance(ms) {
      now += ms;
    },
  };
}
