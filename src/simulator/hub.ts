/** Lets every open stream look at once, without knowing them. */
export interface Hub {
  wake(): void;
  /** Resolves at the next `wake`, at the latest after `ms`. */
  next(ms: number): Promise<void>;
}

export function createHub(): Hub {
  const waiting = new Set<() => void>();
  return {
    wake() {
      for (const go of waiting) go();
    },
    next(ms) {
      return new Promise((resolve) => {
        const go = () => {
          clearTimeout(timer);
          waiting.delete(go);
          resolve();
        };
        const timer = setTimeout(go, ms);
        waiting.add(go);
      });
    },
  };
}
