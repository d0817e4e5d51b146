import { and, count, countDistinct, desc, eq, gt, gte, inArray, lt, max, min, ne, sql } from 'drizzle-orm';
import { inbox, jobRun, outbox } from '../../../db/schema/index.ts';
import { isStopped } from '../../delivery/stop-switch.ts';
import { dayOf } from '../../kernel/day.ts';
import { yearOf } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import type { Db } from '../../store/db.ts';
import { readSetting } from '../../store/settings.ts';
import type { Health, JobHealth } from '../doctor/rules/facts.ts';
import { readWatch } from '../doctor/watch.ts';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

export async function readHealth({ db, now, calendar }: Ctx): Promise<Health> {
  const heartbeat = await readSetting(db, 'heartbeat');
  const year = yearOf(dayOf(now));
  return {
    stopped: await isStopped(db),
    lastHeartbeat: heartbeat === undefined ? null : Number(heartbeat),
    ...(await readCallbacks(db, now)),
    calendarGaps: [year, year + 1].filter((candidate) => !calendar.covers(candidate)),
    jobs: await readJobs(db),
    ...(await readQueue(db)),
    ...(await readFailures(db, now)),
  };
}

async function readCallbacks(db: Db, now: number) {
  const last = await Promise.all(
    (['new', 'handled', 'failed'] as const).map(async (state) => {
      // One look into the index per state instead of a scan of a month of events.
      const [row] = await db
        .select({ at: max(inbox.receivedAt) })
        .from(inbox)
        .where(eq(inbox.state, state));
      return row?.at ?? 0;
    }),
  );
  const newest = Math.max(...last, (await readWatch(db)).heardAt);
  const [sent] = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(gt(outbox.finishedAt, newest), lt(outbox.finishedAt, now - DAY_MS), sql`+${outbox.state} = 'sent'`),
    )
    .limit(1);
  return { lastCallback: newest || null, sentSinceCallback: sent !== undefined };
}

async function readJobs(db: Db): Promise<JobHealth[]> {
  const good = await db
    .select({ job: jobRun.job, at: max(jobRun.finishedAt) })
    .from(jobRun)
    .where(eq(jobRun.state, 'finished'))
    .groupBy(jobRun.job);
  const newest = db
    .select({ job: jobRun.job, due: max(jobRun.dueAt) })
    .from(jobRun)
    .where(ne(jobRun.state, 'skipped'))
    .groupBy(jobRun.job);
  const last = await db
    .select()
    .from(jobRun)
    .where(and(sql`(${jobRun.job}, ${jobRun.dueAt}) in ${newest}`, ne(jobRun.state, 'skipped')))
    .orderBy(jobRun.job, desc(jobRun.slot));
  return last.map((run) => ({
    job: run.job,
    lastSuccess: good.find(({ job }) => job === run.job)?.at ?? null,
    trouble:
      run.state === 'failed' || (run.state === 'running' && run.reason !== '')
        ? { slot: run.slot, reason: run.reason, since: run.startedAt }
        : null,
  }));
}

async function readQueue(db: Db) {
  const waiting = await db
    .select({ reason: outbox.reason, messages: count(), oldest: min(outbox.dueAt) })
    .from(outbox)
    .where(inArray(outbox.state, ['queued', 'held', 'sending']))
    .groupBy(outbox.reason)
    .orderBy(outbox.reason);
  const [claims] = await db
    .select({ open: count(), oldest: min(inbox.receivedAt) })
    .from(inbox)
    .where(eq(inbox.state, 'new'));
  return { waiting, unhandledClaims: claims?.open ?? 0, oldestClaim: claims?.oldest ?? null };
}

async function readFailures(db: Db, now: number) {
  const failed = await db
    .select({ reason: outbox.reason, detail: outbox.detail, messages: count() })
    .from(outbox)
    .where(and(eq(outbox.state, 'failed'), gte(outbox.finishedAt, now - WEEK_MS)))
    .groupBy(outbox.reason, outbox.detail)
    .orderBy(outbox.reason, outbox.detail);
  const recipients = async (state: 'failed' | 'sent', since: number) => {
    const [row] = await db
      .select({ targets: countDistinct(outbox.target) })
      .from(outbox)
      .where(and(sql`+${outbox.state} = ${state}`, ne(outbox.kind, 'patch'), gte(outbox.finishedAt, since)));
    return row?.targets ?? 0;
  };
  return {
    failed,
    failedRecipients: {
      week: await recipients('failed', now - WEEK_MS),
      day: await recipients('failed', now - DAY_MS),
      reachedDay: await recipients('sent', now - DAY_MS),
    },
  };
}
