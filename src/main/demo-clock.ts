import type { Clock } from '../kernel/ports.ts';
import { systemClock } from './system.ts';

/** The demo's business time: runs with the wall clock, can be set forward, and stands still while things fall due. */
export interface DemoClock extends Clock {
  /** Stands at this instant until `go`. */
  hold(at: number): void;
  /** Goes on from where it stands. */
  go(): void;
}

export function createDemoClock(start: number): DemoClock {
  let base = start;
  let since: number | undefined = systemClock.now();
  const now = () => (since === undefined ? base : base + systemClock.now() - since);
  return {
    now,
    hold(at) {
      base = Math.max(at, now());
      since = undefined;
    },
    go() {
      base = now();
      since = systemClock.now();
    },
  };
}
