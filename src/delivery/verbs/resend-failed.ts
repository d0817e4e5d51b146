import { and, eq } from 'drizzle-orm';
import { outbox } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { requireRole } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow, inList } from '../../store/statement.ts';
import { failedSince, isAbout } from '../find-failed.ts';

/**
 * Puts messages that failed since `since` (ms UTC) back into the queue, and only those (of subjects that begin with
 * `about`, when given): an administrator all, a
 * coordinator the ones to their own level. Stays failed: what broke a rule of conduct. Whoever asks for it accepts that a message of unknown outcome may arrive a second time.
 */
export async function resendFailed(
  ctx: Ctx,
  { since, reason, about }: { since: number; reason?: string; about?: string },
): Promise<Outcome<{ queued: number; recipients: number }>> {
  requireRole(ctx.actor, 'admin', 'coordinator');
  const rows = await ctx.db
    .select({ id: outbox.id, target: outbox.target })
    .from(outbox)
    .where(
      and(
        failedSince(ctx, since),
        reason === undefined ? undefined : eq(outbox.reason, reason),
        about === undefined ? undefined : isAbout(about),
      ),
    );
  if (rows.length === 0) return outcome({ queued: 0, recipients: 0 });
  const ids = rows.map((row) => row.id);
  const again = {
    state: 'queued' as const,
    reason: '',
    detail: '',
    attempts: 0,
    dueAt: ctx.now,
    uncertainSince: null,
    finishedAt: null,
  };
  return outcome(
    { queued: rows.length, recipients: new Set(rows.map((row) => row.target)).size },
    {
      writes: [
        ctx.db
          .update(outbox)
          .set(again)
          .where(and(inList(outbox.id, ids), eq(outbox.state, 'failed'))),
        auditRow(ctx, 'delivery.resend', 'outbox', { queued: rows.length, since, ...(reason && { reason }) }),
      ],
    },
  );
}
