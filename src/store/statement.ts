import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { audit } from '../../db/schema/index.ts';
import { actorId } from '../kernel/actor.ts';
import type { Ctx } from './context.ts';
import type { Db, Statement } from './db.ts';

/** D1 takes at most 100 bound parameters a statement (platform limit). */
export const MAX_PARAMETERS = 100;

/**
 * Multi-row insert cut into statements that fit D1. `onConflict` finishes each one, e.g.
 * `(insert) => insert.onConflictDoNothing()`; without it a taken key aborts the whole effect.
 */
export function insertRows<T extends SQLiteTable>(
  db: Db,
  table: T,
  rows: readonly T['$inferInsert'][],
  onConflict: (insert: ReturnType<typeof insertOf<T>>) => Statement = (insert) => insert,
): Statement[] {
  const perRow = Object.keys(getTableColumns(table)).length;
  return chunks(rows, Math.max(1, Math.floor(MAX_PARAMETERS / perRow))).map((part) =>
    onConflict(insertOf(db, table, part)),
  );
}

function insertOf<T extends SQLiteTable>(db: Db, table: T, rows: readonly T['$inferInsert'][]) {
  return db.insert(table).values(rows as T['$inferInsert'][]);
}

export function chunks<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let i = 0; i < items.length; i += size) parts.push(items.slice(i, i + size));
  return parts;
}

/** `column in (…)` for any number of values with one bound parameter. */
export function inList(column: SQL | { getSQL(): SQL }, values: readonly (string | number)[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(values)}))`;
}

/** Placed after a guarded update: aborts the whole effect as a conflict unless that update changed one row. */
export function mustChange(): Statement {
  return sql`insert into guard (ok) select changes() where changes() <> 1`;
}

/** Aborts the whole effect as a conflict unless the condition holds at the moment of the commit. */
export function mustHold(condition: SQL): Statement {
  return sql`insert into guard (ok) select 0 where not (${condition})`;
}

/** One audit row; belongs into the same effect as the change it tells of. */
export function auditRow(
  ctx: Ctx,
  action: string,
  target: string,
  data: Record<string, unknown> = {},
): Statement {
  return ctx.db
    .insert(audit)
    .values({ id: ctx.ids.next(), at: ctx.now, actor: actorId(ctx.actor), action, target, data });
}
