import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Who is signed in to the web console. The cookie's token itself is nowhere but in the browser. */
export const consoleSession = sqliteTable(
  'console_session',
  {
    /** SHA-256 of the token. */
    id: text().primaryKey(),
    openId: text('open_id').notNull(),
    createdAt: integer('created_at').notNull(),
    /** Last use, ms UTC, to the minute. */
    seenAt: integer('seen_at').notNull(),
    /** Ends then in any case, ms UTC. */
    endsAt: integer('ends_at').notNull(),
  },
  (t) => [index('console_session_person').on(t.openId), index('console_session_ends').on(t.endsAt)],
);

/** A login that was started: its state is good once, and not too many come from one place. */
export const consoleLogin = sqliteTable(
  'console_login',
  {
    /** SHA-256 of the state. */
    id: text().primaryKey(),
    /** Keyed hash of the network address; the address itself is not kept. */
    client: text().notNull(),
    startedAt: integer('started_at').notNull(),
    used: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (t) => [
    index('console_login_client').on(t.client, t.startedAt),
    index('console_login_started').on(t.startedAt),
  ],
);
