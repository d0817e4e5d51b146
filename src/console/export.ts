import { dayOf } from '../kernel/day.ts';
import type { Ctx } from '../store/context.ts';
import { listWords } from './words.ts';

/** Rows that one exported list holds at most: what a Worker can write within its memory. */
export const MOST_ROWS = 5_000;

export function exportName(ctx: Ctx, title: string): string {
  return listWords.exported(dayOf(ctx.now), title);
}
