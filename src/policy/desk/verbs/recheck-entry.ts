import { and, eq } from 'drizzle-orm';
import { question } from '../../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { addDays, type Day, dayOf, isDay } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { auditRow, mustChange } from '../../../store/statement.ts';
import { changeAndSubmit } from '../change-and-submit.ts';
import { requireRemark } from '../check-text.ts';
import { EDITORS, requireWithin } from '../reach.ts';
import { findOnDesk, type OnDesk } from '../repo.ts';
import { deskWords as words } from '../words.ts';

/** Product default: what has been confirmed is looked at again after a year. */
const AGAIN_DAYS = 365;

export type RecheckInput = {
  number: string;
  remark: string;
} & (
  | {
      unchanged: true;
      /** Next check; a year from now when absent. */
      reviewBy?: Day;
    }
  | {
      /** The document's new last day; empty when it has none any more. Goes through review. */
      validUntil: Day;
    }
);

export interface Rechecked {
  changed: boolean;
  /** Next check; empty when a new end was sent to review instead. */
  reviewBy: Day;
  /** The revision that was sent to review; 0 when nothing had to be. */
  revision: number;
}

/**
 * The owner says that an entry is still right. What the text or its validity says changes through review only, so that an
 * ended document cannot be confirmed as unchanged.
 */
export async function recheckEntry(ctx: Ctx, input: RecheckInput): Promise<Outcome<Rechecked>> {
  const onDesk = await findOnDesk(ctx.db, input.number);
  if ('unchanged' in input) return confirm(ctx, onDesk, input.remark, input.reviewBy);
  if (input.validUntil === onDesk.published?.validUntil) throw new AppError('invalid', words.sameEnd);
  const { result, ...effects } = await changeAndSubmit(
    ctx,
    onDesk,
    { validUntil: input.validUntil },
    input.remark,
  );
  return outcome({ changed: result.changed, reviewBy: '', revision: result.revision }, effects);
}

async function confirm(
  ctx: Ctx,
  { number, published, enabled, reviewBy: before }: OnDesk,
  typed: string,
  wanted: Day | undefined,
): Promise<Outcome<Rechecked>> {
  const today = dayOf(ctx.now);
  if (!published || !enabled) throw new AppError('closed', words.notPublished);
  await requireWithin(ctx, EDITORS, published);
  const { validUntil, revision } = published;
  if (validUntil !== '' && validUntil < today)
    throw new AppError('invalid', words.endedCannotStay(validUntil));
  const remark = requireRemark(typed);
  const reviewBy = wanted ?? addDays(today, AGAIN_DAYS);
  if (!isDay(reviewBy) || reviewBy <= today) throw new AppError('invalid', words.reviewPast);
  if (reviewBy === before) return outcome({ changed: false, reviewBy, revision: 0 });
  return outcome(
    { changed: true, reviewBy, revision: 0 },
    {
      writes: [
        ctx.db
          .update(question)
          .set({ reviewBy })
          .where(and(eq(question.number, number), eq(question.publishedRevision, revision))),
        mustChange(),
        auditRow(ctx, 'policy.recheck', number, { before, after: reviewBy, revision, remark }),
      ],
    },
  );
}
