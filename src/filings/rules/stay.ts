import { type Day, daysBetween } from '../../kernel/day.ts';

/** Somebody comes to the grassroots: a filed inspection or an announced research visit. */
export interface Stay {
  number: string;
  name: string;
  /** Unit codes. */
  targets: readonly string[];
  start: Day;
  end: Day;
}

/** Natural days from the end of the earlier to the start of the later; 0 when they overlap or touch. */
export function daysApart(a: Stay, b: Stay): number {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  return Math.max(0, daysBetween(first.end, second.start));
}

export function byStart(a: Stay, b: Stay): number {
  return a.start.localeCompare(b.start) || a.number.localeCompare(b.number);
}
