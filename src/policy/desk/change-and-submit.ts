import { type Outcome, outcome } from '../../chat/outcome.ts';
import { actorId } from '../../kernel/actor.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Ctx } from '../../store/context.ts';
import { contentOf } from '../content.ts';
import { requireRemark, requireSound } from './check-text.ts';
import { revisionOf } from './drafts.ts';
import { EDITORS, requireWithin } from './reach.ts';
import { findReview, type OnDesk } from './repo.ts';
import { changedFields, type EntryText } from './rules/entry-text.ts';
import { submissionOf } from './submission.ts';
import { deskWords as words } from './words.ts';

export interface Sent {
  number: string;
  revision: number;
  /** False after a second tap. */
  changed: boolean;
  /** People who were told; 0 when nobody on the roster may approve it. */
  reviewers: number;
}

/**
 * Changes something of what is served and sends it to review in one step. @throws AppError `closed` when it is not
 * served, `conflict` when other changes of it are under way and would go along unnoticed
 */
export async function changeAndSubmit(
  ctx: Ctx,
  { number, published, enabled, newest }: OnDesk,
  change: Partial<EntryText>,
  typed: string,
): Promise<Outcome<Sent>> {
  if (!published || !enabled) throw new AppError('closed', words.notPublished);
  const text: EntryText = { ...contentOf(published), ...change };
  await requireWithin(ctx, EDITORS, published);
  const remark = requireRemark(typed);
  if (newest.revision !== published.revision) {
    const review = await findReview(ctx.db, number, newest.revision);
    const mine = review?.state === 'submitted' && review.submittedBy === actorId(ctx.actor);
    if (mine && changedFields(contentOf(newest), text).length === 0)
      return outcome({ number, revision: newest.revision, changed: false, reviewers: 0 });
    throw new AppError('conflict', words.pendingChanges(newest.revision));
  }
  await requireSound(ctx, number, text, 'review');
  const revision = newest.revision + 1;
  const authors = [actorId(ctx.actor)];
  const { reviewers, ...effects } = await submissionOf(ctx, { number, revision, text, remark, authors });
  const drafted = revisionOf(ctx, { number, ...text }, newest.revision, contentOf(newest));
  return outcome(
    { number, revision, changed: true, reviewers },
    { ...effects, writes: [...drafted, ...effects.writes] },
  );
}
