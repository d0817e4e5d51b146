/**
 * Domain 4.2 written down a second time, as plainly as it stands there, to hold the demo's figures against it.
 * `m` is the month's number, `now` January to that month.
 */
export interface Case {
  last: readonly number[];
  now: readonly number[];
  plan: number;
  /** T of the month. */
  elapsed: number;
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

function gate(a: number, l: number): boolean {
  return Math.abs(a - l) >= Math.max(3, Math.sqrt(l));
}

/** Triggers of level 1, 2 and 3 without those that look back at earlier levels. */
export function triggers({ last, now, plan, elapsed }: Case): Record<1 | 2 | 3, string[]> {
  const m = now.length;
  const [A, L, L12] = [sum(now), sum(last.slice(0, m)), sum(last)];
  const g = A / plan - elapsed;
  const y = L > 0 ? (A - L) / L : 0;
  const F = A / elapsed;
  const C = Math.min(plan, L12);
  const risen = now.map((a, i) => a > (last[i] ?? 0) && gate(a, last[i] ?? 0));
  const inRow = (n: number) => m >= n && risen.slice(m - n).every(Boolean);
  const before = [...last, ...now]
    .slice(0, 12 + m - 1)
    .slice(-6)
    .sort((a, b) => a - b);
  const median = ((before[2] ?? 0) + (before[3] ?? 0)) / 2;
  const a = now[m - 1] ?? 0;
  const quarter = sum(now.slice(m - 3));
  const found: Record<1 | 2 | 3, string[]> = { 1: [], 2: [], 3: [] };
  if (m < 3) return found;
  if (g >= 0.03) found[1].push('g');
  if (y >= 0.05 && gate(A, L)) found[1].push('y');
  if (inRow(2)) found[1].push('2 months');
  if (a > Math.max(1.5 * median, median + 3)) found[1].push('spike');
  if (m % 3 === 0 && quarter >= 10 && a / quarter >= 0.45) found[1].push('s');
  if (m >= 6 && F > 1.03 * C) found[1].push('F');
  if (g >= 0.08) found[2].push('g');
  if (y >= 0.1 && gate(A, L)) found[2].push('y');
  if (inRow(3)) found[2].push('3 months');
  if (m >= 6 && F > 1.08 * C) found[2].push('F');
  if (A > plan) found[3].push('A > P');
  if (A > L12) found[3].push('A > L12');
  return found;
}
