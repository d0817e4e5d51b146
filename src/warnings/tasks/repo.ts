import { and, asc, eq, lt } from 'drizzle-orm';
import { person, warningTask } from '../../../db/schema/index.ts';
import type { Indicator } from '../../counts/window.ts';
import { addMonths, type Month } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import type { Db, Statement } from '../../store/db.ts';
import { inList, mustChange } from '../../store/statement.ts';

export type TaskRow = typeof warningTask.$inferSelect;
export type TaskKind = TaskRow['kind'];

export interface TaskKey {
  scope: string;
  indicator: Indicator;
  month: Month;
  kind: TaskKind;
}

const is = ({ scope, indicator, month, kind }: TaskKey) =>
  and(
    eq(warningTask.scope, scope),
    eq(warningTask.indicator, indicator),
    eq(warningTask.month, month),
    eq(warningTask.kind, kind),
  );

/** With the name of whoever changed it last. */
export async function findTask(db: Db, key: TaskKey): Promise<(TaskRow & { byName: string }) | undefined> {
  const [row] = await db
    .select({ task: warningTask, name: person.name })
    .from(warningTask)
    .leftJoin(person, eq(person.openId, warningTask.by))
    .where(is(key));
  return row && { ...row.task, byName: row.name ?? '' };
}

/** What these levels' coordinators still have to decide, newest month first. */
export async function findOpenTasks(db: Db, counties: readonly string[]): Promise<TaskRow[]> {
  const rows = await db
    .select()
    .from(warningTask)
    .where(and(inList(warningTask.county, counties), eq(warningTask.state, 'open')))
    .orderBy(asc(warningTask.scope), asc(warningTask.indicator));
  return rows.toSorted((a, b) => (a.month < b.month ? 1 : a.month > b.month ? -1 : 0));
}

export async function findTasks(db: Db, scopes: readonly string[], month: Month): Promise<TaskRow[]> {
  return db
    .select()
    .from(warningTask)
    .where(and(inList(warningTask.scope, scopes), eq(warningTask.month, month)));
}

/** Notices that people signed for these scopes this year, before a month. */
export async function findSigned(db: Db, scopes: readonly string[], month: Month): Promise<TaskRow[]> {
  return db
    .select()
    .from(warningTask)
    .where(
      and(
        inList(warningTask.scope, scopes),
        eq(warningTask.state, 'signed'),
        lt(warningTask.month, month),
        eq(warningTask.kind, 'draft'),
      ),
    );
}

/** Changes a task that is still as it was seen; somebody who was quicker makes the whole effect run again. */
export function changeTask(
  ctx: Ctx,
  task: TaskRow,
  by: string,
  change: Partial<Pick<TaskRow, 'text' | 'state' | 'note'>>,
): Statement[] {
  return [
    ctx.db
      .update(warningTask)
      .set({ ...change, revision: task.revision + 1, by, at: ctx.now })
      .where(and(is(task), eq(warningTask.revision, task.revision))),
    mustChange(),
  ];
}

/** Open drafts of earlier months about scopes of which something newer is told have lost their reason. */
export function lapseDrafts(
  ctx: Ctx,
  indicator: Indicator,
  scopes: readonly string[],
  month: Month,
): Statement {
  return ctx.db
    .update(warningTask)
    .set({ state: 'lapsed', at: ctx.now })
    .where(
      and(
        inList(warningTask.scope, scopes),
        eq(warningTask.indicator, indicator),
        lt(warningTask.month, month),
        eq(warningTask.kind, 'draft'),
        eq(warningTask.state, 'open'),
      ),
    );
}

/** A notice that nobody wanted to send for a quarter is about the past. */
const STALE_MONTHS = 3;

export function lapseStale(ctx: Ctx, county: string, month: Month): Statement {
  return ctx.db
    .update(warningTask)
    .set({ state: 'lapsed', at: ctx.now })
    .where(
      and(
        eq(warningTask.county, county),
        lt(warningTask.month, addMonths(month, 1 - STALE_MONTHS)),
        eq(warningTask.kind, 'draft'),
        eq(warningTask.state, 'open'),
      ),
    );
}
