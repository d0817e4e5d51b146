import { eq, like, sql } from 'drizzle-orm';
import { jobRun, setting } from '../../db/schema/index.ts';
import type { Job } from '../chat/job.ts';
import { dayOf, instantAt } from '../kernel/day.ts';
import type { Db, Statement } from '../store/db.ts';
import { readSetting } from '../store/settings.ts';
import { inList } from '../store/statement.ts';

export type Run = typeof jobRun.$inferSelect;

/** Setting: moment of the last heartbeat, ms UTC. */
export const HEARTBEAT = 'heartbeat';

/** Setting per job: slots up to this moment are older than the job itself and are never run. */
const SINCE = 'job.since.';

/** What is known about past slots. */
export interface Book {
  /** Slots of this job after this moment have not been seen yet. */
  knownUntil(job: string): number;
  /** Runs that have begun and not ended. */
  open: Run[];
}

export async function readBook(db: Db, now: number): Promise<Book> {
  const known = new Map((await readSeen(db)).map((seen) => [seen.job, Math.max(seen.since, seen.last ?? 0)]));
  const open = await db.select().from(jobRun).where(eq(jobRun.state, 'running'));
  return { knownUntil: (job) => known.get(job) ?? firstMoment(now), open };
}

/** Runs of these slots, if any. */
export async function readRuns(db: Db, slots: readonly string[]): Promise<Run[]> {
  return slots.length === 0 ? [] : db.select().from(jobRun).where(inList(jobRun.slot, slots));
}

export async function lastHeartbeat(db: Db): Promise<number | undefined> {
  const value = await readSetting(db, HEARTBEAT);
  return value === undefined ? undefined : Number(value);
}

/** Notes the heartbeat and jobs that are seen for the first time. */
export async function noteHeartbeat(db: Db, jobs: readonly Job[], now: number): Promise<Statement[]> {
  const seen = new Set((await readSeen(db)).map(({ job }) => job));
  const fresh = jobs.filter((job) => !seen.has(job.name));
  return [
    db
      .insert(setting)
      .values({ key: HEARTBEAT, value: String(now) })
      .onConflictDoUpdate({
        target: setting.key,
        set: { value: sql`cast(max(cast(${setting.value} as integer), ${now}) as text)` },
      }),
    ...fresh.map((job) =>
      db
        .insert(setting)
        .values({ key: SINCE + job.name, value: String(firstMoment(now)) })
        .onConflictDoNothing(),
    ),
  ];
}

/** A job that is new catches up with the day of its first heartbeat, and with nothing older. */
function firstMoment(now: number): number {
  return instantAt(dayOf(now), '00:00') - 1;
}

/** Every job that has been seen, with its newest slot: one look into the index per job, not a scan of all runs. */
async function readSeen(db: Db): Promise<{ job: string; since: number; last: number | null }[]> {
  const job = sql<string>`substr(${setting.key}, ${SINCE.length + 1})`;
  const last = sql<number | null>`(select max(${jobRun.dueAt}) from ${jobRun} where ${jobRun.job} = ${job})`;
  const since = sql<number>`cast(${setting.value} as integer)`;
  return db
    .select({ job, since, last })
    .from(setting)
    .where(like(setting.key, `${SINCE}%`));
}
