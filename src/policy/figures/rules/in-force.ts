import { isDay } from '../../../kernel/day.ts';
import type { Dated, Values } from './definition.ts';

interface Holder {
  values: Values;
}

/** Day from which a row counts; empty when it always has. `title` is that of the column with the day. */
export function sinceOf(row: Values, title: string): string {
  const since = row[title] ?? '';
  return isDay(since) ? since : '';
}

/** Of these rows those that count on a day. */
export function inForce<T extends Holder>(
  rows: readonly T[],
  { dated, title, day }: { dated: Dated; title: string; day: string },
): T[] {
  if (dated === undefined) return [...rows];
  const begun = rows.filter(({ values }) => sinceOf(values, title) <= day);
  if (dated === 'table') return newest(begun, title);
  const named = Map.groupBy(begun, ({ values }) => values[dated.by] ?? '');
  return [...named.values()].flatMap((own) => newest(own, title));
}

/** The rows that came into force last: they replace the others as a whole. */
function newest<T extends Holder>(rows: readonly T[], title: string): T[] {
  const last = rows
    .map(({ values }) => sinceOf(values, title))
    .sort()
    .at(-1);
  return rows.filter(({ values }) => sinceOf(values, title) === last);
}
