import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { BOOKED, BOOKS, MARKS } from '../../src/counts/reconciliation/rules/ledger.ts';
import type { Correction } from '../../src/counts/reconciliation/rules/months.ts';

/** Lines of the four books as they were brought in (domain 4.3); what units register one by one is read from its own table. */
export const ledgerEntry = sqliteTable(
  'ledger_entry',
  {
    year: integer().notNull(),
    /** Who issued it, or planned it. */
    unit: text().notNull(),
    book: text({ enum: BOOKS }).notNull(),
    indicator: text({ enum: BOOKED }).notNull(),
    /** In whose book of incoming papers it stands; empty in the other books. */
    receiver: text().notNull().default(''),
    /** Number and title: see `rowKey`. */
    key: text().notNull(),
    /** Parts of the document's number; serial 0 for what has none. */
    code: text().notNull().default(''),
    serial: integer().notNull().default(0),
    numberYear: integer('number_year').notNull().default(0),
    title: text().notNull(),
    day: text().notNull().default(''),
    /** In which it was registered, where the book says so. */
    month: text().notNull().default(''),
    plan: text().notNull().default(''),
    mark: text({ enum: MARKS }).notNull().default('none'),
    /** Unit codes and tiers it was sent to. */
    range: text({ mode: 'json' }).$type<string[]>().notNull(),
    importedAt: integer('imported_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.year, t.unit, t.book, t.indicator, t.receiver, t.key] }),
    index('ledger_code').on(t.code, t.numberYear),
  ],
);

/** One year's reconciliation of one level: the city (empty) or a county. */
export const reconciliation = sqliteTable(
  'reconciliation',
  {
    year: integer().notNull(),
    county: text().notNull(),
    state: text({ enum: ['draft', 'released', 'closed'] })
      .notNull()
      .default('draft'),
    /** Moves with every change of state. */
    revision: integer().notNull().default(1),
    /** Who moved it last; empty when a job did. */
    by: text().notNull().default(''),
    at: integer().notNull(),
    releasedAt: integer('released_at'),
  },
  (t) => [primaryKey({ columns: [t.year, t.county] })],
);

/** A unit's part in it. */
export const reconciliationUnit = sqliteTable(
  'reconciliation_unit',
  {
    year: integer().notNull(),
    unit: text().notNull(),
    /** Moves with every claim: the compare-and-set of two people at once. */
    revision: integer().notNull(),
    /** Who spoke last for the unit. */
    by: text().notNull().default(''),
    at: integer().notNull(),
    /** Figures that were put right after the list. */
    corrections: text({ mode: 'json' }).$type<Correction[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.year, t.unit] })],
);

/** Append-only explanations; the highest revision of (year, unit, key) is in force. */
export const differenceClaim = sqliteTable(
  'difference_claim',
  {
    year: integer().notNull(),
    unit: text().notNull(),
    key: text().notNull(),
    revision: integer().notNull(),
    /** Code of `rules/explanation.ts`; empty when the office asked once more. */
    explanation: text().notNull(),
    note: text().notNull().default(''),
    /** Open_id of the liaison. */
    by: text().notNull(),
    at: integer().notNull(),
    /** Open_id of the coordinator who agreed; empty as long as nobody had to or did. */
    acceptedBy: text('accepted_by').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.year, t.unit, t.key, t.revision] })],
);
