import { eq } from 'drizzle-orm';
import { consoleSession } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { actorId } from '../../kernel/actor.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow } from '../../store/statement.ts';
import { requireReach } from '../guard.ts';

/** The actor's own sessions, on every device. */
export async function endAllSessions(ctx: Ctx): Promise<Outcome> {
  requireReach(ctx, 'signOutEverywhere');
  const openId = ctx.actor.kind === 'person' ? ctx.actor.openId : '';
  return outcome(undefined, {
    writes: [
      ctx.db.delete(consoleSession).where(eq(consoleSession.openId, openId)),
      auditRow(ctx, 'console.logout-everywhere', actorId(ctx.actor)),
    ],
  });
}
