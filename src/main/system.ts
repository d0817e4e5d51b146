import type { Clock, Dice, Ids } from '../kernel/ports.ts';

/** The real clock, ids and randomness: the one place where the core's ports meet the machine. */
export const systemClock: Clock = { now: () => Date.now() };

export const systemDice: Dice = () => Math.random();

/** Nine characters of time, then randomness: sorted by creation, unique across processes. */
export const systemIds: Ids = {
  next() {
    const bytes = crypto.getRandomValues(new Uint8Array(12));
    const tail = Array.from(bytes, (byte) => (byte % 36).toString(36)).join('');
    return Date.now().toString(36).padStart(9, '0') + tail;
  },
};

/** 256 bits, URL-safe: for what nobody may guess. */
export function systemToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
