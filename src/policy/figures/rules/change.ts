import type { Dated, Values } from './definition.ts';
import { inForce, sinceOf } from './in-force.ts';

interface Dating {
  dated: Dated;
  title: string;
}

/** Rows that count on a day. */
export function rowsOn<T extends Values>(rows: readonly T[], dating: Dating, day: string): T[] {
  return inForce(
    rows.map((values) => ({ values })),
    { ...dating, day },
  ).map(({ values }) => values);
}

/** The first day, from today on, on which the two sets of rows say something different; today when they never do. */
export function firstDifference(
  before: readonly Values[],
  after: readonly Values[],
  dating: Dating,
  today: string,
): string {
  const later = [...before, ...after]
    .map((row) => sinceOf(row, dating.title))
    .filter((since) => since > today)
    .sort();
  const differs = (day: string) =>
    JSON.stringify(rowsOn(before, dating, day)) !== JSON.stringify(rowsOn(after, dating, day));
  return [today, ...later].find(differs) ?? today;
}

export type FigureState = 'entered' | 'later' | 'missing';

/** Entered, entered for a later day only, or not at all; `next` is the first day on which other rows will count. */
export function stateOf(
  rows: readonly Values[],
  dating: Dating,
  today: string,
): { state: FigureState; next: string } {
  const next = dating.dated
    ? (rows
        .map((row) => sinceOf(row, dating.title))
        .filter((since) => since > today)
        .sort()[0] ?? '')
    : '';
  if (rowsOn(rows, dating, today).length > 0) return { state: 'entered', next };
  return { state: next ? 'later' : 'missing', next };
}
