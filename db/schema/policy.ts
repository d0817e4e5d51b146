import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** One question that administrators own; what is served is the published revision. */
export const question = sqliteTable('question', {
  number: text().primaryKey(),
  publishedRevision: integer('published_revision'),
  enabled: integer({ mode: 'boolean' }).notNull().default(true),
  /** Day by which its owner is to say again that it is right; absent where only its validity counts. */
  reviewBy: text('review_by'),
});

/** Immutable text of a question. */
export const questionRevision = sqliteTable(
  'question_revision',
  {
    number: text().notNull(),
    revision: integer().notNull(),
    question: text().notNull(),
    /** Ways people ask it. */
    like: text({ mode: 'json' }).$type<string[]>().notNull(),
    /** Near questions that must not find it. */
    unlike: text({ mode: 'json' }).$type<string[]>().notNull(),
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
    /** LOC codes without which the answer is incomplete. */
    localFigures: text('local_figures', { mode: 'json' }).$type<string[]>().notNull(),
    /** Number of the question that has taken its place; empty while none has. */
    replacedBy: text('replaced_by').notNull().default(''),
    author: text().notNull(),
    createdAt: integer('created_at').notNull(),
    /** When it was first served, ms UTC; absent for a text that never was, which is never served as an old one. */
    publishedAt: integer('published_at'),
  },
  (t) => [primaryKey({ columns: [t.number, t.revision] })],
);

/** The way of a revision to another person's yes; one that was never submitted is a draft and has no row. */
export const questionReview = sqliteTable(
  'question_review',
  {
    number: text().notNull(),
    revision: integer().notNull(),
    /** `superseded`: a newer revision was submitted before anybody decided. */
    state: text({ enum: ['submitted', 'returned', 'approved', 'superseded'] }).notNull(),
    submittedBy: text('submitted_by').notNull(),
    submittedAt: integer('submitted_at').notNull(),
    /** From the submitter to whoever reviews. */
    remark: text().notNull().default(''),
    decidedBy: text('decided_by').notNull().default(''),
    decidedAt: integer('decided_at'),
    /** Why it went back; empty when it was approved. */
    reason: text().notNull().default(''),
    /** Number under which a leader agreed on paper (domain 7). */
    leaderSign: text('leader_sign').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.number, t.revision] }),
    index('question_review_state').on(t.state, t.submittedAt),
  ],
);

/**
 * The search index: one row per phrasing and one for the answer, of what is published and enabled only. The rows'
 * tokens stand in the FTS5 table `question_fts` under the same rowid (migration 0001).
 */
export const searchRow = sqliteTable(
  'search_row',
  {
    id: integer().primaryKey(),
    number: text().notNull(),
    position: integer().notNull(),
    /** `unlike` is compared with, never searched. */
    kind: text({ enum: ['question', 'like', 'answer', 'unlike'] }).notNull(),
    /** As `policy/retrieval/rules/tokens.ts` writes it. */
    text: text().notNull(),
    validFrom: text('valid_from').notNull(),
    validUntil: text('valid_until').notNull(),
    /** JSON array of unit codes; empty text means everybody. */
    units: text().notNull(),
  },
  (t) => [uniqueIndex('search_row_place').on(t.number, t.position)],
);

/** In how many searched rows a token stands, kept with every publication so that no question scans the index. */
export const searchToken = sqliteTable('search_token', {
  token: text().primaryKey(),
  rows: integer().notNull(),
});

/** Pairs of characters among the tokens by how they sound, so that what was typed by ear is found. */
export const searchSound = sqliteTable(
  'search_sound',
  {
    /** Syllables without tone (`bao chou`); a pair that can be read in several ways has a row for each. */
    sound: text().notNull(),
    token: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sound, t.token] })],
);

/** Words that are read as an official one; empty as long as the administrators leave the starter list as it is. */
export const synonym = sqliteTable('synonym', {
  said: text().primaryKey(),
  official: text().notNull(),
  enabled: integer({ mode: 'boolean' }).notNull().default(true),
  note: text().notNull().default(''),
});

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
  {
    number: text().notNull(),
    day: text().notNull(),
    hits: integer().notNull().default(0),
    /** Clicks on 有用 and 没解决. */
    useful: integer().notNull().default(0),
    unsolved: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.number, t.day] })],
);

/** Questions nothing was found for, or whose answer did not help: normalised, digits and names masked, no asker. */
export const questionMiss = sqliteTable(
  'question_miss',
  {
    text: text().primaryKey(),
    times: integer().notNull(),
    lastDay: text('last_day').notNull(),
    /** What buttons call it by. */
    id: text().notNull().default(''),
    /** The nearest entry at that time; empty when nothing was near. Its office decides which editors are told. */
    near: text().notNull().default(''),
    /** An editor has made a draft of it. */
    handled: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (t) => [index('question_miss_id').on(t.id), index('question_miss_day').on(t.lastDay)],
);

/**
 * What was asked in private, masked and without its asker, so that 转人工 and 没解决 need no second typing. Erased by
 * the next night but one.
 */
export const askedQuestion = sqliteTable(
  'asked_question',
  {
    id: text().primaryKey(),
    text: text().notNull(),
    /** 有用 or 没解决 was clicked once. */
    rated: integer({ mode: 'boolean' }).notNull().default(false),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [index('asked_question_created').on(t.createdAt)],
);

/** A question in the hands of the editors (转人工). */
export const handedQuestion = sqliteTable(
  'handed_question',
  {
    /** That of the asked question it was made from. */
    id: text().primaryKey(),
    /** Open_id of whoever waits for the answer; empty as soon as nobody does (BR-34). */
    asker: text().notNull(),
    text: text().notNull(),
    /** The entry that was near, and the office responsible for it; empty when there was none. */
    number: text().notNull().default(''),
    office: text().notNull().default(''),
    /** County of the asker's post, empty at city level: its own editors come first. */
    county: text().notNull().default(''),
    /** The answered question that this one follows; one follow-up each. */
    follows: text(),
    state: text({ enum: ['open', 'answered', 'expired'] })
      .notNull()
      .default('open'),
    answer: text().notNull().default(''),
    basis: text().notNull().default(''),
    /** Open_id of the editor who answered, and the office in whose name. */
    editor: text().notNull().default(''),
    editorUnit: text('editor_unit').notNull().default(''),
    /** Number of the draft entry made from the answer. */
    draft: text().notNull().default(''),
    createdAt: integer('created_at').notNull(),
    endedAt: integer('ended_at'),
  },
  (t) => [
    uniqueIndex('handed_question_follows').on(t.follows),
    index('handed_question_state').on(t.state, t.createdAt),
  ],
);
