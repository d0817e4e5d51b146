import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { CAPACITIES, LEVELS } from '../../src/counts/items/rules/capacity.ts';
import { INDICATORS } from '../../src/counts/rules/indicator.ts';

/** Documents, meetings and inspections registered one by one (domain 3.4). Figures follow from them, never the other way. */
export const countItem = sqliteTable(
  'count_item',
  {
    id: text().primaryKey(),
    unit: text().notNull(),
    indicator: text({ enum: INDICATORS }).notNull(),
    /** `市政办:2026:12`, or day and title where there is no number; the same key is the same item and counts once. */
    key: text().notNull(),
    /** As it is written: 市政办〔2026〕12号. Empty for what has none. */
    number: text().notNull().default(''),
    title: text().notNull(),
    /** Issued, held or begun on; it decides the month. */
    day: text().notNull(),
    month: text().notNull(),
    /** See `items/rules/kinds.ts`. */
    kind: text().notNull(),
    /** Name and level of whoever issued it. */
    issuer: text().notNull(),
    capacity: text({ enum: CAPACITIES }).notNull(),
    level: text({ enum: LEVELS }).notNull(),
    /** Lowest level that receives it or takes part. */
    reach: text({ enum: ['', 'county', 'township', 'village'] })
      .notNull()
      .default(''),
    /** Documents in one number, meetings held in a row: counted as 1, told apart. */
    parts: integer().notNull().default(1),
    unplanned: integer({ mode: 'boolean' }).notNull().default(false),
    emergency: integer({ mode: 'boolean' }).notNull().default(false),
    /** Heads of townships have to come. */
    heads: integer({ mode: 'boolean' }).notNull().default(false),
    /** Who approved a meeting that reaches the townships (BR-24). */
    basis: text().notNull().default(''),
    /** Withdrawn after it was issued: taken off again in the month of this day. */
    withdrawnDay: text('withdrawn_day'),
    /** Why it does not count at all: registered by mistake, twice, or never held. Kept all the same. */
    struck: text(),
    source: text({ enum: ['chat', 'import'] }).notNull(),
    /** Moves with every change. */
    revision: integer().notNull().default(1),
    author: text().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('count_item_key').on(t.unit, t.indicator, t.key),
    index('count_item_month').on(t.unit, t.month),
    index('count_item_withdrawn').on(t.unit, t.withdrawnDay),
  ],
);

/** Somebody of the unit acts for its liaison until a day; the grant itself ends with it. */
export const deputy = sqliteTable(
  'deputy',
  {
    unit: text().notNull(),
    openId: text('open_id').notNull(),
    /** Who asked for it. */
    by: text().notNull(),
    /** Last day, inclusive. */
    until: text().notNull(),
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unit, t.openId] }), index('deputy_until').on(t.until)],
);
