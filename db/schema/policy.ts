import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One question that administrators own; what is served is the published revision. */
export const question = sqliteTable('question', {
  number: text().primaryKey(),
  publishedRevision: integer('published_revision'),
  enabled: integer({ mode: 'boolean' }).notNull().default(true),
});

/** Immutable text of a question. */
export const questionRevision = sqliteTable(
  'question_revision',
  {
    number: text().notNull(),
    revision: integer().notNull(),
    question: text().notNull(),
    answer: text().notNull(),
    document: text().notNull(),
    documentNumber: text('document_number').notNull().default(''),
    clause: text().notNull().default(''),
    /** In force from and until, both included; empty when open. */
    validFrom: text('valid_from').notNull().default(''),
    validUntil: text('valid_until').notNull().default(''),
    /** Unit codes it applies to; empty means everybody. */
    units: text({ mode: 'json' }).$type<string[]>().notNull(),
    office: text().notNull().default(''),
    phone: text().notNull().default(''),
    topic: text().notNull().default(''),
    factIds: text('fact_ids', { mode: 'json' }).$type<string[]>().notNull(),
    author: text().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.number, t.revision] })],
);

/** Ways people ask it (`like`), and near questions that must not find it (`unlike`). */
export const phrase = sqliteTable(
  'phrase',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    number: text().notNull(),
    revision: integer().notNull(),
    kind: text({ enum: ['like', 'unlike'] }).notNull(),
    text: text().notNull(),
  },
  (t) => [index('phrase_question').on(t.number, t.revision)],
);

/** Local standards (LOC-01 … LOC-37) that only the city or county can fill in. */
export const localFigure = sqliteTable(
  'local_figure',
  {
    code: text().notNull(),
    /** Unit code it applies to; empty means everybody. */
    unit: text().notNull().default(''),
    position: integer().notNull().default(0),
    /** Column title → value, as in the workbook. */
    values: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.code, t.unit, t.position] })],
);

/** How often an entry was served, per day, without persons (BR-05). */
export const questionHitDay = sqliteTable(
  'question_hit_day',
  { number: text().notNull(), day: text().notNull(), hits: integer().notNull() },
  (t) => [primaryKey({ columns: [t.number, t.day] })],
);

/** Questions nothing was found for: normalised, digits and names masked, no asker. */
export const questionMiss = sqliteTable('question_miss', {
  text: text().primaryKey(),
  times: integer().notNull(),
  lastDay: text('last_day').notNull(),
});
