import { Gauge, type Registry } from 'prom-client';
import { contextOf, type Runtime } from '../store/runtime.ts';
import type { Health } from '../system/doctor/rules/facts.ts';
import { readHealth } from '../system/verbs/read-health.ts';

/** Whoever asks more often gets the last figures: the address is open, the database is not for strangers to keep busy. */
const FRESH_MS = 10_000;

/** Series that stand in the database: backlog, heartbeat, the last success of each job. */
export function addStanding(registry: Registry, runtime: Runtime): () => Promise<void> {
  const gauge = <L extends string>(name: string, help: string, labelNames: L[] = []) => {
    registry.removeSingleMetric(`qingfu_${name}`);
    return new Gauge({ name: `qingfu_${name}`, help, labelNames, registers: [registry] });
  };
  const outbox = gauge('outbox_messages', 'Messages that wait, by why', ['reason']);
  const oldest = gauge('outbox_oldest_seconds', 'How long the first of them has been due', ['reason']);
  const failed = gauge('outbox_failed_recipients', 'Recipients who missed something in the last 7 days');
  const inbox = gauge('inbox_open', 'Events that nobody has handled yet');
  const heartbeat = gauge('heartbeat_timestamp_seconds', 'Moment of the last heartbeat');
  const success = gauge('job_last_success_timestamp_seconds', 'When each job last finished', ['job']);
  const trouble = gauge('job_in_trouble', '1 while the newest run of a job has failed or is tried again', [
    'job',
  ]);
  const stopped = gauge('stopped', '1 while unasked messages are switched off');
  let readAt = Number.NEGATIVE_INFINITY;

  function show(health: Health, now: number): void {
    for (const series of [outbox, oldest, success, trouble]) series.reset();
    for (const { reason, messages, oldest: due } of health.waiting) {
      outbox.set({ reason }, messages);
      oldest.set({ reason }, Math.max(0, now - (due ?? now)) / 1000);
    }
    for (const { job, lastSuccess, trouble: ill } of health.jobs) {
      if (lastSuccess !== null) success.set({ job }, lastSuccess / 1000);
      trouble.set({ job }, ill ? 1 : 0);
    }
    failed.set(health.failedRecipients.week);
    inbox.set(health.unhandledClaims);
    heartbeat.set((health.lastHeartbeat ?? 0) / 1000);
    stopped.set(health.stopped ? 1 : 0);
  }

  return async () => {
    const now = runtime.clock.now();
    if (Math.abs(now - readAt) < FRESH_MS) return;
    readAt = now;
    show(await readHealth(contextOf(runtime, { kind: 'system', job: 'metrics' })), now);
  };
}
