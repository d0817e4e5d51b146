import { actorId } from '../../../../kernel/actor.ts';
import { contentOf } from '../../../../policy/content.ts';
import { previewEffect } from '../../../../policy/desk/effect/preview-effect.ts';
import { APPROVERS } from '../../../../policy/desk/reach.ts';
import {
  findAuthors,
  findOnDesk,
  findRevision,
  findSubmitted,
  nameOf,
  type Review,
} from '../../../../policy/desk/repo.ts';
import { EMPTY_TEXT } from '../../../../policy/desk/rules/entry-text.ts';
import { collisionsWith } from '../../../../policy/publish-writes.ts';
import type { Entry } from '../../../../policy/repo.ts';
import type { Ctx } from '../../../../store/context.ts';
import { CardView } from '../../../components/card.tsx';
import { Empty, pageIn } from '../../../components/list.tsx';
import { ACCESS } from '../../../guard.ts';
import type { Page } from '../../../section.ts';
import { moment } from '../../../time.ts';
import { answerOf } from '../editor/preview.tsx';
import { Changes } from '../entry/changes.tsx';
import { mayWork } from '../entry/may-work.ts';
import { reviewPath } from '../entry/paths.ts';
import { findQuestion } from '../entry/read.ts';
import { questionPath } from '../list.tsx';
import { DecisionForms } from './decision-forms.tsx';
import { EffectView } from './effect.tsx';
import { reviewWords as words } from './words.ts';

/** All that a yes or no needs: who wrote it, what changed, how it looks, and whose questions it moves. */
export const questionReviewPage: Page = async ({ ctx, params, query }) => {
  const number = params['number'] ?? '';
  await findQuestion(ctx, number);
  const review = (await findSubmitted(ctx.db, number)).at(-1);
  const title = words.title(number);
  const body = (
    <>
      <p>
        <a href={ACCESS.questionReviews.path}>{words.toQueue}</a>
      </p>
      <h1>{title}</h1>
      {review ? await Waits({ ctx, review, query }) : <NothingWaits number={number} />}
    </>
  );
  return { kind: 'page', title, nav: 'questions', body };
};

function NothingWaits({ number }: { number: string }) {
  return (
    <Empty text={words.nothingWaits}>
      <a href={questionPath(number)}>{words.toEntry}</a>
    </Empty>
  );
}

async function Waits({ ctx, review, query }: { ctx: Ctx; review: Review; query: URLSearchParams }) {
  const { number, revision, remark } = review;
  const { published, enabled } = await findOnDesk(ctx.db, number);
  const entry = await findRevision(ctx.db, number, revision);
  const live = enabled ? published : undefined;
  const text = contentOf(entry);
  const effect = await previewEffect(ctx, { number, revision });
  const [author, submitter] = [await nameOf(ctx.db, entry.author), await nameOf(ctx.db, review.submittedBy)];
  return (
    <>
      <p>
        <strong>
          <bdi>{entry.question}</bdi>
        </strong>
        <br />
        {words.writtenBy(author, submitter, moment(review.submittedAt))}
        {remark === '' ? null : (
          <>
            <br />
            {words.remark}
            <bdi>{remark}</bdi>
          </>
        )}
      </p>
      <h2>{words.changes}</h2>
      {live ? null : <p>{words.freshText}</p>}
      <Changes before={live ? contentOf(live) : EMPTY_TEXT} after={text} />
      <h2>{words.cards}</h2>
      <div class="two-sides">
        <section>
          <h3>{words.now}</h3>
          {live ? (
            <CardView card={await answerOf({ ctx, number, text: contentOf(live) })} />
          ) : (
            <p class="soft">{words.nothingNow}</p>
          )}
        </section>
        <section>
          <h3>{words.after}</h3>
          <CardView card={await answerOf({ ctx, number, text })} />
        </section>
      </div>
      <h2>{words.effect}</h2>
      <EffectView effect={effect} path={reviewPath(number)} query={query} page={pageIn(query)} />
      <h2>{words.decide}</h2>
      <DecisionForms
        review={review}
        token={effect.token}
        collisions={await collisionsWith(ctx, [text])}
        standing={await standingOf(ctx, entry, review, published)}
      />
    </>
  );
}

export type Standing = 'decides' | 'own' | 'looks on';

/** The verb asks again; here it is said before somebody has read everything for nothing. */
async function standingOf(
  ctx: Ctx,
  entry: Entry,
  review: Review,
  published: Entry | undefined,
): Promise<Standing> {
  if (!(await mayWork(ctx, APPROVERS, entry))) return 'looks on';
  const authors = await findAuthors(ctx.db, entry.number, published?.revision ?? 0, review.revision);
  return [...authors, review.submittedBy].includes(actorId(ctx.actor)) ? 'own' : 'decides';
}
