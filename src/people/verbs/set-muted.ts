import { eq } from 'drizzle-orm';
import { person } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';

/**
 * Opts a person out of everything that is no duty, or back in (BR-18). Nothing unasked ever goes to somebody who is
 * not on the roster, so there is nothing to remember for them.
 */
export async function setMuted(
  ctx: Ctx,
  { openId, muted }: { openId: string; muted: boolean },
): Promise<Outcome> {
  return outcome(undefined, {
    writes: [ctx.db.update(person).set({ muted }).where(eq(person.openId, openId))],
  });
}
