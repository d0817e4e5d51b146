import { dayOf, timeOf } from '../kernel/day.ts';

/** `2026-06-22 08:40`, Shanghai time. */
export function moment(instant: number): string {
  return `${dayOf(instant)} ${timeOf(instant)}`;
}
