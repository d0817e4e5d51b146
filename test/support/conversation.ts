import { eq } from 'drizzle-orm';
import { grant, inbox, outbox, person, unit } from '../../db/schema/index.ts';
import { cardText } from '../../src/chat/card-text.ts';
import type { Feature } from '../../src/chat/feature.ts';
import type { IncomingMessage } from '../../src/chat/incoming.ts';
import { basics, type Conversation, type Event, handleIncoming } from '../../src/chat/index.ts';
import type { Role } from '../../src/kernel/actor.ts';
import type { Host } from '../../src/store/context.ts';
import type { Store } from '../../src/store/db.ts';
import { type TestRuntime, testHost, testRuntime } from './ctx.ts';

/** A conversation without a platform: events go in by hand, queued cards are read from the outbox. */
export interface Talk {
  runtime: TestRuntime;
  conversation: Conversation;
  /** Claims and handles an event as the web side would. */
  receive(event: Event): Promise<void>;
  say(openId: string, text: string, more?: Partial<IncomingMessage>): Promise<void>;
  /** Plain texts of the cards queued for a person or chat, in order. */
  queued(target: string): Promise<string[]>;
  background: (() => Promise<void>)[];
}

export async function startTalk(
  features: Feature[],
  options: { host?: Partial<Host>; at?: string; store?: Store } = {},
): Promise<Talk> {
  const runtime = testRuntime(options.at ?? '2026-06-22T09:00', {
    host: { ...testHost, ...options.host },
    ...(options.store && { store: options.store }),
  });
  const background: (() => Promise<void>)[] = [];
  const conversation: Conversation = {
    runtime,
    features: [basics(features), ...features],
    background: (task) => background.push(task),
  };
  let events = 0;

  async function receive(event: Event): Promise<void> {
    const isNew = await runtime.store.claim({
      id: event.eventId,
      messageKey: event.kind === 'message' ? event.messageId : null,
      kind: event.kind,
      body: JSON.stringify(event),
      receivedAt: runtime.clock.now(),
    });
    if (isNew) await handleIncoming(conversation, event);
  }

  return {
    runtime,
    conversation,
    receive,
    say(openId, text, more = {}) {
      events++;
      return receive({
        kind: 'message',
        eventId: `evt${events}`,
        messageId: `om_${events}`,
        chat: { id: `oc_${openId}`, kind: 'private' },
        openId,
        text,
        format: 'text',
        mentioned: false,
        sentAt: runtime.clock.now(),
        ...more,
      });
    },
    async queued(target) {
      const rows = await runtime.store.db
        .select({ card: outbox.card })
        .from(outbox)
        .where(eq(outbox.target, target))
        .orderBy(outbox.createdAt, outbox.id);
      return rows.map((row) => (row.card ? cardText(row.card) : ''));
    },
    background,
  };
}

/** Puts a person with one post on the roster. */
export async function addPerson(
  runtime: TestRuntime,
  openId: string,
  name: string,
  role: Role,
): Promise<void> {
  const { db } = runtime.store;
  await runtime.store.atomically([
    db.insert(unit).values({ code: 'U01', name: '市发改委', tier: 'city-department' }).onConflictDoNothing(),
    db.insert(person).values({ openId, name }),
    db.insert(grant).values({ openId, unit: 'U01', role }),
  ]);
}

export async function inboxStates(runtime: TestRuntime): Promise<string[]> {
  const rows = await runtime.store.db.select({ state: inbox.state }).from(inbox).orderBy(inbox.id);
  return rows.map((row) => row.state);
}
