import type { Messenger } from '../chat/message.ts';
import type { Runtime } from '../store/runtime.ts';
import { emergencyAt } from './emergency.ts';
import { holdStopped, leaseDue, releaseDuties } from './lease.ts';
import { createPace } from './pace.ts';
import { pacerOf } from './pacer.ts';
import { sendBatch } from './send-batch.ts';
import { sift } from './sift.ts';
import { isStopped } from './stop-switch.ts';

export interface DrainOptions {
  /** Messages looked at, at most. */
  limit: number;
  /** Time for waiting and sending, in ms; requests that have started are still waited for. */
  budgetMs?: number;
}

export interface Drained {
  sent: number;
  /** Put off, each with a named reason. */
  held: number;
  /** Given up, each with a named reason. */
  failed: number;
}

/** Few enough that a run that dies leaves little behind, enough to keep all requests busy. */
const BATCH = 40;

const BUDGET_MS = 20_000;

/**
 * Sends what is due. Every message ends as sent, failed or cancelled with a named reason, or waits with one. Any number
 * of runs may go on at once and any of them may die: a message is leased by one run, and what the platform got before a
 * crash it recognises by the message's id.
 */
export async function drain(
  runtime: Runtime,
  messenger: Messenger,
  { limit, budgetMs = BUDGET_MS }: DrainOptions,
): Promise<Drained> {
  const { db } = runtime.store;
  const pacer = pacerOf(messenger);
  const pace = createPace(runtime, pacer, budgetMs);
  const total: Drained = { sent: 0, held: 0, failed: 0 };
  if (await emergencyAt(db, pace.now())) await runtime.store.atomically([releaseDuties(db, pace.now())]);
  for (let left = limit; left > 0; ) {
    const stopped = await isStopped(db);
    if (stopped) total.held += await holdStopped(db, pace.now());
    const lease = await leaseDue(db, { now: pace.now(), limit: Math.min(left, BATCH), stopped });
    if (lease.rows.length === 0) break;
    left -= lease.rows.length;
    const sifted = await sift(runtime, lease, stopped);
    const sent = await sendBatch({ runtime, messenger, pacer, pace, lease }, sifted.rows);
    total.sent += sent.sent;
    total.held += sifted.held + sent.held;
    total.failed += sifted.failed + sent.failed;
    if (sent.interrupted) break;
  }
  return total;
}
