import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { TickResult } from '../jobs/tick.ts';

/**
 * Prometheus series. Labels are kinds, reasons, states, routes and names of jobs: a bounded number of each, and never
 * anything of a person. What the database knows is added when it is asked for (`standing.ts`).
 */
export interface Metrics {
  request(route: string, method: string, status: number, ms: number): void;
  /** From the arrival of a verified event to the answer that the platform waits for. */
  acknowledged(kind: string, ms: number): void;
  event(kind: string, result: 'new' | 'repeated'): void;
  refused(reason: string): void;
  asked(decision: string): void;
  platformFailed(call: string, kind: string): void;
  delivered(counts: { sent: number; held: number; failed: number }): void;
  ran(slots: TickResult['ran']): void;
  /** Errors and warnings in the log, by name. */
  logged(level: 'warn' | 'error', event: string): void;
  registry: Registry;
}

/** Seconds; the platform waits 3 s for an answer. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 10];

/** `process`: also memory, processor time and the event loop's delay, which only Node can tell. */
export function createMetrics(options: { process?: boolean } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (options.process) collectDefaultMetrics({ register: registry });
  const counter = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Counter({ name: `qingfu_${name}`, help, labelNames, registers });
  const histogram = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Histogram({ name: `qingfu_${name}`, help, labelNames, buckets: BUCKETS, registers });

  const requests = histogram('http_request_seconds', 'Requests by route', ['route', 'method', 'status']);
  const acks = histogram('ack_seconds', 'From a verified event to its acknowledgement', ['kind']);
  const events = counter('events_total', 'Events claimed from the platform', ['kind', 'result']);
  const refusals = counter('events_refused_total', 'Requests refused before anything was done', ['reason']);
  const asks = counter('asks_total', 'Questions by what became of them', ['decision']);
  const failures = counter('platform_errors_total', 'Calls the platform refused or did not answer', [
    'call',
    'kind',
  ]);
  const messages = counter('messages_total', 'Queued messages by what became of them', ['state']);
  const runs = counter('job_runs_total', 'Runs of jobs by how they ended', ['job', 'state']);
  const logged = counter('log_events_total', 'Warnings and errors in the log', ['level', 'event']);
  return {
    request: (route, method, status, ms) =>
      requests.observe({ route, method, status: `${Math.floor(status / 100)}xx` }, ms / 1000),
    acknowledged: (kind, ms) => acks.observe({ kind }, ms / 1000),
    event: (kind, result) => events.inc({ kind, result }),
    refused: (reason) => refusals.inc({ reason }),
    asked: (decision) => asks.inc({ decision }),
    platformFailed: (call, kind) => failures.inc({ call, kind }),
    delivered({ sent, held, failed }) {
      messages.inc({ state: 'sent' }, sent);
      messages.inc({ state: 'held' }, held);
      messages.inc({ state: 'failed' }, failed);
    },
    ran(slots) {
      for (const { slot, state } of slots) runs.inc({ job: slot.split('@')[0] ?? '', state });
    },
    logged: (level, event) => logged.inc({ level, event }),
    registry,
  };
}
