import type { Day } from '../../kernel/day.ts';

/** 走访 and 谈话; each contact point needs one of each every half-year (KC-02). */
export const KINDS = ['visit', 'talk'] as const;

export type VisitKind = (typeof KINDS)[number];

/** A contact point of a group in one half-year, with the day on which each kind was done. */
export interface Point {
  unit: string;
  name: string;
  group: string;
  liaison: string;
  done: Partial<Record<VisitKind, Day>>;
}

/** One contact point, one record at most; a point has as many rows as records, or one without. */
export interface PointRow {
  unit: string;
  name: string | null;
  group: string;
  liaison: string;
  kind: VisitKind | null;
  day: Day | null;
}

/** In the order of the groups' numbers (2 before 10), within a group in the order of the rows. */
export function pointsOf(rows: readonly PointRow[]): Point[] {
  const points = new Map<string, Point>();
  for (const { unit, name, group, liaison, kind, day } of rows) {
    const point = points.get(unit) ?? { unit, name: name ?? unit, group, liaison, done: {} };
    points.set(unit, point);
    if (kind && day) point.done[kind] = day;
  }
  return [...points.values()].sort((a, b) => compareNumbers(a.group, b.group));
}

const collator = new Intl.Collator('zh', { numeric: true });

export function compareNumbers(a: string, b: string): number {
  return collator.compare(a, b);
}

export function openKinds(point: Point): VisitKind[] {
  return KINDS.filter((kind) => !point.done[kind]);
}

export function isOpen(point: Point): boolean {
  return openKinds(point).length > 0;
}

export function countOpen(points: readonly Point[]): number {
  return points.reduce((sum, point) => sum + openKinds(point).length, 0);
}

/** Groups in the order of their points. */
export function pointsByGroup(points: readonly Point[]): [group: string, points: Point[]][] {
  return [...Map.groupBy(points, (point) => point.group)];
}

export function withRecord(point: Point, kinds: readonly VisitKind[], day: Day): Point {
  return { ...point, done: { ...point.done, ...Object.fromEntries(kinds.map((kind) => [kind, day])) } };
}
