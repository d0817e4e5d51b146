import { and, eq, isNull } from 'drizzle-orm';
import { question, questionReview, questionRevision } from '../../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { actorId } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import type { Statement } from '../../../store/db.ts';
import { auditRow, mustChange } from '../../../store/statement.ts';
import { contentOf } from '../../content.ts';
import { collisionsWith, reindexWrites } from '../../publish-writes.ts';
import type { Entry } from '../../repo.ts';
import { mustStillBePublished, readPublishedState } from '../../retrieval/published-state.ts';
import { collisionWords } from '../../words-collisions.ts';
import { requireRemark, requireSign, requireSound } from '../check-text.ts';
import { decisionMessages } from '../decision.ts';
import { effectToken } from '../effect-token.ts';
import { APPROVERS, requireWithin } from '../reach.ts';
import { findAuthors, findOnDesk, findReview, findRevision, type OnDesk, type Review } from '../repo.ts';
import { requireSubmitted } from '../require-submitted.ts';
import { waitingSubject } from '../submission.ts';
import { deskWords as words } from '../words.ts';

export interface ApproveInput {
  number: string;
  revision: number;
  /** `token` of the effect preview that was shown. */
  seenEffect: string;
  /** Why it is wanted although it collides with others. */
  despite?: string;
  /** Number under which a leader agreed on paper (domain 7). */
  leaderSign?: string;
}

/**
 * Publishes a submitted revision; until then the published text is served, from then on this one. By another person than
 * any who wrote it or sent it, and never blind.
 * @throws AppError `forbidden` for one's own work, `stale` when the effect is another one than was shown, `conflict` when
 *   something newer stands or it collides with others (`data.collisions`)
 */
export async function approveRevision(ctx: Ctx, input: ApproveInput): Promise<Outcome<{ changed: boolean }>> {
  const { db, actor } = ctx;
  const { number, revision } = input;
  const onDesk = await findOnDesk(db, number);
  const entry = await findRevision(db, number, revision);
  await requireWithin(ctx, APPROVERS, entry, ...(onDesk.published ? [onDesk.published] : []));
  if (actor.kind !== 'person') throw new AppError('forbidden', words.personOnly);
  const found = await findReview(db, number, revision);
  if (found?.state === 'approved' && found.decidedBy === actorId(actor)) return outcome({ changed: false });
  const review = await requireSubmitted(db, { number, revision }, found);
  await requireOther(ctx, onDesk, review);
  const served = onDesk.published?.revision ?? 0;
  if (served >= revision) throw new AppError('conflict', words.overtaken(served));
  await requireSound(ctx, number, contentOf(entry), 'review');
  const despite = requireRemark(input.despite ?? '');
  const leaderSign = requireSign(input.leaderSign ?? '');
  const published = await readPublishedState(db);
  if (input.seenEffect !== (await effectToken(ctx, { number, text: contentOf(entry) })))
    throw new AppError('stale', words.stale);
  await requireNoCollision(ctx, entry, despite);
  const audit = { before: onDesk.published?.revision ?? null, after: revision, ...(despite && { despite }) };
  return outcome(
    { changed: true },
    {
      writes: [
        mustStillBePublished(published),
        ...(await publishing(ctx, onDesk, entry)),
        ...approval(ctx, review, leaderSign),
        auditRow(ctx, 'policy.publish', number, { ...audit, ...(leaderSign && { leaderSign }) }),
      ],
      messages: decisionMessages(ctx, review, entry),
      cancels: [waitingSubject(number, revision)],
    },
  );
}

/** Domain 7: nobody approves their own text, nor one they have written a part of or sent. */
async function requireOther(ctx: Ctx, { number, published }: OnDesk, review: Review): Promise<void> {
  const authors = await findAuthors(ctx.db, number, published?.revision ?? 0, review.revision);
  if ([...authors, review.submittedBy].includes(actorId(ctx.actor)))
    throw new AppError('forbidden', words.ownWork);
}

async function requireNoCollision(ctx: Ctx, entry: Entry, despite: string): Promise<void> {
  const collisions = await collisionsWith(ctx, [contentOf(entry)]);
  if (collisions.length > 0 && despite === '')
    throw new AppError('conflict', collisionWords.refused(entry.number, collisions), { collisions });
}

async function publishing(ctx: Ctx, { published, enabled }: OnDesk, entry: Entry): Promise<Statement[]> {
  const { db, now } = ctx;
  const { number, revision } = entry;
  return [
    db
      .update(questionRevision)
      .set({ publishedAt: now })
      .where(
        and(
          eq(questionRevision.number, number),
          eq(questionRevision.revision, revision),
          isNull(questionRevision.publishedAt),
        ),
      ),
    mustChange(),
    db
      .update(question)
      .set({ publishedRevision: revision, enabled: true, reviewBy: null })
      .where(eq(question.number, number)),
    mustChange(),
    ...(await reindexWrites(ctx, published && enabled ? [published] : [], [contentOf(entry)])),
  ];
}

function approval({ db, now, actor }: Ctx, { number, revision }: Review, leaderSign: string): Statement[] {
  return [
    db
      .update(questionReview)
      .set({ state: 'approved', decidedBy: actorId(actor), decidedAt: now, leaderSign })
      .where(
        and(
          eq(questionReview.number, number),
          eq(questionReview.revision, revision),
          eq(questionReview.state, 'submitted'),
        ),
      ),
    mustChange(),
  ];
}
