import { type Point, pointsByGroup } from './points.ts';

/** Each group looks after two or three townships or subdistricts (KC-01). */
export const MIN_POINTS = 2;
export const MAX_POINTS = 3;

export interface AssignmentGaps {
  /** Groups with fewer than two or more than three points (待完善). */
  groups: string[];
  /** Names of townships and subdistricts that no group looks after. */
  unassigned: string[];
}

export function assignmentGaps(
  points: readonly Point[],
  townships: readonly { code: string; name: string }[],
): AssignmentGaps {
  const assigned = new Set(points.map((point) => point.unit));
  return {
    groups: pointsByGroup(points).flatMap(([group, own]) => (hasRightSize(own.length) ? [] : [group])),
    unassigned: townships.filter((unit) => !assigned.has(unit.code)).map((unit) => unit.name),
  };
}

export function hasRightSize(points: number): boolean {
  return points >= MIN_POINTS && points <= MAX_POINTS;
}
