import { dayOf } from '../../../kernel/day.ts';
import { type Half, halfOf, isHalf } from '../../../kernel/period.ts';
import type { Ctx } from '../../../store/context.ts';
import { findPoints } from '../../../visits/repo.ts';
import { halfBefore } from '../../../visits/rules/due.ts';
import { isOpen, type Point } from '../../../visits/rules/points.ts';
import { countiesOf, within } from '../../../visits/scope.ts';
import { type RouteName, requireReach } from '../../guard.ts';

/** Whether something was done is kept for two years (domain 6). */
const SHOWN_HALVES = 4;

/** The running half-year and those before it, newest first. */
export function halvesShown(ctx: Ctx): Half[] {
  const halves = [halfOf(dayOf(ctx.now))];
  while (halves.length < SHOWN_HALVES) halves.push(halfBefore(halves.at(-1) ?? ''));
  return halves;
}

export function halfIn(ctx: Ctx, query: URLSearchParams): Half {
  const asked = query.get('half') ?? '';
  const [running = ''] = halvesShown(ctx);
  return isHalf(asked) && halvesShown(ctx).includes(asked) ? asked : running;
}

export async function findTasks(
  ctx: Ctx,
  { half, onlyOpen }: { half: Half; onlyOpen: boolean },
  { limit, offset }: { limit: number; offset: number },
  route: Extract<RouteName, 'visits' | 'visitsExport'> = 'visits',
): Promise<Point[]> {
  requireReach(ctx, route);
  const counties = countiesOf(ctx.actor);
  return (await findPoints(ctx, half))
    .filter((point) => within(point, counties) && (!onlyOpen || isOpen(point)))
    .slice(offset, offset + limit + 1);
}
