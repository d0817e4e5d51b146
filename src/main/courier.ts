export interface Courier {
  /** Delivers in the background; a call during a delivery asks for one more afterwards. */
  soon(): void;
}

/**
 * One delivery at a time in this process, however many effects ask for one, so that nothing queued meanwhile waits for
 * the heartbeat and a slow platform holds up nothing but deliveries.
 */
export function createCourier(
  deliver: () => Promise<void>,
  start: (task: () => Promise<void>) => void,
): Courier {
  let active = false;
  let again = false;

  async function run(): Promise<void> {
    try {
      do {
        again = false;
        await deliver();
      } while (again);
    } finally {
      active = false;
    }
  }

  return {
    soon() {
      again = true;
      if (active) return;
      active = true;
      start(run);
    },
  };
}
