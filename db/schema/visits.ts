import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** 干部日常考察组. */
export const visitGroup = sqliteTable('visit_group', {
  number: text().primaryKey(),
  liaison: text().notNull(),
});

/** Which group looks after which township or subdistrict; each point belongs to one group. */
export const visitPoint = sqliteTable(
  'visit_point',
  { unit: text().primaryKey(), group: text('group_number').notNull(), sort: integer().notNull().default(0) },
  (t) => [index('visit_point_group').on(t.group)],
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
