import { and, eq, gte, lt, notInArray } from 'drizzle-orm';
import { notice } from '../../db/schema/index.ts';
import type { Indicator } from '../counts/window.ts';
import { type Month, monthFrom, yearOf } from '../kernel/period.ts';
import type { Db } from '../store/db.ts';
import { inList } from '../store/statement.ts';
import { UNGRADED } from './rules/decide.ts';

export type NoticeRow = typeof notice.$inferSelect;

/** Level of the newest graded month of the year before this one, by `scope:indicator`. */
export async function findLastLevels(
  db: Db,
  scopes: readonly string[],
  month: Month,
): Promise<Map<string, number>> {
  const rows = await db
    .select({ scope: notice.scope, indicator: notice.indicator, level: notice.level })
    .from(notice)
    .where(
      and(
        inList(notice.scope, scopes),
        gte(notice.month, monthFrom(yearOf(month), 1)),
        lt(notice.month, month),
        notInArray(notice.reason, [...UNGRADED]),
      ),
    )
    .orderBy(notice.month);
  return new Map(rows.map((row) => [noticeKey(row.scope, row.indicator), row.level]));
}

export function noticeKey(scope: string, indicator: Indicator): string {
  return `${scope}:${indicator}`;
}

/** What is to be told about a month. */
export async function findToSend(db: Db, month: Month): Promise<NoticeRow[]> {
  return db
    .select()
    .from(notice)
    .where(and(eq(notice.month, month), eq(notice.decision, 'send')));
}
