import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { actorId } from '../../../kernel/actor.ts';
import type { Ctx } from '../../../store/context.ts';
import type { Sent } from '../change-and-submit.ts';
import { requireRemark, requireSound } from '../check-text.ts';
import { findAuthors, findOnDesk } from '../repo.ts';
import { tidied } from '../rules/entry-text.ts';
import { submissionOf } from '../submission.ts';
import { type SaveInput, saveRevision } from './save-revision.ts';
import { submitForReview } from './submit-for-review.ts';

/** Keeps a text and puts it before another person's eyes in one step; both or nothing. */
export async function saveAndSubmit(ctx: Ctx, input: SaveInput & { remark: string }): Promise<Outcome<Sent>> {
  const { result: saved, ...kept } = await saveRevision(ctx, input);
  const { number, revision } = saved;
  const remark = requireRemark(input.remark);
  if (!saved.changed) {
    const { result, ...effects } = await submitForReview(ctx, { number, revision, remark });
    return outcome({ number, revision, ...result }, effects);
  }
  const text = tidied(input.content);
  await requireSound(ctx, number, text, 'review');
  const served = input.number === '' ? undefined : (await findOnDesk(ctx.db, number)).published;
  const before = await findAuthors(ctx.db, number, served?.revision ?? 0, revision);
  const authors = [...before, actorId(ctx.actor)];
  const { reviewers, ...sent } = await submissionOf(ctx, { number, revision, text, remark, authors });
  return outcome(
    { number, revision, changed: true, reviewers },
    { ...sent, writes: [...kept.writes, ...sent.writes] },
  );
}
