import { sleep } from './system.ts';

/** Service managers kill after ten seconds (Docker); what is unfinished then is taken up at the next start. */
const GRACE_MS = 8_000;

/** Ends the process by itself: waits for `finish`, but not for ever. */
export async function stop(finish: () => Promise<void>, exitCode: number): Promise<never> {
  await Promise.race([finish(), sleep(GRACE_MS)]);
  process.exit(exitCode);
}

/** The first signal ends the process in order with code 0, the second at once. */
export function onStopSignal(finish: () => Promise<void>): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(finish, 0));
}
