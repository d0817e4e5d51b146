import type { Card } from '../../../chat/card.ts';
import { actorId } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { hasRole } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { contentOf } from '../../content.ts';
import { previewEffect } from '../effect/preview-effect.ts';
import { findNearDuplicates } from '../find-near.ts';
import { findAuthors, findReview, findReviewQueue, type Waiting } from '../repo.ts';
import { requireSubmitted } from '../require-submitted.ts';
import { deskWords } from '../words.ts';
import { type Looker, reviewCard } from './cards-review.ts';

/** One submitted revision with its diff and its effect. @throws AppError when it waits no longer or is beyond reach */
export async function openReview(
  ctx: Ctx,
  { number, revision }: { number: string; revision: number },
): Promise<Card> {
  const waiting = (await findReviewQueue(ctx)).find(
    ({ entry }) => entry.number === number && entry.revision === revision,
  );
  if (!waiting) {
    await requireSubmitted(ctx.db, { number, revision }, await findReview(ctx.db, number, revision));
    throw new AppError('forbidden', deskWords.beyond);
  }
  const effect = await previewEffect(ctx, { number, revision });
  const near = await findNearDuplicates(ctx, number, contentOf(waiting.entry));
  return reviewCard(waiting, effect, near, await lookerOf(ctx, waiting));
}

async function lookerOf(ctx: Ctx, { entry, published, review }: Waiting): Promise<Looker> {
  if (!hasRole(ctx.actor, 'approver')) return 'editor';
  const authors = await findAuthors(ctx.db, entry.number, published?.revision ?? 0, entry.revision);
  return [...authors, review.submittedBy].includes(actorId(ctx.actor)) ? 'own' : 'decide';
}
