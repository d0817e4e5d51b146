import { type Outcome, outcome } from '../../chat/outcome.ts';
import { dayOf } from '../../kernel/day.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Half, halfOf } from '../../kernel/period.ts';
import type { Ctx } from '../../store/context.ts';
import { findPoints } from '../repo.ts';
import { halfBefore, isOpenForRecords } from '../rules/due.ts';
import { countOpen, type Point } from '../rules/points.ts';
import { refusals } from '../words.ts';

export interface Duties {
  half: Half;
  /** All points of the asker's groups. */
  points: Point[];
  /** What is still open from the half-year before, if records were kept then. */
  forgotten: { half: Half; open: number } | undefined;
}

/** The contact points of the asker's own groups in a half-year. */
export async function showDuties(ctx: Ctx, { half }: { half?: Half | undefined }): Promise<Outcome<Duties>> {
  const today = dayOf(ctx.now);
  const running = halfOf(today);
  const shown = half ?? running;
  if (!isOpenForRecords(shown, today)) throw new AppError('closed', refusals.closed(shown));
  const points = await findOwn(ctx, shown);
  if (points.length === 0) throw new AppError('not_found', refusals.noGroup);
  const before = halfBefore(running);
  const earlier = shown === running ? await findOwn(ctx, before) : [];
  const open = countOpen(earlier);
  const kept = open < earlier.length * 2;
  return outcome({ half: shown, points, forgotten: kept && open > 0 ? { half: before, open } : undefined });
}

async function findOwn(ctx: Ctx, half: Half): Promise<Point[]> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return [];
  return (await findPoints(ctx, half)).filter((point) => point.liaison === actor.openId);
}
