import { and, eq, gt, gte, lt, lte, or, sql } from 'drizzle-orm';
import { notice, reporting, unit } from '../../db/schema/index.ts';
import type { Indicator } from '../counts/window.ts';
import { type Month, monthFrom, yearOf } from '../kernel/period.ts';
import type { Db, Statement } from '../store/db.ts';
import { chunks, inList } from '../store/statement.ts';
import { type NoticeDecision, toldAfter } from './rules/decide.ts';

export type NoticeRow = typeof notice.$inferSelect;

export function noticeKey(scope: string, indicator: Indicator): string {
  return `${scope}:${indicator}`;
}

/** What people have been told in the months of the year before this one, by `scope:indicator`. */
export async function findTold(
  db: Db,
  scopes: readonly string[],
  month: Month,
): Promise<Map<string, number>> {
  const rows = await db
    .select({
      scope: notice.scope,
      indicator: notice.indicator,
      level: notice.level,
      decision: notice.decision,
      reason: notice.reason,
    })
    .from(notice)
    .where(
      and(
        inList(notice.scope, scopes),
        gte(notice.month, monthFrom(yearOf(month), 1)),
        lt(notice.month, month),
        // Only these change what people know.
        or(eq(notice.decision, 'send'), eq(notice.reason, 'lowered')),
      ),
    )
    .orderBy(notice.month);
  const told = new Map<string, number>();
  for (const row of rows) {
    const key = noticeKey(row.scope, row.indicator);
    const { decision, reason } = row as NoticeDecision;
    told.set(key, toldAfter(told.get(key) ?? 0, { decision, reason } as NoticeDecision, row.level));
  }
  return told;
}

/** What is to be told about a month. */
export async function findToSend(db: Db, month: Month): Promise<NoticeRow[]> {
  return db
    .select()
    .from(notice)
    .where(and(eq(notice.month, month), eq(notice.decision, 'send')));
}

export async function findNotice(
  db: Db,
  key: { scope: string; indicator: Indicator; month: Month },
): Promise<NoticeRow | undefined> {
  const [row] = await db
    .select()
    .from(notice)
    .where(
      and(eq(notice.scope, key.scope), eq(notice.indicator, key.indicator), eq(notice.month, key.month)),
    );
  return row;
}

/** Levels decided for whole levels in a month, by `scope:indicator`. */
export async function findLevels(
  db: Db,
  scopes: readonly string[],
  month: Month,
): Promise<Map<string, number>> {
  const rows = await db
    .select({ scope: notice.scope, indicator: notice.indicator, level: notice.level })
    .from(notice)
    .where(and(inList(notice.scope, scopes), eq(notice.month, month)));
  return new Map(rows.map((row) => [noticeKey(row.scope, row.indicator), row.level]));
}

/** What was sent about these scopes in the year up to a month, oldest first. */
export async function findSent(db: Db, scopes: readonly string[], month: Month) {
  return db
    .select({
      scope: notice.scope,
      indicator: notice.indicator,
      month: notice.month,
      level: notice.level,
      reason: notice.reason,
    })
    .from(notice)
    .where(
      and(
        inList(notice.scope, scopes),
        gte(notice.month, monthFrom(yearOf(month), 1)),
        lt(notice.month, month),
        eq(notice.decision, 'send'),
      ),
    )
    .orderBy(notice.month);
}

/** Units whose notes a month's correction of their level covers, in their fixed order. */
export async function findCovered(db: Db, month: Month) {
  return db
    .select({ county: notice.county, indicator: notice.indicator, name: unit.name })
    .from(notice)
    .innerJoin(unit, eq(unit.code, notice.scope))
    .where(and(eq(notice.month, month), eq(notice.reason, 'covered_by_larger')))
    .orderBy(unit.sort, unit.code);
}

/** The next units of a level on a month's list, in order of their codes: the cursor of a large level. */
export async function nextUnitsOf(
  db: Db,
  { month, county, after, count }: { month: Month; county: string; after: string; count: number },
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ code: reporting.unit })
    .from(reporting)
    .innerJoin(unit, eq(unit.code, reporting.unit))
    .where(and(eq(unit.county, county), lte(reporting.fromMonth, month), gt(reporting.unit, after)))
    .orderBy(reporting.unit)
    .limit(count);
  return rows.map(({ code }) => code);
}

/** Rows of about a kilobyte each, sent as one parameter: D1 takes two megabytes (platform limit). */
const ROWS_PER_STATEMENT = 200;

/** Adds to the log what is not there yet. */
export function insertNotices(db: Db, rows: readonly NoticeRow[]): Statement[] {
  return chunks(rows, ROWS_PER_STATEMENT).map((part) =>
    db
      .insert(notice)
      .select(
        sql`select value ->> 'scope', value ->> 'indicator', value ->> 'month', value ->> 'county', value ->> 'level',
          value ->> 'decision', value ->> 'reason', value -> 'evidence', value ->> 'ruleVersion', value ->> 'createdAt'
        from json_each(${JSON.stringify(part)}) where true`,
      )
      .onConflictDoNothing(),
  );
}
