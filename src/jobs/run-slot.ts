import { and, eq } from 'drizzle-orm';
import { jobRun } from '../../db/schema/index.ts';
import type { Job, Slot } from '../chat/job.ts';
import { perform } from '../delivery/perform.ts';
import type { Db, Statement } from '../store/db.ts';
import { contextOf, type Runtime } from '../store/runtime.ts';
import { mustChange } from '../store/statement.ts';
import { failureOf } from './failure.ts';

/** Where a run stands: how many units are done, and where the next one begins. */
export interface Position {
  cursor: string | undefined;
  step: number;
  attempts: number;
}

/** `paused`: time is up, the next heartbeat goes on. `taken`: another process is at it. */
export type RunState = 'finished' | 'failed' | 'retrying' | 'paused' | 'taken';

/** A unit of work takes less; a run whose process died is taken over after that. */
export const RUN_LEASE_MS = 5 * 60_000;

/** Longer than any retry or slow heartbeat makes a slot wait: the machine has stood still. */
const LATE_MS = 60 * 60_000;

class Taken extends Error {}

/** Runs a claimed slot unit by unit until it is done, fails or `until` is reached. */
export async function runSlot(
  runtime: Runtime,
  job: Job,
  slot: Slot,
  position: Position,
  until: number,
): Promise<RunState> {
  const actor = { kind: 'system' as const, job: job.name };
  const at = { ...position };
  while (runtime.clock.now() < until) {
    try {
      const { next } = await perform(
        runtime.store,
        () => contextOf(runtime, actor),
        async (ctx) => {
          await stillOurs(ctx.db, slot, at.step);
          const done = await job.run(ctx, slot, at.cursor);
          const late = ctx.now > slot.dueAt + LATE_MS;
          return late
            ? { ...done, messages: done.messages.map((one) => ({ ...one, caughtUp: true })) }
            : done;
        },
        (ctx, result) => advance(ctx.db, slot, at.step, result.next, ctx.now),
      );
      if (next === undefined) return 'finished';
      if (next === at.cursor) throw new Error(`${job.name} does not move on from its cursor`);
      Object.assign(at, { cursor: next, step: at.step + 1, attempts: 0 });
    } catch (error) {
      if (error instanceof Taken) return 'taken';
      return recordFailure(runtime, slot, at, error);
    }
  }
  await runtime.store.atomically([change(runtime.store.db, slot, at.step, { leaseUntil: null })]);
  return 'paused';
}

async function stillOurs(db: Db, slot: Slot, step: number): Promise<void> {
  const [row] = await db
    .select({ state: jobRun.state, step: jobRun.step })
    .from(jobRun)
    .where(and(eq(jobRun.job, slot.job), eq(jobRun.slot, slot.id)));
  if (row?.state !== 'running' || row.step !== step) throw new Taken();
}

/** Belongs to the unit's own commit: a second runner with the same unit in hand fails as a whole. */
function advance(db: Db, slot: Slot, step: number, next: string | undefined, now: number): Statement[] {
  const moved = { step: step + 1, attempts: 0, reason: '' };
  return [
    change(
      db,
      slot,
      step,
      next === undefined
        ? { ...moved, state: 'finished', leaseUntil: null, finishedAt: now }
        : { ...moved, cursor: next, leaseUntil: now + RUN_LEASE_MS },
    ),
    mustChange(),
  ];
}

function change(db: Db, slot: Slot, step: number, set: Partial<typeof jobRun.$inferInsert>): Statement {
  return db
    .update(jobRun)
    .set(set)
    .where(
      and(
        eq(jobRun.job, slot.job),
        eq(jobRun.slot, slot.id),
        eq(jobRun.state, 'running'),
        eq(jobRun.step, step),
      ),
    );
}

async function recordFailure(
  { store, log, clock }: Runtime,
  slot: Slot,
  { step, attempts }: Position,
  error: unknown,
): Promise<RunState> {
  const now = clock.now();
  const { reason, frames, wait, counts } = failureOf(error, attempts);
  const data = { slot: `${slot.job}@${slot.id}`, step, attempts, reason };
  const tried = counts ? attempts + 1 : attempts;
  if (wait === undefined) {
    log.error('job.failed', { ...data, frames });
    await store.atomically([
      change(store.db, slot, step, {
        state: 'failed',
        reason,
        attempts: tried,
        leaseUntil: null,
        finishedAt: now,
      }),
    ]);
    return 'failed';
  }
  log.warn('job.retrying', { ...data, frames, wait });
  await store.atomically([change(store.db, slot, step, { reason, attempts: tried, leaseUntil: now + wait })]);
  return 'retrying';
}
