import { AppError } from '../../kernel/errors.ts';
import { requireUnit } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { type Part, readPart } from './read-part.ts';
import { unitAnswers as words } from './words.ts';

/**
 * The unit's part while it may speak.
 * @throws AppError forbidden for whoever is not its liaison; not_found, closed
 */
export async function openPart(ctx: Ctx, year: number, unit: string): Promise<Part> {
  requireUnit(ctx.actor, 'liaison', unit);
  const part = await readPart(ctx, year, unit);
  if (!part) throw new AppError('not_found', words.notTakingPart);
  if (part.state === 'closed') throw new AppError('closed', words.closed(year));
  if (part.state !== 'released') throw new AppError('closed', words.notReleased);
  return part;
}
