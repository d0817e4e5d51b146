import { and, eq } from 'drizzle-orm';
import { questionReview } from '../../../db/schema/index.ts';
import type { Message } from '../../chat/message.ts';
import type { Outcome } from '../../chat/outcome.ts';
import { actorId } from '../../kernel/actor.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow, inList, mustChange } from '../../store/statement.ts';
import { findEditors } from '../human/repo.ts';
import { editorsFor } from '../human/rules/editors.ts';
import { submittedCard } from './cards-told.ts';
import { countyOf, findSubmitted, openIdOf, type Review } from './repo.ts';
import type { EntryText } from './rules/entry-text.ts';

interface Submitting {
  number: string;
  revision: number;
  text: EntryText;
  remark: string;
  /** Whoever wrote any of it since the last publication: none of them is asked to approve it. */
  authors: readonly string[];
  /** Its own row, when it was returned before. */
  before?: Review | undefined;
}

/** What submitting a revision means: its place in the queue, the end of earlier ones there, and a word to the reviewers. */
export async function submissionOf(
  ctx: Ctx,
  submitting: Submitting,
): Promise<Omit<Outcome, 'result'> & { reviewers: number }> {
  const { db, now, actor } = ctx;
  const { number, revision, remark, before } = submitting;
  const earlier = (await findSubmitted(db, number)).map((review) => review.revision);
  const asked = { state: 'submitted' as const, submittedBy: actorId(actor), submittedAt: now, remark };
  const key = and(eq(questionReview.number, number), eq(questionReview.revision, revision));
  const reviewers = await reviewersOf(ctx, submitting);
  return {
    writes: [
      ...(before
        ? [
            db
              .update(questionReview)
              .set({ ...asked, decidedBy: '', decidedAt: null, reason: '' })
              .where(and(key, eq(questionReview.state, 'returned'))),
            mustChange(),
          ]
        : [db.insert(questionReview).values({ number, revision, ...asked })]),
      db
        .update(questionReview)
        .set({ state: 'superseded' })
        .where(
          and(
            eq(questionReview.number, number),
            eq(questionReview.state, 'submitted'),
            inList(questionReview.revision, earlier),
          ),
        ),
      auditRow(ctx, 'policy.submit', number, {
        revision,
        ...(earlier.length > 0 && { superseded: earlier }),
      }),
    ],
    messages: reviewers.map((openId) => told(ctx, openId, submitting)),
    cancels: earlier.map((one) => waitingSubject(number, one)),
    reviewers: reviewers.length,
  };
}

/** Of what is queued to the reviewers about one revision. */
export function waitingSubject(number: string, revision: number): string {
  return `policy.review:${number}:${revision}`;
}

/** Those of the responsible office first, else everybody of the level; never who wrote it or sends it. */
async function reviewersOf(ctx: Ctx, { text, authors }: Submitting): Promise<string[]> {
  const own = new Set([...authors, actorId(ctx.actor)].map(openIdOf));
  const others = (await findEditors(ctx, 'approver')).filter(({ openId }) => !own.has(openId));
  const county = ctx.host.level === 'county' ? '' : await countyOf(ctx.db, text.units);
  return editorsFor(others, { office: text.office, county }).map(({ openId }) => openId);
}

function told({ now }: Ctx, openId: string, { number, revision, text, remark }: Submitting): Message {
  return {
    key: `${waitingSubject(number, revision)}@${now}:${openId}`,
    to: { kind: 'person', openId },
    card: submittedCard({ number, question: text.question, remark }),
    kind: 'duty',
    subject: waitingSubject(number, revision),
  };
}
