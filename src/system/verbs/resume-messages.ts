import { and, eq, lt } from 'drizzle-orm';
import { outbox } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { isStopped, STOP_SWITCH } from '../../delivery/stop-switch.ts';
import { requireRole } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { writeSetting } from '../../store/settings.ts';
import { auditRow } from '../../store/statement.ts';

/** A message that waited longer has lost its use: starting again must not flood anybody. */
const STILL_USEFUL_MS = 7 * 86_400_000;

export async function resumeMessages(ctx: Ctx): Promise<Outcome<{ changed: boolean }>> {
  requireRole(ctx.actor, 'admin');
  if (!(await isStopped(ctx.db))) return outcome({ changed: false });
  const old = ctx.now - STILL_USEFUL_MS;
  return outcome(
    { changed: true },
    {
      writes: [
        writeSetting(ctx.db, STOP_SWITCH, ''),
        ctx.db
          .update(outbox)
          .set({ state: 'cancelled', reason: 'too_old', finishedAt: ctx.now })
          .where(and(eq(outbox.state, 'held'), eq(outbox.reason, 'stopped'), lt(outbox.dueAt, old))),
        auditRow(ctx, 'system.resume', `setting:${STOP_SWITCH}`),
      ],
    },
  );
}
