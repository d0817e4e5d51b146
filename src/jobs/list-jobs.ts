import { sql } from 'drizzle-orm';
import { jobRun } from '../../db/schema/index.ts';
import type { Feature } from '../chat/feature.ts';
import type { Schedule } from '../chat/job.ts';
import { contextOf, type Runtime } from '../store/runtime.ts';
import { nextSlot } from './slots.ts';
import { jobsOf } from './tick.ts';

export interface JobStatus {
  name: string;
  schedule: Schedule;
  lastSlot: string | null;
  lastState: string | null;
  /** Why it was skipped or failed, or why it waits. */
  lastReason: string | null;
  /** Ms UTC; null when the calendar does not cover that year. */
  nextAt: number | null;
  /** The year whose holiday notice is missing. */
  gap: number | null;
}

export async function listJobs(runtime: Runtime, features: readonly Feature[]): Promise<JobStatus[]> {
  const { db, now, calendar } = contextOf(runtime, { kind: 'system', job: 'jobs.list' });
  const jobs = jobsOf(features);
  const newest = sql`select ${jobRun.job}, max(${jobRun.dueAt}) from ${jobRun} group by ${jobRun.job}`;
  const rows = await db.select().from(jobRun).where(sql`(${jobRun.job}, ${jobRun.dueAt}) in (${newest})`);
  const last = new Map(rows.map((run) => [run.job, run]));
  return jobs.map((job) => {
    const run = last.get(job.name);
    const next = nextSlot(job.schedule, calendar, now);
    return {
      name: job.name,
      schedule: job.schedule,
      lastSlot: run?.slot ?? null,
      lastState: run?.state ?? null,
      lastReason: run?.reason || null,
      nextAt: 'slot' in next ? next.slot.dueAt : null,
      gap: 'slot' in next ? null : (next.gap ?? null),
    };
  });
}
