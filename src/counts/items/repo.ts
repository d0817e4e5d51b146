import { and, between, eq, ne, or } from 'drizzle-orm';
import { countItem, reporting, roundUnit } from '../../../db/schema/index.ts';
import { firstDay, lastDay, type Month } from '../../kernel/period.ts';
import type { Db } from '../../store/db.ts';
import { inList } from '../../store/statement.ts';
import type { Indicator } from '../rules/indicator.ts';

export type Item = typeof countItem.$inferSelect;

/** Whatever counts in these months or was withdrawn in them, struck ones included, in order of day and id. */
export async function findItems(db: Db, from: Month, to: Month, units?: readonly string[]): Promise<Item[]> {
  return db
    .select()
    .from(countItem)
    .where(
      and(
        units ? inList(countItem.unit, units) : undefined,
        or(between(countItem.month, from, to), between(countItem.withdrawnDay, firstDay(from), lastDay(to))),
      ),
    )
    .orderBy(countItem.day, countItem.id);
}

export async function findItem(db: Db, id: string): Promise<Item | undefined> {
  const rows = await db.select().from(countItem).where(eq(countItem.id, id));
  return rows[0];
}

export async function findByKeys(
  db: Db,
  units: readonly string[],
  keys: readonly string[],
): Promise<Map<string, Item>> {
  const rows = await db
    .select()
    .from(countItem)
    .where(and(inList(countItem.unit, units), inList(countItem.key, keys)));
  return new Map(rows.map((row) => [placeOf(row), row]));
}

/** What makes an item one of its kind. */
export function placeOf({
  unit,
  indicator,
  key,
}: {
  unit: string;
  indicator: Indicator;
  key: string;
}): string {
  return `${unit}\n${indicator}\n${key}`;
}

/** How units report, with the last change of it; the mode of a month follows with `modeIn`. */
export async function findModes(db: Db, units: readonly string[]) {
  return db
    .select({
      unit: reporting.unit,
      indicator: reporting.indicator,
      mode: reporting.mode,
      fromMonth: reporting.fromMonth,
      previousMode: reporting.previousMode,
      modeFrom: reporting.modeFrom,
    })
    .from(reporting)
    .where(inList(reporting.unit, units));
}

/** `month unit` of the months of these units that are settled: what changes them is a correction. */
export async function findSettled(
  db: Db,
  from: Month,
  to: Month,
  units: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .select({ month: roundUnit.month, unit: roundUnit.unit })
    .from(roundUnit)
    .where(
      and(between(roundUnit.month, from, to), inList(roundUnit.unit, units), ne(roundUnit.state, 'open')),
    );
  return new Set(rows.map((row) => `${row.month} ${row.unit}`));
}
