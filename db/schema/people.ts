import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ROLES, TIERS } from '../../src/kernel/actor.ts';

export const unit = sqliteTable('unit', {
  code: text().primaryKey(),
  name: text().notNull(),
  tier: text({ enum: TIERS }).notNull(),
  /** Name of the county; empty at city level. */
  county: text().notNull().default(''),
  /** Fixed order of the units; figures never decide an order. */
  sort: integer().notNull().default(0),
  remoteness: text().notNull().default(''),
});

export const person = sqliteTable('person', {
  openId: text('open_id').primaryKey(),
  name: text().notNull(),
  /** First welcome, ms UTC; null until greeted. */
  greetedAt: integer('greeted_at'),
  /** Opted out of everything that is no duty. */
  muted: integer({ mode: 'boolean' }).notNull().default(false),
  /** Resigned or frozen on the platform: nothing is sent. */
  gone: integer({ mode: 'boolean' }).notNull().default(false),
  /** When the platform's newest word about `gone` was spoken, ms UTC: what was said earlier may arrive later. */
  stateAt: integer('state_at').notNull().default(0),
});

/** A post: a role at a unit. The unit is bound to the post, not to the person. */
export const grant = sqliteTable(
  'grant',
  {
    openId: text('open_id').notNull(),
    unit: text().notNull(),
    role: text({ enum: ROLES }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.openId, t.unit, t.role] }),
    index('grant_unit').on(t.unit, t.role),
    index('grant_role').on(t.role),
  ],
);

/** A group chat the bot is in. */
export const groupChat = sqliteTable('group_chat', {
  chatId: text('chat_id').primaryKey(),
  /** 静默: says nothing unasked (BR-18). */
  silent: integer({ mode: 'boolean' }).notNull().default(false),
  state: text({ enum: ['active', 'removed', 'disbanded'] })
    .notNull()
    .default('active'),
  /** When the platform's newest word about `state` was spoken, ms UTC. */
  stateAt: integer('state_at').notNull().default(0),
});

/** A post that another person takes over on a day to come; the row goes when that is done. */
export const handOver = sqliteTable(
  'hand_over',
  {
    unit: text().notNull(),
    role: text({ enum: ROLES }).notNull(),
    /** Whose post it is until then. */
    openId: text('open_id').notNull(),
    successor: text().notNull(),
    /** `2026-09-01`: the first day of the successor. */
    fromDay: text('from_day').notNull(),
    /** Actor who arranged it. */
    by: text().notNull(),
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unit, t.role, t.openId] }), index('hand_over_day').on(t.fromDay)],
);
