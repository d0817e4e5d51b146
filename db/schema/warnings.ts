import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { INDICATORS } from '../../src/counts/rules/indicator.ts';

/** What was decided for a scope (unit code, `市`, `县区:…`), indicator and month, and why; the log that decides repeats. */
export const notice = sqliteTable(
  'notice',
  {
    scope: text().notNull(),
    indicator: text({ enum: INDICATORS }).notNull(),
    month: text().notNull(),
    /** 0 normal, 1 note, 2 warning, 3 correction. */
    level: integer().notNull(),
    decision: text({ enum: ['send', 'hold'] }).notNull(),
    reason: text().notNull(),
    /** The triggers with formula, inputs, value and threshold, as shown. */
    triggers: text({ mode: 'json' }).notNull(),
    ruleVersion: text('rule_version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.indicator, t.month] })],
);
