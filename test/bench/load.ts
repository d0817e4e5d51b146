import { Agent, request } from 'node:http';
import type { SignedEvent } from './events.ts';

export interface LoadResult {
  sent: number;
  failed: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
}

/** Keeps `connections` requests under way until the time is over or the events run out. */
export async function fullLoad(
  url: string,
  events: SignedEvent[],
  connections: number,
  ms: number,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  const start = performance.now();
  let next = 0;
  let failed = 0;
  async function worker(): Promise<void> {
    while (performance.now() - start < ms && next < events.length) {
      const event = events[next++];
      if (event && !(await post(agent, url, event, latencies))) failed++;
    }
  }
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return summary(latencies, failed, seconds);
}

/** Sends one event every 1000/rate ms, whatever the answers do, as a crowd would. */
export async function pacedLoad(url: string, events: SignedEvent[], rate: number): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const latencies: number[] = [];
  const start = performance.now();
  let failed = 0;
  const pending: Promise<void>[] = [];
  for (const [i, event] of events.entries()) {
    const wait = start + (i * 1000) / rate - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    pending.push(
      post(agent, url, event, latencies).then((ok) => {
        if (!ok) failed++;
      }),
    );
  }
  await Promise.all(pending);
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return summary(latencies, failed, seconds);
}

function post(agent: Agent, url: string, event: SignedEvent, latencies: number[]): Promise<boolean> {
  const sentAt = performance.now();
  return new Promise((resolve) => {
    const call = request(
      url,
      { method: 'POST', agent, headers: { ...event.headers, 'content-length': event.body.length } },
      (answer) => {
        answer.resume();
        answer.on('end', () => {
          latencies.push(performance.now() - sentAt);
          resolve(answer.statusCode === 200);
        });
      },
    );
    call.on('error', () => resolve(false));
    call.end(event.body);
  });
}

function summary(latencies: number[], failed: number, seconds: number): LoadResult {
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return {
    sent: sorted.length,
    failed,
    perSecond: Math.round(sorted.length / seconds),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
  };
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
