import { and, eq } from 'drizzle-orm';
import { question } from '../../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { auditRow, mustChange } from '../../../store/statement.ts';
import { reindexWrites } from '../../publish-writes.ts';
import { requireRemark } from '../check-text.ts';
import { EITHER, requireWithin } from '../reach.ts';
import { findOnDesk } from '../repo.ts';
import { deskWords as words } from '../words.ts';

export interface WithdrawInput {
  number: string;
  reason: string;
}

/**
 * Takes an entry out of service at once: a wrong answer must not wait for a second person. Its revisions stay, and it
 * comes back only through review.
 */
export async function withdrawEntry(ctx: Ctx, input: WithdrawInput): Promise<Outcome<{ changed: boolean }>> {
  const { number } = input;
  const { published, newest, enabled } = await findOnDesk(ctx.db, number);
  await requireWithin(ctx, EITHER, published ?? newest);
  if (!published) throw new AppError('closed', words.neverPublished);
  if (!enabled) return outcome({ changed: false });
  const reason = requireRemark(input.reason, true);
  return outcome(
    { changed: true },
    {
      writes: [
        ctx.db
          .update(question)
          .set({ enabled: false })
          .where(
            and(
              eq(question.number, number),
              eq(question.enabled, true),
              eq(question.publishedRevision, published.revision),
            ),
          ),
        mustChange(),
        ...(await reindexWrites(ctx, [published], [])),
        auditRow(ctx, 'policy.withdraw', number, { before: published.revision, after: null, reason }),
      ],
    },
  );
}
