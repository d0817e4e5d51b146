/** Sliding windows in virtual time. */
export class Limits {
  #hits = new Map<string, number[]>();

  constructor(private readonly now: () => number) {}

  /** Counts a call when it fits into every window; otherwise counts nothing and returns the ms to wait. */
  enter(key: string, windows: { max: number; ms: number }[]): number {
    const limited = windows.filter((window) => Number.isFinite(window.max));
    if (limited.length === 0) return 0;
    const now = this.now();
    const longest = Math.max(...limited.map((window) => window.ms));
    const hits = (this.#hits.get(key) ?? []).filter((at) => at > now - longest);
    this.#hits.set(key, hits);
    const waits = limited.map(({ max, ms }) => {
      const oldest = hits.filter((at) => at > now - ms).at(-max);
      return oldest === undefined ? 0 : oldest + ms - now;
    });
    const wait = Math.max(...waits);
    if (wait === 0) hits.push(now);
    return wait;
  }
}
