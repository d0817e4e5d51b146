import { and, eq, isNull } from 'drizzle-orm';
import { warningSilence } from '../../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { AppError } from '../../../kernel/errors.ts';
import { coordinates } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { auditRow, mustChange } from '../../../store/statement.ts';
import { findSilence } from '../repo.ts';
import { silenceWords as words } from '../words.ts';

/** Ends a silence before its time; false when it had ended already. */
export async function endSilence(ctx: Ctx, { id }: { id: string }): Promise<Outcome<boolean>> {
  const silence = await findSilence(ctx.db, id);
  if (!silence || silence.endedAt !== null) return outcome(false);
  if (!coordinates(ctx.actor, silence.county)) throw new AppError('forbidden', words.forbidden);
  const endedBy = ctx.actor.kind === 'person' ? ctx.actor.openId : '';
  return outcome(true, {
    writes: [
      ctx.db
        .update(warningSilence)
        .set({ endedAt: ctx.now, endedBy })
        .where(and(eq(warningSilence.id, id), isNull(warningSilence.endedAt))),
      mustChange(),
      auditRow(ctx, 'warnings.unsilence', `${silence.scope}:${silence.indicator}`, {
        county: silence.county,
      }),
    ],
  });
}
