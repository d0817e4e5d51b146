import type { Day } from '../../kernel/day.ts';
import type { Half } from '../../kernel/period.ts';
import { isLate } from './due.ts';
import { KINDS, type Point, pointsByGroup, type VisitKind } from './points.ts';

export interface Share {
  due: number;
  done: number;
  /** Done ÷ due in full precision; null when nothing was due. */
  coverage: number | null;
}

export interface Coverage extends Share {
  /** Done, but after the half-year's end (逾期完成). */
  late: number;
  /** Still not done after the half-year's end (逾期). */
  overdue: number;
  visit: Share;
  talk: Share;
}

export interface GroupCoverage extends Coverage {
  number: string;
}

/** Due are a visit and a talk for every contact point; done when one is on record for the half-year (domain 6). */
export function coverageOf(points: readonly Point[], half: Half, today: Day): Coverage {
  const visit = shareOf(points, 'visit');
  const talk = shareOf(points, 'talk');
  const due = visit.due + talk.due;
  const done = visit.done + talk.done;
  const days = points.flatMap((point) => KINDS.flatMap((kind) => point.done[kind] ?? []));
  return {
    ...share(due, done),
    late: days.filter((day) => isLate(half, day)).length,
    overdue: isLate(half, today) ? due - done : 0,
    visit,
    talk,
  };
}

/** In the order of the points: by number of the group, never by result. */
export function coverageByGroup(points: readonly Point[], half: Half, today: Day): GroupCoverage[] {
  return pointsByGroup(points).map(([number, own]) => ({ number, ...coverageOf(own, half, today) }));
}

function shareOf(points: readonly Point[], kind: VisitKind): Share {
  return share(points.length, points.filter((point) => point.done[kind]).length);
}

function share(due: number, done: number): Share {
  return { due, done, coverage: due === 0 ? null : done / due };
}
