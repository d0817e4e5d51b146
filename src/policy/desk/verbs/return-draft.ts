import { and, eq } from 'drizzle-orm';
import { questionReview } from '../../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { actorId } from '../../../kernel/actor.ts';
import type { Ctx } from '../../../store/context.ts';
import { auditRow, mustChange } from '../../../store/statement.ts';
import { requireRemark } from '../check-text.ts';
import { decisionMessages } from '../decision.ts';
import { APPROVERS, requireWithin } from '../reach.ts';
import { findReview, findRevision } from '../repo.ts';
import { requireSubmitted } from '../require-submitted.ts';
import { waitingSubject } from '../submission.ts';

export interface ReturnInput {
  number: string;
  revision: number;
  /** What is to be changed. */
  reason: string;
}

/** Sends a revision back to its author with the reason; it stays as it is, and the next one builds on it. */
export async function returnDraft(ctx: Ctx, input: ReturnInput): Promise<Outcome<{ changed: boolean }>> {
  const { number, revision } = input;
  const { db, now, actor } = ctx;
  const entry = await findRevision(db, number, revision);
  await requireWithin(ctx, APPROVERS, entry);
  const reason = requireRemark(input.reason, true);
  const found = await findReview(db, number, revision);
  if (found?.state === 'returned' && found.decidedBy === actorId(actor)) return outcome({ changed: false });
  const review = await requireSubmitted(db, { number, revision }, found);
  return outcome(
    { changed: true },
    {
      writes: [
        db
          .update(questionReview)
          .set({ state: 'returned', decidedBy: actorId(actor), decidedAt: now, reason })
          .where(
            and(
              eq(questionReview.number, number),
              eq(questionReview.revision, revision),
              eq(questionReview.state, 'submitted'),
            ),
          ),
        mustChange(),
        auditRow(ctx, 'policy.return', number, { revision, before: 'submitted', after: 'returned', reason }),
      ],
      messages: decisionMessages(ctx, review, entry, reason),
      cancels: [waitingSubject(number, revision)],
    },
  );
}
