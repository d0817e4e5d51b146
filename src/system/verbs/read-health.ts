import { and, count, eq, gte, inArray, min } from 'drizzle-orm';
import { inbox, jobRun, outbox } from '../../../db/schema/index.ts';
import { isStopped } from '../../delivery/stop-switch.ts';
import { dayOf } from '../../kernel/day.ts';
import { yearOf } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import { readSetting } from '../../store/settings.ts';

/** What the database alone can tell a doctor. Instants are ms UTC. */
export interface Health {
  stopped: boolean;
  lastHeartbeat: number | null;
  /** Years from this one to the next whose holiday notice is missing. */
  calendarGaps: number[];
  /** Runs of the last week that failed, or that are being tried again. */
  troubledRuns: { job: string; slot: string; state: string; reason: string }[];
  /** Messages that wait, by why they wait; `oldest`: since when the first of them is due. */
  waiting: { reason: string; messages: number; oldest: number | null }[];
  /** Messages of the last week that failed, by reason. */
  failed: { reason: string; detail: string; messages: number }[];
  /** Claims that nobody has handled yet. */
  unhandledClaims: number;
}

const WEEK_MS = 7 * 86_400_000;

export async function readHealth({ db, now, calendar }: Ctx): Promise<Health> {
  const weekAgo = now - WEEK_MS;
  const heartbeat = await readSetting(db, 'heartbeat');
  const year = yearOf(dayOf(now));
  const runs = await db
    .select({ job: jobRun.job, slot: jobRun.slot, state: jobRun.state, reason: jobRun.reason })
    .from(jobRun)
    .where(and(inArray(jobRun.state, ['failed', 'running']), gte(jobRun.startedAt, weekAgo)))
    .orderBy(jobRun.dueAt);
  const waiting = await db
    .select({ reason: outbox.reason, messages: count(), oldest: min(outbox.dueAt) })
    .from(outbox)
    .where(inArray(outbox.state, ['queued', 'held', 'sending']))
    .groupBy(outbox.reason)
    .orderBy(outbox.reason);
  const failed = await db
    .select({ reason: outbox.reason, detail: outbox.detail, messages: count() })
    .from(outbox)
    .where(and(eq(outbox.state, 'failed'), gte(outbox.finishedAt, weekAgo)))
    .groupBy(outbox.reason, outbox.detail)
    .orderBy(outbox.reason, outbox.detail);
  const [claims] = await db.select({ open: count() }).from(inbox).where(eq(inbox.state, 'new'));
  return {
    stopped: await isStopped(db),
    lastHeartbeat: heartbeat === undefined ? null : Number(heartbeat),
    calendarGaps: [year, year + 1].filter((candidate) => !calendar.covers(candidate)),
    troubledRuns: runs.filter((run) => run.state === 'failed' || run.reason !== ''),
    waiting,
    failed,
    unhandledClaims: claims?.open ?? 0,
  };
}
