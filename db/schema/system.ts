import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Everything delivered by the platform, claimed before it is answered; kept longer than its 7 h retry ladder. */
export const inbox = sqliteTable(
  'inbox',
  {
    /** Event id. */
    id: text().primaryKey(),
    messageKey: text('message_key'),
    kind: text().notNull(),
    /** The normalised event; erased once handled. */
    body: text().notNull(),
    state: text({ enum: ['new', 'handled', 'failed'] })
      .notNull()
      .default('new'),
    attempts: integer().notNull().default(0),
    leaseUntil: integer('lease_until'),
    receivedAt: integer('received_at').notNull(),
    finishedAt: integer('finished_at'),
  },
  (t) => [
    uniqueIndex('inbox_message').on(t.messageKey),
    index('inbox_open').on(t.state, t.receivedAt),
    // Named like the guard table: ending a claim twice is a conflict (`store/inbox.ts`).
    check('guard_inbox_state', sql`${t.state} in ('new', 'handled', 'failed')`),
  ],
);

export const jobRun = sqliteTable(
  'job_run',
  {
    job: text().notNull(),
    slot: text().notNull(),
    dueAt: integer('due_at').notNull(),
    state: text({ enum: ['running', 'finished', 'skipped', 'failed'] }).notNull(),
    reason: text().notNull().default(''),
    cursor: text(),
    /** Counts units of work; guards each commit against a second runner. */
    step: integer().notNull().default(0),
    attempts: integer().notNull().default(0),
    leaseUntil: integer('lease_until'),
    startedAt: integer('started_at').notNull(),
    finishedAt: integer('finished_at'),
  },
  (t) => [
    primaryKey({ columns: [t.job, t.slot] }),
    index('job_run_latest').on(t.job, t.dueAt),
    index('job_run_open').on(t.state),
  ],
);

/** Who changed what; written in the same `atomically` as the change. */
export const audit = sqliteTable(
  'audit',
  {
    id: text().primaryKey(),
    at: integer().notNull(),
    actor: text().notNull(),
    /** `feature.verb`. */
    action: text().notNull(),
    target: text().notNull(),
    data: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (t) => [index('audit_at').on(t.at), index('audit_target').on(t.target, t.at)],
);

/** An administrator's corrections of the packaged holiday calendar. */
export const calendarDay = sqliteTable('calendar_day', {
  day: text().primaryKey(),
  kind: text({ enum: ['rest', 'work'] }).notNull(),
  note: text().notNull().default(''),
});

/** Years whose holiday notice has been entered by hand. */
export const calendarYear = sqliteTable('calendar_year', { year: integer().primaryKey() });

export const setting = sqliteTable('setting', { key: text().primaryKey(), value: text().notNull() });

/** `insert into guard select changes()` aborts a batch whose guarded update met another state. */
export const guard = sqliteTable('guard', { ok: integer().notNull() }, (t) => [
  check('guard', sql`${t.ok} = 1`),
]);
