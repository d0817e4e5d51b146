import { and, eq } from 'drizzle-orm';
import { figureRevision } from '../../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { actorId } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { auditRow, mustChange } from '../../../store/statement.ts';
import { barredFromAnswers } from '../../rules/answer-text.ts';
import type { FigureKey } from '../repo.ts';
import { requireProposal } from '../require-proposal.ts';
import { MAY_CONFIRM, requireRight } from '../rights.ts';
import { targetOf } from '../target.ts';
import { figureWords as words } from '../words.ts';

const LONGEST_REASON = 200;

/**
 * Ends a change that waits, with a sentence for its author; who wrote it withdraws it without one.
 * @throws AppError `forbidden`, `stale`, `invalid`
 */
export async function returnFigure(
  ctx: Ctx,
  input: FigureKey & { revision: number; reason: string },
): Promise<Outcome<{ state: 'returned' | 'withdrawn' }>> {
  const { db } = ctx;
  const { code, unit, revision } = input;
  const { author } = await requireProposal(ctx, input);
  const decidedBy = actorId(ctx.actor);
  const state = author === decidedBy ? 'withdrawn' : 'returned';
  const reason = state === 'returned' ? input.reason.trim() : '';
  if (state === 'returned') {
    await requireRight(ctx, input, MAY_CONFIRM);
    requireReason(reason);
  }
  return outcome(
    { state },
    {
      writes: [
        db
          .update(figureRevision)
          .set({ state, decidedBy, decidedAt: ctx.now, reason })
          .where(
            and(
              eq(figureRevision.code, code),
              eq(figureRevision.unit, unit),
              eq(figureRevision.revision, revision),
              eq(figureRevision.state, 'proposed'),
            ),
          ),
        mustChange(),
        auditRow(
          ctx,
          state === 'returned' ? 'policy.figure-return' : 'policy.figure-withdraw',
          targetOf(input),
          {
            revision,
            ...(reason ? { reason } : {}),
          },
        ),
      ],
    },
  );
}

/** @throws AppError invalid, beside the field `reason` */
function requireReason(reason: string): void {
  const text =
    reason === ''
      ? words.reasonMissing
      : Array.from(reason).length > LONGEST_REASON
        ? words.reasonTooLong(LONGEST_REASON)
        : barredFromAnswers(reason)
          ? words.reasonBarred
          : undefined;
  if (text) throw new AppError('invalid', text, { problems: [{ field: 'reason', text }] });
}
