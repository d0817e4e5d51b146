import type { Messenger } from '../chat/message.ts';

/** The platform allows one recipient 5 messages a second (api.md 7). */
const RECIPIENT_GAP_MS = 250;

/** The platform allows the app 50 a second and 1000 a minute (api.md 7); other calls of the app count as well. */
const APP_GAP_MS = 30;
const PER_MINUTE = 900;
const MINUTE_MS = 60_000;

/** When so many requests in a row found nobody there, the others wait for the platform to come back. */
const UNREACHABLE_AFTER = 3;
const UNREACHABLE_WAIT_MS = 15_000;
const UNREACHABLE_MOST_MS = 5 * MINUTE_MS;

/** The platform's limits hold for the whole app, so everything sent through one messenger keeps to one of these. */
export interface Pacer {
  /** The earliest instant from `now` on at which the next message to this target may start; it is taken with that. */
  reserve(target: string, now: number): number;
  /** Nothing starts before this instant. */
  pausedUntil(): number;
  pause(until: number): void;
  /** An answer came back, good or bad; or none came. */
  reached(): void;
  unreachable(now: number): void;
}

export function createPacer(): Pacer {
  let next = 0;
  let paused = 0;
  let latest = 0;
  let misses = 0;
  let starts: number[] = [];
  const nextFor = new Map<string, number>();

  function forget(): void {
    next = 0;
    paused = 0;
    starts = [];
    nextFor.clear();
  }

  return {
    reserve(target, now) {
      // A clock set back (tests, the demo) must not make everybody wait for the old time.
      if (now < latest - MINUTE_MS) forget();
      latest = now;
      if (nextFor.size > 1000) for (const [key, at] of nextFor) if (at <= now) nextFor.delete(key);
      const minuteFree = starts.length < PER_MINUTE ? 0 : (starts[0] ?? 0) + MINUTE_MS;
      const turn = Math.max(now, next, paused, minuteFree);
      const at = Math.max(turn, nextFor.get(target) ?? 0);
      next = turn + APP_GAP_MS;
      nextFor.set(target, at + RECIPIENT_GAP_MS);
      starts.push(at);
      if (starts.length > PER_MINUTE) starts.shift();
      return at;
    },
    pausedUntil: () => paused,
    pause(until) {
      paused = Math.max(paused, until);
    },
    reached() {
      misses = 0;
    },
    unreachable(now) {
      misses++;
      if (misses < UNREACHABLE_AFTER) return;
      const wait = UNREACHABLE_WAIT_MS * 2 ** (misses - UNREACHABLE_AFTER);
      paused = Math.max(paused, now + Math.min(wait, UNREACHABLE_MOST_MS));
    },
  };
}

const pacers = new WeakMap<Messenger, Pacer>();

export function pacerOf(messenger: Messenger): Pacer {
  const known = pacers.get(messenger);
  if (known) return known;
  const pacer = createPacer();
  pacers.set(messenger, pacer);
  return pacer;
}
