/**
 * One delivery run at a time in this process. A call during a run asks for one more run afterwards, so that nothing
 * queued meanwhile is left waiting for the heartbeat.
 */
export function singleFlight(run: () => Promise<void>): () => Promise<void> {
  let current: Promise<void> | undefined;
  let again = false;

  async function loop(): Promise<void> {
    try {
      do {
        again = false;
        await run();
      } while (again);
    } finally {
      current = undefined;
    }
  }

  return () => {
    if (current) again = true;
    else current = loop();
    return current ?? Promise.resolve();
  };
}
