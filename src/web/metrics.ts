import { Counter, Registry } from 'prom-client';

/** Prometheus series of the web side; labels are kinds and reasons, never persons. */
export interface Metrics {
  event(kind: string, result: 'new' | 'repeated'): void;
  refused(reason: string): void;
  delivered(counts: { sent: number; held: number; failed: number }): void;
  text(): Promise<string>;
  contentType: string;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const events = new Counter({
    name: 'qingfu_events_total',
    help: 'Events claimed from the platform',
    labelNames: ['kind', 'result'],
    registers: [registry],
  });
  const refusals = new Counter({
    name: 'qingfu_events_refused_total',
    help: 'Requests refused before anything was done',
    labelNames: ['reason'],
    registers: [registry],
  });
  const messages = new Counter({
    name: 'qingfu_messages_total',
    help: 'Queued messages by what became of them',
    labelNames: ['state'],
    registers: [registry],
  });
  return {
    event: (kind, result) => events.inc({ kind, result }),
    refused: (reason) => refusals.inc({ reason }),
    delivered({ sent, held, failed }) {
      messages.inc({ state: 'sent' }, sent);
      messages.inc({ state: 'held' }, held);
      messages.inc({ state: 'failed' }, failed);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
