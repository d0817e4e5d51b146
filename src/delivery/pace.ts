import type { Runtime } from '../store/runtime.ts';
import type { Pacer } from './pacer.ts';

/** The time of one run: the clock, or what has been waited at least, should the clock stand still. */
export interface Pace {
  now(): number;
  /** Waits for this target's turn. False when that would be after the run's end: nothing more is sent then. */
  turn(target: string): Promise<boolean>;
}

export function createPace(runtime: Runtime, pacer: Pacer, budgetMs: number): Pace {
  let waitedUntil = 0;
  const now = () => Math.max(runtime.clock.now(), waitedUntil);
  const end = now() + budgetMs;

  async function turn(target: string): Promise<boolean> {
    if (pacer.pausedUntil() > end) return false;
    const at = pacer.reserve(target, now());
    if (at > end) return false;
    const ms = at - now();
    if (ms > 0) {
      await (runtime.wait?.(ms) ?? realWait(ms));
      waitedUntil = Math.max(waitedUntil, at);
    }
    // Somebody else may have been told to wait meanwhile.
    return pacer.pausedUntil() > now() ? turn(target) : true;
  }

  return { now, turn };
}

function realWait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
