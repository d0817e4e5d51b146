import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What somebody brought forward (BR-03): complaint, suggestion, word about burdens. */
export const voice = sqliteTable(
  'voice',
  {
    /** The receipt number, drawn when the form was opened: a second click of the same form finds it taken. */
    number: text().primaryKey(),
    kind: text({ enum: ['complaint', 'suggestion', 'relief'] }).notNull(),
    text: text().notNull(),
    /** Open_id of whoever signed; empty when they did not wish to, or once nobody waits for an answer (BR-34). */
    person: text().notNull().default(''),
    /** Units complained of: nobody who holds a post there handles it. */
    about: text({ mode: 'json' }).$type<string[]>().notNull(),
    /** Who handles it: the offices of this level, or the administrators where the offices themselves are meant. */
    desk: text({ enum: ['office', 'admin'] }).notNull(),
    county: text().notNull().default(''),
    /** Only the day: an exact moment could be laid beside that of a message. */
    day: text().notNull(),
    state: text({ enum: ['open', 'working', 'done'] })
      .notNull()
      .default('open'),
    /** Number of replies; every reply is written for the one before it. */
    revision: integer().notNull().default(0),
    /** The day for which the desk was told of it; empty until then. */
    announced: text().notNull().default(''),
    doneAt: integer('done_at'),
  },
  (t) => [index('voice_state').on(t.state, t.day), index('voice_person').on(t.person)],
);

/** What the desk answered, in order. */
export const voiceReply = sqliteTable(
  'voice_reply',
  {
    number: text().notNull(),
    revision: integer().notNull(),
    text: text().notNull(),
    done: integer({ mode: 'boolean' }).notNull(),
    /** Open_id of the officer and the office in whose name. */
    author: text().notNull(),
    office: text().notNull(),
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.number, t.revision] })],
);
