import { type Month, monthNumber, yearOf } from '../../../kernel/period.ts';

/** Quarters, halves and years that end with this month, the longest last: `2026-06` → `2026-Q2`, `2026-H1`. */
export function periodsEndedWith(month: Month): string[] {
  const year = yearOf(month);
  const number = monthNumber(month);
  return [
    ...(number % 3 === 0 ? [`${year}-Q${number / 3}`] : []),
    ...(number % 6 === 0 ? [`${year}-H${number / 6}`] : []),
    ...(number === 12 ? [String(year)] : []),
  ];
}
