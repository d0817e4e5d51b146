import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { INDICATORS } from '../../src/counts/rules/indicator.ts';

/** The units that report, and how (domain 3.4). Townships need a reason (BR-12). */
export const reporting = sqliteTable(
  'reporting',
  {
    unit: text().notNull(),
    indicator: text({ enum: INDICATORS }).notNull(),
    /** Item by item, or numbers only. */
    mode: text({ enum: ['items', 'figures'] })
      .notNull()
      .default('figures'),
    fromMonth: text('from_month').notNull().default(''),
    reason: text().notNull().default(''),
    /** The way before the last change, and the month from which `mode` holds; null as long as it never changed. */
    previousMode: text('previous_mode', { enum: ['items', 'figures'] }),
    modeFrom: text('mode_from'),
  },
  (t) => [primaryKey({ columns: [t.unit, t.indicator] })],
);

/** Annual plan; revision 1 is the original, the highest one is in force. */
export const planRevision = sqliteTable(
  'plan_revision',
  {
    year: integer().notNull(),
    unit: text().notNull(),
    indicator: text({ enum: INDICATORS }).notNull(),
    revision: integer().notNull(),
    amount: integer().notNull(),
    basis: text().notNull().default(''),
    author: text().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.year, t.unit, t.indicator, t.revision] })],
);

export const countingRule = sqliteTable('counting_rule', {
  version: text().primaryKey(),
  fromMonth: text('from_month').notNull(),
  note: text().notNull(),
});

/** One month's collection. Its deadline follows from the calendar and is not stored: an entered correction counts. */
export const round = sqliteTable('round', {
  month: text().primaryKey(),
  openedAt: integer('opened_at').notNull(),
  closedAt: integer('closed_at'),
});

/** A unit's part in a round. */
export const roundUnit = sqliteTable(
  'round_unit',
  {
    month: text().notNull(),
    unit: text().notNull(),
    state: text({ enum: ['open', 'confirmed', 'adopted', 'missing'] })
      .notNull()
      .default('open'),
    /** Moves with every change of state: the compare-and-set of two people clicking at once. */
    revision: integer().notNull().default(0),
    /** Open_id of who decided it; empty when the deadline did. */
    by: text().notNull().default(''),
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.month, t.unit] })],
);

/** Append-only figures; the highest revision of (month, unit, indicator) is in force. */
export const countRevision = sqliteTable(
  'count_revision',
  {
    month: text().notNull(),
    unit: text().notNull(),
    indicator: text({ enum: INDICATORS }).notNull(),
    revision: integer().notNull(),
    amount: integer().notNull(),
    unplanned: integer().notNull().default(0),
    emergency: integer().notNull().default(0),
    /** Meetings that reach the townships directly. */
    direct: integer().notNull().default(0),
    ruleVersion: text('rule_version').notNull().default(''),
    source: text({ enum: ['imported', 'registered', 'confirmed', 'adopted', 'corrected'] }).notNull(),
    reason: text().notNull().default(''),
    author: text().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.month, t.unit, t.indicator, t.revision] }),
    index('count_unit').on(t.unit, t.indicator, t.month, t.revision),
  ],
);
