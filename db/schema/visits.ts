import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** 干部日常考察组. */
export const visitGroup = sqliteTable('visit_group', {
  number: text().primaryKey(),
  liaison: text().notNull(),
});

/** Which group looks after which township or subdistrict; each point belongs to one group. */
export const visitPoint = sqliteTable(
  'visit_point',
  {
    unit: text().primaryKey(),
    group: text('group_number').notNull(),
    sort: integer().notNull().default(0),
    /** It stepped into the place of units that no longer exist: what they had done counts for it. */
    inherited: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (t) => [index('visit_point_group').on(t.group)],
);

/** Whose each point was when a half-year ended: later changes of groups, points and units do not reach back. */
export const visitDuty = sqliteTable(
  'visit_duty',
  {
    half: text().notNull(),
    unit: text().notNull(),
    group: text('group_number').notNull(),
    inherited: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.half, t.unit] })],
);

/** 回避: this group may not look after this point. Why, and because of whom, is not kept. */
export const visitAvoidance = sqliteTable(
  'visit_avoidance',
  {
    group: text('group_number').notNull(),
    unit: text().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.group, t.unit] })],
);

/** Done: date and kind only, never contents or names (BR-36). */
export const visitRecord = sqliteTable(
  'visit_record',
  {
    unit: text().notNull(),
    half: text().notNull(),
    kind: text({ enum: ['visit', 'talk'] }).notNull(),
    group: text('group_number').notNull(),
    day: text().notNull(),
    author: text().notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.unit, t.half, t.kind] }), index('visit_record_half').on(t.half)],
);
