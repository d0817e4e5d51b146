import { type Outcome, outcome } from '../../chat/outcome.ts';
import { isStopped, STOP_SWITCH } from '../../delivery/stop-switch.ts';
import { actorId } from '../../kernel/actor.ts';
import { requireRole } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { writeSetting } from '../../store/settings.ts';
import { auditRow } from '../../store/statement.ts';

/** The one switch of BR-33: from now on nothing unasked goes out. Questions are still answered. */
export async function stopMessages(ctx: Ctx): Promise<Outcome<{ changed: boolean }>> {
  requireRole(ctx.actor, 'admin');
  if (await isStopped(ctx.db)) return outcome({ changed: false });
  const stopped = JSON.stringify({ at: ctx.now, by: actorId(ctx.actor) });
  return outcome(
    { changed: true },
    {
      writes: [
        writeSetting(ctx.db, STOP_SWITCH, stopped),
        auditRow(ctx, 'system.stop', `setting:${STOP_SWITCH}`),
      ],
    },
  );
}
