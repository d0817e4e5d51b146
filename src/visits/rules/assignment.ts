import { compareNumbers, type Point } from './points.ts';

/** Each group looks after two or three townships or subdistricts (KC-01). */
export const MIN_POINTS = 2;
export const MAX_POINTS = 3;

/** Groups of a city (KC-01); the cadre office may set another number. */
export const USUAL_GROUPS = 17;

/** `gone` left or frozen, `unknown` not on the roster, `township` holds a post where only reading is allowed (BR-40). */
export type LiaisonState = 'ready' | 'gone' | 'unknown' | 'township';

export interface Group {
  number: string;
  liaison: string;
  /** Of the liaison; the open_id when the name is not known. */
  name: string;
  state: LiaisonState;
}

/** What is to be put right (待完善); none of it keeps anybody from saving. */
export interface AssignmentGaps {
  /** Groups with fewer than two or more than three points. */
  groups: string[];
  /** Names of townships and subdistricts that no group looks after. */
  unassigned: string[];
  /** Groups whose liaison cannot be written to. */
  vacant: { group: string; state: Exclude<LiaisonState, 'ready'> }[];
  /** Points that are with a group that must not look after them (回避). */
  avoided: { group: string; name: string }[];
  /** Present when there are more or fewer groups than there should be. */
  number?: { actual: number; expected: number };
}

export interface Assignment {
  groups: readonly Group[];
  points: readonly Point[];
  townships: readonly { code: string; name: string }[];
  avoidances: readonly { group: string; unit: string }[];
  /** Undefined where only a part of the groups is seen. */
  expected?: number | undefined;
}

export function assignmentGaps({
  groups,
  points,
  townships,
  avoidances,
  expected,
}: Assignment): AssignmentGaps {
  const assigned = new Set(points.map((point) => point.unit));
  const inOrder = groups.toSorted((a, b) => compareNumbers(a.number, b.number));
  const sizeOf = (group: string) => points.filter((point) => point.group === group).length;
  return {
    groups: inOrder.flatMap(({ number }) => (hasRightSize(sizeOf(number)) ? [] : [number])),
    unassigned: townships.filter((unit) => !assigned.has(unit.code)).map((unit) => unit.name),
    vacant: inOrder.flatMap(({ number, state }) => (state === 'ready' ? [] : [{ group: number, state }])),
    avoided: points
      .filter((point) => isAvoided(point, point.group, avoidances))
      .map(({ group, name }) => ({ group, name })),
    ...(expected !== undefined &&
      groups.length !== expected && { number: { actual: groups.length, expected } }),
  };
}

export function hasRightSize(points: number): boolean {
  return points >= MIN_POINTS && points <= MAX_POINTS;
}

export function isAvoided(
  { unit }: { unit: string },
  group: string,
  avoidances: Assignment['avoidances'],
): boolean {
  return avoidances.some((one) => one.group === group && one.unit === unit);
}
