import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/**
 * Every state that a local standard of a unit was in or was asked to be brought into, whole. What is live stands in
 * `local_figure`; a proposal changes nothing until another person has confirmed it (domain 7).
 */
export const figureRevision = sqliteTable(
  'figure_revision',
  {
    code: text().notNull(),
    /** Unit code it applies to; empty means everybody. */
    unit: text().notNull().default(''),
    revision: integer().notNull(),
    /** Column title → value of each row, in order. */
    rows: text({ mode: 'json' }).$type<Record<string, string>[]>().notNull(),
    state: text({ enum: ['proposed', 'live', 'returned', 'withdrawn'] }).notNull(),
    /** Place among those that have been live; two people cannot bring one into force from the same state. */
    turn: integer(),
    /** Short name of what was live when it was written. */
    base: text().notNull().default(''),
    /** As `kernel/actor.ts` writes it. */
    author: text().notNull(),
    createdAt: integer('created_at').notNull(),
    /** Who confirmed, returned or withdrew it; empty for what came with a workbook. */
    decidedBy: text('decided_by').notNull().default(''),
    decidedAt: integer('decided_at'),
    /** Why it was returned. */
    reason: text().notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.code, t.unit, t.revision] }),
    uniqueIndex('figure_revision_turn').on(t.code, t.unit, t.turn),
    uniqueIndex('figure_revision_proposed').on(t.code, t.unit).where(sql`state = 'proposed'`),
    index('figure_revision_state').on(t.state),
  ],
);
