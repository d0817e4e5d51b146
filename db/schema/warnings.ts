import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { INDICATORS } from '../../src/counts/rules/indicator.ts';
import type { Evidence } from '../../src/warnings/evidence.ts';
import type { Parameters } from '../../src/warnings/rules/parameters.ts';

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

/** Versions of the rules after the packaged one. Never changed: decisions name the version they were made under. */
export const warningRule = sqliteTable('warning_rule', {
  version: text().primaryKey(),
  /** In force for this month and later ones, until a newer version. */
  fromMonth: text('from_month').notNull(),
  /** All parameters, not only the changed ones. */
  parameters: text({ mode: 'json' }).$type<Parameters>().notNull(),
  note: text().notNull(),
  author: text().notNull(),
  createdAt: integer('created_at').notNull(),
});

/** Somebody has decided that nothing is told for a while. */
export const warningSilence = sqliteTable(
  'warning_silence',
  {
    id: text().primaryKey(),
    /** Level whose coordinators decided; empty for the city. */
    county: text().notNull(),
    /** Unit code or name of the level; empty for everything on this level. */
    scope: text().notNull(),
    /** Empty for all indicators. */
    indicator: text({ enum: ['', ...INDICATORS] }).notNull(),
    reason: text().notNull(),
    /** Open_id. */
    author: text().notNull(),
    createdAt: integer('created_at').notNull(),
    /** Last day on which it holds; it ends by itself. */
    until: text().notNull(),
    /** Ended before its time, ms UTC. */
    endedAt: integer('ended_at'),
    endedBy: text('ended_by').notNull().default(''),
  },
  (t) => [index('warning_silence_level').on(t.county, t.until)],
);

/** What a person has to decide: a drafted notice to sign (level 2), a correction to settle (level 3). */
export const warningTask = sqliteTable(
  'warning_task',
  {
    scope: text().notNull(),
    indicator: text({ enum: INDICATORS }).notNull(),
    month: text().notNull(),
    kind: text({ enum: ['draft', 'todo'] }).notNull(),
    county: text().notNull(),
    /** The notice as drafted or edited; empty for a correction. */
    text: text().notNull(),
    state: text({ enum: ['open', 'signed', 'discarded', 'settled', 'lapsed'] })
      .notNull()
      .default('open'),
    /** Moves with every change: the compare-and-set of two people deciding at once. */
    revision: integer().notNull().default(0),
    /** How a correction was settled. */
    note: text().notNull().default(''),
    /** Open_id of who changed it last; empty while nobody has. */
    by: text().notNull().default(''),
    /** Last change, ms UTC. */
    at: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.scope, t.indicator, t.month, t.kind] }),
    index('warning_task_open').on(t.county, t.state),
  ],
);
