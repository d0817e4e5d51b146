import { type Outcome, outcome } from '../../chat/outcome.ts';
import { requireRole } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { findUndone, type Voice } from '../repo.ts';
import { mayHandle } from '../route.ts';

/** What waits for this officer, oldest first. */
export async function listOpen(ctx: Ctx): Promise<Outcome<Voice[]>> {
  requireRole(ctx.actor, 'coordinator', 'admin');
  return outcome((await findUndone(ctx.db)).filter((voice) => mayHandle(ctx.actor, voice)));
}
