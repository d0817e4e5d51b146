import { type Outcome, outcome } from '../../chat/outcome.ts';
import { dayOf } from '../../kernel/day.ts';
import type { Half } from '../../kernel/period.ts';
import { requireRole } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { findPoints, findTownships } from '../repo.ts';
import { type AssignmentGaps, assignmentGaps } from '../rules/assignment.ts';
import { type Coverage, coverageByGroup, coverageOf, type GroupCoverage } from '../rules/coverage.ts';
import { isLate } from '../rules/due.ts';
import { isOpen, openKinds, type Point, type VisitKind } from '../rules/points.ts';
import { percent } from '../words.ts';

export interface CoverageReport {
  half: Half;
  groups: (GroupCoverage & Shown)[];
  total: Coverage & Shown;
  /** What is still open after the end of the half-year; empty before. */
  overdue: { group: string; unit: string; name: string; kinds: VisitKind[] }[];
  gaps: AssignmentGaps;
}

/** Shares as people read them, one decimal. */
interface Shown {
  shown: { coverage: string; visit: string; talk: string };
}

/** How far the half-year's visits and talks have come, by group in fixed order and in all. */
export async function showCoverage(ctx: Ctx, { half }: { half: Half }): Promise<Outcome<CoverageReport>> {
  requireRole(ctx.actor, 'cadre-office');
  const today = dayOf(ctx.now);
  const points = await findPoints(ctx.db, half);
  const townships = await findTownships(ctx.db);
  return outcome({
    half,
    groups: coverageByGroup(points, half, today).map(withShown),
    total: withShown(coverageOf(points, half, today)),
    overdue: isLate(half, today) ? points.filter(isOpen).map(overdueOf) : [],
    gaps: assignmentGaps(points, townships),
  });
}

function overdueOf(point: Point) {
  return { group: point.group, unit: point.unit, name: point.name, kinds: openKinds(point) };
}

function withShown<T extends Coverage>(coverage: T): T & Shown {
  const { visit, talk } = coverage;
  return {
    ...coverage,
    shown: {
      coverage: percent(coverage.coverage),
      visit: percent(visit.coverage),
      talk: percent(talk.coverage),
    },
  };
}
