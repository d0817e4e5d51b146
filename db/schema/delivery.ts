import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Card } from '../../src/chat/card.ts';
import type { Recipient } from '../../src/chat/message.ts';

/** One row per recipient; every row reaches a final state with a named reason. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text().primaryKey(),
    key: text().notNull().unique(),
    /** open_id, chat_id or message_id: pacing is per target. */
    target: text().notNull(),
    recipient: text({ mode: 'json' }).$type<Recipient>().notNull(),
    /** Erased after 30 days. */
    card: text({ mode: 'json' }).$type<Card>(),
    kind: text({ enum: ['answer', 'duty', 'notice', 'patch'] }).notNull(),
    subject: text().notNull().default(''),
    state: text({ enum: ['queued', 'sending', 'sent', 'held', 'failed', 'cancelled'] })
      .notNull()
      .default('queued'),
    /** Why it is held, failed or cancelled, or why it waits. */
    reason: text().notNull().default(''),
    /** What the operator should check after a refusal (Chinese); no personal data. */
    detail: text().notNull().default(''),
    attempts: integer().notNull().default(0),
    /** Earliest next attempt, ms UTC. */
    dueAt: integer('due_at').notNull(),
    /** Useless after this instant, ms UTC; 0 when its reason went while it was on its way. */
    notAfter: integer('not_after'),
    leaseUntil: integer('lease_until'),
    /** Start of the first attempt whose outcome nobody knows, ms UTC; null when every outcome so far is known. */
    uncertainSince: integer('uncertain_since'),
    messageId: text('message_id').notNull().default(''),
    createdAt: integer('created_at').notNull(),
    finishedAt: integer('finished_at'),
  },
  (t) => [
    index('outbox_due').on(t.state, t.dueAt),
    index('outbox_subject').on(t.subject, t.state),
    index('outbox_target').on(t.target, t.createdAt),
    index('outbox_finished').on(t.finishedAt),
  ],
);
