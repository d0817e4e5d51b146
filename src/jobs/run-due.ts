import { dayOf, timeOf } from '../kernel/day.ts';
import { AppError } from '../kernel/errors.ts';
import type { Runtime } from '../store/runtime.ts';
import { lastHeartbeat } from './book.ts';
import { planJob, planWork } from './plan.ts';
import { preview } from './preview.ts';
import { beat, jobsOf, type TickOptions, type TickResult } from './tick.ts';
import { words } from './words.ts';

export interface RunOptions extends TickOptions {
  /** As of this moment, ms UTC; now when absent. Moments only move forward. */
  at?: number | undefined;
  /** Commits nothing and sends nothing, but tells what would be done. */
  dryRun?: boolean;
}

/** One heartbeat as of a moment. @throws AppError invalid when the moment lies before the last heartbeat. */
export async function runDue(runtime: Runtime, options: RunOptions): Promise<TickResult> {
  const as = await runtimeAt(runtime, options.at);
  const jobs = jobsOf(options.features);
  const plan = () => planWork(as.store.db, as.calendar(), jobs, as.clock.now());
  return options.dryRun ? preview(as, await plan()) : beat(as, options, jobs, plan);
}

/**
 * One job alone, then delivery: what is due of it, else its newest slot unless that has been run.
 * @throws AppError not_found for an unknown name; invalid as above.
 */
export async function runJob(
  runtime: Runtime,
  { name, ...options }: RunOptions & { name: string },
): Promise<TickResult> {
  const all = jobsOf(options.features);
  const job = all.find((candidate) => candidate.name === name);
  if (!job) {
    const names = all.map((candidate) => candidate.name);
    throw new AppError('not_found', words.unknownJob(name, names));
  }
  const as = await runtimeAt(runtime, options.at);
  const plan = await planJob(as.store.db, as.calendar(), job, as.clock.now());
  const done = options.dryRun
    ? await preview(as, plan)
    : await beat(as, options, [job], () => Promise.resolve(plan));
  const before = plan.known.map((run) => ({
    slot: `${run.job}@${run.slot}`,
    state: run.state === 'running' ? ('retrying' as const) : run.state,
  }));
  return { ...done, ran: [...before, ...done.ran] };
}

async function runtimeAt(runtime: Runtime, at: number | undefined): Promise<Runtime> {
  const last = await lastHeartbeat(runtime.store.db);
  const moment = at ?? runtime.clock.now();
  if (last !== undefined && moment < last)
    throw new AppError('invalid', words.backward(shown(moment), shown(last)), { last });
  return at === undefined ? runtime : { ...runtime, clock: { now: () => at } };
}

function shown(instant: number): string {
  return `${dayOf(instant)} ${timeOf(instant)}`;
}
