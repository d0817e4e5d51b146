import { and, eq, isNull } from 'drizzle-orm';
import { jobRun } from '../../db/schema/index.ts';
import { isConflict, type Statement } from '../store/db.ts';
import type { Runtime } from '../store/runtime.ts';
import { insertRows, mustChange } from '../store/statement.ts';
import type { Plan, Skip, Task } from './plan.ts';
import { RUN_LEASE_MS, type RunState, runSlot } from './run-slot.ts';

export interface RanSlot {
  /** `counts.open@2026-10`. */
  slot: string;
  state: Exclude<RunState, 'taken'> | 'skipped' | 'due';
}

/** Runs what is due, one slot after the other. A job that does not get through holds up only its own later slots. */
export async function runPlan(runtime: Runtime, plan: Plan, until: number): Promise<RanSlot[]> {
  const ran: RanSlot[] = [];
  const blocked = new Set<string>();
  for (const skip of plan.skips) {
    if (await tryClaim(runtime, skipped(runtime, skip))) ran.push({ slot: nameOf(skip), state: 'skipped' });
    else blocked.add(skip.job.name);
  }
  for (const task of plan.tasks) {
    if (blocked.has(task.job.name)) continue;
    const state = (await tryClaim(runtime, claim(runtime, task)))
      ? await runSlot(runtime, task.job, slotOf(task), positionOf(task), until)
      : 'taken';
    if (state !== 'taken') ran.push({ slot: nameOf(task), state });
    if (state !== 'finished' && state !== 'failed') blocked.add(task.job.name);
  }
  return ran;
}

export function nameOf({ job, slot }: Task): string {
  return `${job.name}@${slot.id}`;
}

export function slotOf({ job, slot }: Task) {
  return { job: job.name, id: slot.id, dueAt: slot.dueAt };
}

function positionOf({ run }: Task) {
  return { cursor: run?.cursor ?? undefined, step: run?.step ?? 0, attempts: run?.attempts ?? 0 };
}

/** False when another process has it. */
async function tryClaim({ store }: Runtime, statements: readonly Statement[]): Promise<boolean> {
  try {
    await store.atomically(statements);
    return true;
  } catch (error) {
    if (isConflict(error)) return false;
    throw error;
  }
}

/** A new slot is claimed by its row; an abandoned run by its lease, which must still be the one that was read. */
function claim({ store, clock }: Runtime, task: Task): Statement[] {
  const now = clock.now();
  const leaseUntil = now + RUN_LEASE_MS;
  if (task.run) return change(store.db, task.run, { leaseUntil });
  const { name } = task.job;
  const { id, dueAt } = task.slot;
  return insertRows(store.db, jobRun, [
    { job: name, slot: id, dueAt, state: 'running', leaseUntil, startedAt: now },
  ]);
}

function skipped({ store, clock }: Runtime, { job, slot, run, reason }: Skip): Statement[] {
  const now = clock.now();
  const end = { state: 'skipped' as const, reason, finishedAt: now, leaseUntil: null };
  if (run) return change(store.db, run, end);
  return insertRows(store.db, jobRun, [
    { job: job.name, slot: slot.id, dueAt: slot.dueAt, startedAt: now, ...end },
  ]);
}

function change(
  db: Runtime['store']['db'],
  run: NonNullable<Task['run']>,
  set: Partial<typeof jobRun.$inferInsert>,
): Statement[] {
  return [
    db
      .update(jobRun)
      .set(set)
      .where(
        and(
          eq(jobRun.job, run.job),
          eq(jobRun.slot, run.slot),
          eq(jobRun.state, 'running'),
          eq(jobRun.step, run.step),
          run.leaseUntil === null ? isNull(jobRun.leaseUntil) : eq(jobRun.leaseUntil, run.leaseUntil),
        ),
      ),
    mustChange(),
  ];
}
