import { type Outcome, outcome } from '../../chat/outcome.ts';
import { dayOf } from '../../kernel/day.ts';
import type { Half } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import { findPoints } from '../repo.ts';
import type { AssignmentGaps } from '../rules/assignment.ts';
import { type Coverage, coverageByGroup, coverageOf, type GroupCoverage } from '../rules/coverage.ts';
import { isLate } from '../rules/due.ts';
import { isOpen, openKinds, type Point, type VisitKind } from '../rules/points.ts';
import { countiesOf, within } from '../scope.ts';
import { percent } from '../words.ts';
import { showGroups } from './show-groups.ts';

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

/** How far the half-year's visits and talks have come, by group in fixed order and in all; what to put right is today's. */
export async function showCoverage(ctx: Ctx, { half }: { half: Half }): Promise<Outcome<CoverageReport>> {
  const counties = countiesOf(ctx.actor);
  const today = dayOf(ctx.now);
  const points = (await findPoints(ctx, half)).filter((point) => within(point, counties));
  const { gaps } = (await showGroups(ctx)).result;
  return outcome({
    half,
    groups: coverageByGroup(points, half, today).map(withShown),
    total: withShown(coverageOf(points, half, today)),
    overdue: isLate(half, today) ? points.filter(isOpen).map(overdueOf) : [],
    gaps,
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
