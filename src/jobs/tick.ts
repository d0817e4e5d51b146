import type { Feature } from '../chat/feature.ts';
import type { Job } from '../chat/job.ts';
import type { Messenger } from '../chat/message.ts';
import { type Drained, drain } from '../delivery/drain.ts';
import type { Runtime } from '../store/runtime.ts';
import { noteHeartbeat } from './book.ts';
import { failureOf } from './failure.ts';
import { type Plan, planWork } from './plan.ts';
import { type RanSlot, runPlan } from './run-plan.ts';

export interface TickOptions {
  features: readonly Feature[];
  messenger: Messenger;
  /** Takes up at most so many claims whose handler died. */
  handleStuck?: (limit: number) => Promise<void>;
  /** Time for jobs, in ms; what is left over goes on at the next heartbeat. */
  jobsMs?: number;
  /** Time for delivery, in ms. */
  deliveryMs?: number;
  /** Messages sent at most; the rest goes out at the next heartbeat. */
  messages?: number;
}

export interface TickResult extends Drained {
  /** Moment of the heartbeat, ms UTC. */
  at: number;
  ran: RanSlot[];
}

const JOBS_MS = 40_000;
const DELIVERY_MS = 40_000;
const STUCK_LIMIT = 50;
const MESSAGES = 1000;

/**
 * One heartbeat: slots that have fallen due, claims left behind by a crash, then delivery. Heartbeats may overlap, come
 * twice, late, or break off anywhere; the messages that people get are the same.
 */
export function tick(runtime: Runtime, options: TickOptions): Promise<TickResult> {
  const jobs = jobsOf(options.features);
  return beat(runtime, options, jobs, () =>
    planWork(runtime.store.db, runtime.calendar(), jobs, runtime.clock.now()),
  );
}

export function jobsOf(features: readonly Feature[]): Job[] {
  return features.flatMap((feature) => feature.jobs ?? []);
}

/** A heartbeat with a plan of one's own. */
export async function beat(
  runtime: Runtime,
  { messenger, handleStuck, jobsMs = JOBS_MS, deliveryMs = DELIVERY_MS, messages = MESSAGES }: TickOptions,
  jobs: readonly Job[],
  plan: () => Promise<Plan>,
): Promise<TickResult> {
  const { store, log } = runtime;
  const at = runtime.clock.now();
  await store.atomically(await noteHeartbeat(store.db, jobs, at));
  const todo = await plan();
  for (const gap of todo.gaps) log.debug('job.calendar_gap', gap);
  const ran = await runPlan(runtime, todo, at + jobsMs);
  if (handleStuck) await guarded(runtime, () => handleStuck(STUCK_LIMIT));
  const drained = await drain(runtime, messenger, { limit: messages, budgetMs: deliveryMs });
  return { at, ran, ...drained };
}

/** Old events must not keep today's messages from being sent. */
async function guarded({ log }: Runtime, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const { reason, frames } = failureOf(error, 0);
    log.error('stuck.failed', { reason, frames });
  }
}
