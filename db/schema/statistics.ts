import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { INDICATORS } from '../../src/counts/rules/indicator.ts';

/**
 * The newest revision of every figure, kept by a trigger on `count_revision` (its migration tells how): no writer has
 * to think of it, and statistics read each figure once, unit by unit. Never written by hand.
 */
export const countCurrent = sqliteTable(
  'count_current',
  {
    unit: text().notNull(),
    indicator: text({ enum: INDICATORS }).notNull(),
    month: text().notNull(),
    revision: integer().notNull(),
    amount: integer().notNull(),
    unplanned: integer().notNull(),
    emergency: integer().notNull(),
    direct: integer().notNull(),
    ruleVersion: text('rule_version').notNull(),
    source: text({ enum: ['imported', 'registered', 'confirmed', 'adopted', 'corrected'] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.unit, t.indicator, t.month] })],
);

/**
 * Monthly reports and reviews: drafted by the machine, worded and released by a person. Append-only; the highest
 * revision of (period, county) is in force, and its key is the compare-and-set of two people at one draft.
 */
export const reviewRevision = sqliteTable(
  'review_revision',
  {
    /** `2026-06`, `2026-Q2`, `2026-H1`, `2026`. */
    period: text().notNull(),
    /** Empty for the city level. */
    county: text().notNull().default(''),
    revision: integer().notNull(),
    state: text({ enum: ['draft', 'released'] }).notNull(),
    /** Paragraphs, one a line. */
    text: text().notNull(),
    /** The totals the text was made from: whoever releases it is told when they have moved. */
    figures: text().notNull(),
    /** Actor; `system:…` for the machine's own draft. */
    author: text().notNull(),
    /** Name of the person at that time; empty for the machine. */
    authorName: text('author_name').notNull().default(''),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.period, t.county, t.revision] }),
    index('review_state').on(t.county, t.state, t.period),
  ],
);
