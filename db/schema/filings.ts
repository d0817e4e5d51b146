import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const FILING_KINDS = ['comprehensive', 'single', 'special', 'check', 'veto'] as const;

/** 备案清单. */
export const filing = sqliteTable(
  'filing',
  {
    number: text().primaryKey(),
    name: text().notNull(),
    organiser: text().notNull(),
    /** 综合考核, 单项考核, 专项督查, 检查, 一票否决. */
    kind: text({ enum: FILING_KINDS }).notNull(),
    /** Unit codes. */
    targets: text({ mode: 'json' }).$type<string[]>().notNull(),
    startDay: text('start_day').notNull(),
    endDay: text('end_day').notNull(),
    approval: text().notNull().default(''),
  },
  (t) => [index('filing_start').on(t.startDay)],
);

/** 调研计划. */
export const researchVisit = sqliteTable(
  'research_visit',
  {
    number: text().primaryKey(),
    topic: text().notNull(),
    organiser: text().notNull(),
    targets: text({ mode: 'json' }).$type<string[]>().notNull(),
    startDay: text('start_day').notNull(),
    endDay: text('end_day').notNull(),
    /** 四不两直: visible to its organiser only. */
    unannounced: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (t) => [index('research_visit_start').on(t.startDay)],
);
