import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { INDICATORS } from '../../src/counts/rules/indicator.ts';
import type { Evidence } from '../../src/warnings/evidence.ts';

/**
 * What was decided for a scope (unit code, `市`, `县区:…`), indicator and month, and why. This log decides whether
 * the next month has anything new to tell, and the cards are made from it.
 */
export const notice = sqliteTable(
  'notice',
  {
    scope: text().notNull(),
    indicator: text({ enum: INDICATORS }).notNull(),
    month: text().notNull(),
    /** Level of the scope: empty for the city, else the county's name. */
    county: text().notNull(),
    /** 0 normal, 1 note, 2 warning, 3 correction. */
    level: integer().notNull(),
    decision: text({ enum: ['send', 'hold'] }).notNull(),
    reason: text().notNull(),
    evidence: text({ mode: 'json' }).$type<Evidence>().notNull(),
    ruleVersion: text('rule_version').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.scope, t.indicator, t.month] }),
    index('notice_month').on(t.month, t.decision),
  ],
);
