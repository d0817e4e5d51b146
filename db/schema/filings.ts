import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { KINDS, STATES } from '../../src/filings/rules/filing.ts';

/** 备案清单. */
export const filing = sqliteTable(
  'filing',
  {
    number: text().primaryKey(),
    name: text().notNull(),
    organiser: text().notNull(),
    /** 综合考核, 单项考核, 专项督查, 检查, 一票否决; 暗访 is visible to its organiser only. */
    kind: text({ enum: KINDS }).notNull(),
    /** Unit codes as they were entered; successors are found when read. */
    targets: text({ mode: 'json' }).$type<string[]>().notNull(),
    startDay: text('start_day').notNull(),
    endDay: text('end_day').notNull(),
    approval: text().notNull().default(''),
    basis: text().notNull().default(''),
    /** 查看台账: possible, but advised against. */
    records: integer({ mode: 'boolean' }).notNull().default(false),
    /** Beyond the organiser's plan of the year: counts only after the offices have agreed. */
    unplanned: integer({ mode: 'boolean' }).notNull().default(false),
    state: text({ enum: STATES }).notNull().default('filed'),
    /** Why it was last changed, refused or withdrawn. */
    reason: text().notNull().default(''),
    /** Moves with every change and decision. */
    revision: integer().notNull().default(1),
    author: text().notNull().default(''),
  },
  (t) => [index('filing_start').on(t.startDay), index('filing_organiser').on(t.organiser, t.startDay)],
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
    state: text({ enum: ['planned', 'withdrawn'] })
      .notNull()
      .default('planned'),
    reason: text().notNull().default(''),
    revision: integer().notNull().default(1),
    author: text().notNull().default(''),
  },
  (t) => [index('research_visit_start').on(t.startDay)],
);

/** 单位撤并: from a day on another unit stands in for this one; several when it was split. Rows about the old unit stay as they are. */
export const unitSuccessor = sqliteTable(
  'unit_successor',
  { unit: text().notNull(), successor: text().notNull(), fromDay: text('from_day').notNull() },
  (t) => [primaryKey({ columns: [t.unit, t.successor] })],
);

/** 退文台账: a draft that the offices sent back. */
export const returnedDocument = sqliteTable(
  'returned_document',
  {
    id: text().primaryKey(),
    /** Who drafted it. */
    unit: text().notNull(),
    title: text().notNull(),
    reason: text().notNull(),
    returnedDay: text('returned_day').notNull(),
    /** When it was handed in again; empty as long as it was not. */
    againDay: text('again_day').notNull().default(''),
    /** Registered by mistake; kept all the same. */
    struck: integer({ mode: 'boolean' }).notNull().default(false),
    revision: integer().notNull().default(1),
    author: text().notNull().default(''),
  },
  (t) => [index('returned_document_unit').on(t.unit, t.returnedDay)],
);

/** 培训班次: courses, never persons or their hours (BR-07). */
export const trainingCourse = sqliteTable(
  'training_course',
  {
    number: text().primaryKey(),
    name: text().notNull(),
    organiser: text().notNull(),
    /** For whom, in words: 乡镇领导班子成员. */
    audience: text().notNull(),
    /** Unit codes; empty: every unit of the organiser's level. */
    targets: text({ mode: 'json' }).$type<string[]>().notNull(),
    closingDay: text('closing_day').notNull(),
    startDay: text('start_day').notNull(),
    endDay: text('end_day').notNull(),
    state: text({ enum: ['planned', 'withdrawn'] })
      .notNull()
      .default('planned'),
    reason: text().notNull().default(''),
    revision: integer().notNull().default(1),
    author: text().notNull().default(''),
  },
  (t) => [index('training_course_closing').on(t.closingDay)],
);
