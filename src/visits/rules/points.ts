import type { Day } from '../../kernel/day.ts';
import { type Assigned, type Succession, standingPoints } from './succession.ts';

/** 走访 and 谈话; each contact point needs one of each every half-year (KC-02). */
export const KINDS = ['visit', 'talk'] as const;

export type VisitKind = (typeof KINDS)[number];

/** A contact point of a group in one half-year, with the day on which each kind was done. */
export interface Point {
  unit: string;
  name: string;
  county: string;
  group: string;
  liaison: string;
  done: Partial<Record<VisitKind, Day>>;
}

export interface RecordRow {
  unit: string;
  kind: VisitKind;
  day: Day;
}

/** In the order of the groups' numbers (2 before 10), within a group in the order of the rows. */
export function pointsOf(
  assigned: readonly Assigned[],
  records: readonly RecordRow[],
  changes: readonly Succession[] = [],
): Point[] {
  const recorded = new Map(records.map(({ unit, kind, day }) => [`${unit} ${kind}`, day]));
  const inOrder = assigned.toSorted((a, b) => compareNumbers(a.group, b.group));
  return standingPoints(inOrder, changes)
    .map(({ unit, name, county, group, liaison, inherited, instead }) => {
      const days = KINDS.flatMap((kind) => {
        const day = recorded.get(`${unit} ${kind}`) ?? (inherited ? dayOfAll(instead, kind) : undefined);
        return day ? [[kind, day]] : [];
      });
      const done: Point['done'] = Object.fromEntries(days);
      return { unit, name: name ?? unit, county: county ?? '', group, liaison: liaison ?? '', done };
    })
    .sort((a, b) => compareNumbers(a.group, b.group));

  /** What has been done for all of the units that were merged need not be done again; for some of them it must. */
  function dayOfAll(units: readonly string[], kind: VisitKind): Day | undefined {
    const days = units.map((unit) => recorded.get(`${unit} ${kind}`) ?? '');
    return days.includes('') ? undefined : days.toSorted().at(-1);
  }
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
