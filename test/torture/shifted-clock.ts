import type { Clock } from '../../src/kernel/ports.ts';
import { systemClock } from '../../src/main/system.ts';

/** Business time that runs with the wall clock, some way off it. */
export interface ShiftedClock extends Clock {
  /** Milliseconds; negative goes back. */
  shift(by: number): void;
}

/** @param offset ms to add to the machine's time */
export function shiftedClock(offset: number): ShiftedClock {
  let by = offset;
  return {
    now: () => systemClock.now() + by,
    shift(more) {
      by += more;
    },
  };
}
