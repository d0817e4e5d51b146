import { isDay } from '../../../kernel/day.ts';
import type { Dated, Values } from './definition.ts';

/** Day from which a row counts; empty when it always has. */
export function sinceOf(row: Values, title: string): string {
  const since = row[title] ?? '';
  return isDay(since) ? since : '';
}

/** Of these rows those that count on a day. `title` is that of the column with the day. */
export function inForce<T extends Values>(
  rows: readonly T[],
  { dated, title, day }: { dated: Dated; title: string; day: string },
): T[] {
  if (dated === undefined) return [...rows];
  const begun = rows.filter((row) => sinceOf(row, title) <= day);
  return dated === 'table' ? newest(begun, title) : latest(begun, title, dated.by);
}

/** A table is replaced as a whole: the rows that came into force last. */
function newest<T extends Values>(rows: readonly T[], title: string): T[] {
  const last = rows
    .map((row) => sinceOf(row, title))
    .sort()
    .at(-1);
  return rows.filter((row) => sinceOf(row, title) === last);
}

/** A list is replaced line by line: of each name the rows of the last day that has any; in the order of the rows. */
function latest<T extends Values>(rows: readonly T[], title: string, by: string): T[] {
  const last = new Map<string, string>();
  for (const row of rows) {
    const name = row[by] ?? '';
    const since = sinceOf(row, title);
    if (since >= (last.get(name) ?? '')) last.set(name, since);
  }
  return rows.filter((row) => sinceOf(row, title) === last.get(row[by] ?? ''));
}
