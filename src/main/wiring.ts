import type { Hono } from 'hono';
import type { Feature } from '../chat/feature.ts';
import type { Event } from '../chat/handle-incoming.ts';
import { basics, type Conversation, handleIncoming } from '../chat/index.ts';
import type { Messenger } from '../chat/message.ts';
import { createConsole } from '../console/index.tsx';
import { drain } from '../delivery/drain.ts';
import { features } from '../features.ts';
import type { ReceiveKeys } from '../feishu/receive.ts';
import { type TickResult, tick } from '../jobs/tick.ts';
import { faultOf } from '../kernel/fault.ts';
import { leaseInbox, markFailed } from '../store/inbox.ts';
import type { Runtime } from '../store/runtime.ts';
import { createApp } from '../web/app.ts';
import type { WebDeps } from '../web/deps.ts';
import { acceptEvent } from '../web/inbound.ts';
import { createMetrics, type Metrics } from '../web/metrics.ts';
import { type CalendarKeeper, createCalendarKeeper } from './calendar.ts';
import type { ConsoleParts } from './console.ts';
import { createCourier } from './courier.ts';
import { type Senses, watch } from './watch.ts';

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
  /** The web console is off without. */
  console?: ConsoleParts | undefined;
  /** Passed in where the product is assembled anew for every request, so that these two outlive it. */
  calendar?: CalendarKeeper;
  metrics?: Metrics;
  /** With them the administrators hear when something is wrong with the installation. */
  senses?: Senses;
  /** Messages that one heartbeat sends at most. */
  messagesPerBeat?: number;
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
  const { calendar = createCalendarKeeper(), metrics = createMetrics(), messagesPerBeat } = parts;
  const runtime: Runtime = { ...parts, calendar: calendar.current };
  const all = [basics(features), ...features];
  const conversation: Conversation = { runtime, features: all, background: parts.background };

  async function deliver(): Promise<void> {
    metrics.delivered(await drain(runtime, parts.messenger, { limit: 200, budgetMs: 20_000 }));
  }
  let heardAt = 0;
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
        runtime.log.error('claim_failed', {
          id: row.id,
          attempts: row.attempts,
          ...faultOf(error),
        });
        if (row.attempts >= STUCK_ATTEMPTS)
          await runtime.store.atomically([markFailed(runtime.store.db, row.id, now)]);
      }
    }
  }

  const deps: WebDeps = {
    conversation,
    keys: parts.keys,
    async botOpenId() {
      await calendar.freshen(runtime.store.db, runtime.clock.now());
      return parts.botOpenId();
    },
    wait: parts.wait,
    deliverSoon: courier.soon,
    pendingMigrations: parts.pendingMigrations,
    metrics,
    heard(at) {
      heardAt = at;
    },
  };

  const app = createApp(deps);
  if (parts.console) app.route('/', createConsole({ ...parts.console, runtime }));

  return {
    app,
    runtime,
    features: all,
    messenger: parts.messenger,
    accept: (payload) => acceptEvent(deps, payload),
    async tick() {
      await calendar.read(runtime.store.db, runtime.clock.now());
      const result = await tick(runtime, {
        features: all,
        messenger: parts.messenger,
        handleStuck,
        ...(messagesPerBeat === undefined ? {} : { messages: messagesPerBeat }),
      });
      metrics.delivered(result);
      metrics.ran(result.ran);
      if (parts.senses) await watch(runtime, parts.senses, heardAt);
      return result;
    },
    deliver,
  };
}
