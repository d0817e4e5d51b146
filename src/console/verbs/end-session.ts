import { eq } from 'drizzle-orm';
import { consoleSession } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { actorId } from '../../kernel/actor.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow } from '../../store/statement.ts';
import { requireReach } from '../guard.ts';

export async function endSession(ctx: Ctx, { session }: { session: string }): Promise<Outcome> {
  requireReach(ctx, 'signOut');
  return outcome(undefined, {
    writes: [
      ctx.db.delete(consoleSession).where(eq(consoleSession.id, session)),
      auditRow(ctx, 'console.logout', actorId(ctx.actor)),
    ],
  });
}
