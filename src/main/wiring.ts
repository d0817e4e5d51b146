import type { Hono } from 'hono';
import type { Feature } from '../chat/feature.ts';
import type { Event } from '../chat/handle-incoming.ts';
import { basics, type Conversation, handleIncoming } from '../chat/index.ts';
import type { Messenger } from '../chat/message.ts';
import { drain } from '../delivery/drain.ts';
import { features } from '../features.ts';
import type { ReceiveKeys } from '../feishu/receive.ts';
import { type TickResult, tick } from '../jobs/tick.ts';
import type { Calendar } from '../kernel/calendar.ts';
import { leaseInbox, markFailed } from '../store/inbox.ts';
import type { Runtime } from '../store/runtime.ts';
import { createApp } from '../web/app.ts';
import type { WebDeps } from '../web/deps.ts';
import { acceptEvent } from '../web/inbound.ts';
import { createMetrics } from '../web/metrics.ts';
import { packagedCalendar, readCalendar } from './calendar.ts';
import { createCourier } from './courier.ts';

export interface Parts extends Omit<Runtime, 'calendar'> {
  messenger: Messenger;
  /** The bot's own open_id, to know when it is mentioned. @throws PlatformError */
  botOpenId(): Promise<string>;
  /** Undefined when events come over the long connection. */
  keys: ReceiveKeys | undefined;
  background(task: () => Promise<void>): void;
  /** Keeps a delivery alive that may wait long; never in the way of `background` tasks. */
  courier(task: () => Promise<void>): void;
  wait(ms: number): Promise<void>;
  pendingMigrations(): Promise<string[]>;
}

/** The assembled product, the same on every runtime. */
export interface Qingfu {
  app: Hono;
  runtime: Runtime;
  features: readonly Feature[];
  messenger: Messenger;
  /** One verified event from the long connection. */
  accept(payload: Record<string, unknown>): Promise<object>;
  /** One heartbeat. */
  tick(): Promise<TickResult>;
  /** Sends what is due now. */
  deliver(): Promise<void>;
}

/** A claim younger than this may still be in work; an older one was left behind by a crash. */
const STUCK_MS = 2 * 60_000;
const STUCK_LEASE_MS = 60_000;
/** After so many dead handlers the fault is in the claim itself: it is given up, and the log says so. */
const STUCK_ATTEMPTS = 5;

export function createQingfu(parts: Parts): Qingfu {
  let calendar: Calendar = packagedCalendar;
  const runtime: Runtime = { ...parts, calendar: () => calendar };
  const all = [basics(features), ...features];
  const conversation: Conversation = { runtime, features: all, background: parts.background };
  const metrics = createMetrics();

  async function deliver(): Promise<void> {
    metrics.delivered(await drain(runtime, parts.messenger, { limit: 200, budgetMs: 20_000 }));
  }
  const courier = createCourier(deliver, parts.courier);

  async function handleStuck(limit: number): Promise<void> {
    const now = runtime.clock.now();
    const rows = await leaseInbox(runtime.store.db, {
      now,
      olderThanMs: STUCK_MS,
      leaseMs: STUCK_LEASE_MS,
      limit,
    });
    for (const row of rows) {
      try {
        await handleIncoming(conversation, JSON.parse(row.body) as Event);
      } catch (error) {
        runtime.log.error('claim_failed', { id: row.id, attempts: row.attempts, error: String(error) });
        if (row.attempts >= STUCK_ATTEMPTS)
          await runtime.store.atomically([markFailed(runtime.store.db, row.id, now)]);
      }
    }
  }

  const deps: WebDeps = {
    conversation,
    keys: parts.keys,
    botOpenId: parts.botOpenId,
    wait: parts.wait,
    deliverSoon: courier.soon,
    pendingMigrations: parts.pendingMigrations,
    metrics,
  };

  return {
    app: createApp(deps),
    runtime,
    features: all,
    messenger: parts.messenger,
    accept: (payload) => acceptEvent(deps, payload),
    async tick() {
      calendar = await readCalendar(runtime.store.db);
      const result = await tick(runtime, { features: all, messenger: parts.messenger, handleStuck });
      metrics.delivered(result);
      return result;
    },
    deliver,
  };
}
