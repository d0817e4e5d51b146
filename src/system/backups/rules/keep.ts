import { addDays, type Day, weekdayOf } from '../../../kernel/day.ts';
import { monthOf } from '../../../kernel/period.ts';

/** Newest copies of so many days, weeks and months are kept; one copy may count for all three. */
export const KEPT = { days: 7, weeks: 4, months: 6 };

const PATTERN = /^qingfu-(\d{4}-\d{2}-\d{2})\.db$/;

export function copyName(day: Day): string {
  return `qingfu-${day}.db`;
}

/** Undefined for a file that is no scheduled copy, and is nobody's business but its owner's. */
export function copyDay(name: string): Day | undefined {
  return PATTERN.exec(name)?.[1];
}

/** Days whose copies may go. */
export function outdated(days: readonly Day[]): Day[] {
  const newestFirst = [...new Set(days)].sort().reverse();
  const kept = new Set([
    ...newestOf(newestFirst, (day) => day, KEPT.days),
    ...newestOf(newestFirst, mondayOf, KEPT.weeks),
    ...newestOf(newestFirst, monthOf, KEPT.months),
  ]);
  return newestFirst.filter((day) => !kept.has(day));
}

function newestOf(newestFirst: readonly Day[], span: (day: Day) => string, count: number): Day[] {
  const first = new Map<string, Day>();
  for (const day of newestFirst) if (!first.has(span(day))) first.set(span(day), day);
  return [...first.values()].slice(0, count);
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}
