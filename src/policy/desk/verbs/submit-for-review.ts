import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { actorId } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { contentOf } from '../../content.ts';
import { requireRemark, requireSound } from '../check-text.ts';
import { EDITORS, requireWithin } from '../reach.ts';
import { findAuthors, findOnDesk, findReview, findRevision } from '../repo.ts';
import { changedFields } from '../rules/entry-text.ts';
import { submissionOf } from '../submission.ts';
import { deskWords as words } from '../words.ts';

export interface SubmitInput {
  number: string;
  revision: number;
  /** To the reviewer; may be empty. */
  remark: string;
}

export interface Submitted {
  /** False after a second tap. */
  changed: boolean;
  /** People who were told; 0 when nobody on the roster may approve it. */
  reviewers: number;
}

/**
 * Puts the newest revision before another person's eyes; one that waited already gives way to it. What is served stays.
 * @throws AppError `invalid` with all problems (`data.problems`), `conflict` when a newer revision stands
 */
export async function submitForReview(ctx: Ctx, input: SubmitInput): Promise<Outcome<Submitted>> {
  const { number, revision } = input;
  const { db } = ctx;
  const { newest, published, enabled } = await findOnDesk(db, number);
  const entry = await findRevision(db, number, revision);
  await requireWithin(ctx, EDITORS, newest, entry);
  const remark = requireRemark(input.remark);
  const before = await findReview(db, number, revision);
  if (before?.state === 'submitted' && before.submittedBy === actorId(ctx.actor))
    return outcome({ changed: false, reviewers: 0 });
  if (newest.revision !== revision) throw new AppError('conflict', words.notNewest(newest.revision));
  if (before && before.state !== 'returned') throw new AppError('closed', words.alreadyWaits);
  const live = enabled ? published : undefined;
  if (live?.revision === revision) throw new AppError('closed', words.alreadyPublished);
  const text = contentOf(entry);
  if (live && changedFields(contentOf(live), text).length === 0)
    throw new AppError('invalid', words.nothingChanged);
  await requireSound(ctx, number, text, 'review');
  const authors = await findAuthors(db, number, published?.revision ?? 0, revision);
  const { reviewers, ...effects } = await submissionOf(ctx, {
    number,
    revision,
    text,
    remark,
    authors,
    before,
  });
  return outcome({ changed: true, reviewers }, effects);
}
