import { CheckField, Form, Hidden, TextField } from '../../../components/form.tsx';
import { Tag } from '../../../components/list.tsx';
import { moment } from '../../../time.ts';
import { questionPath } from '../list.tsx';
import { questionWords as words } from '../words.ts';
import { comparePath, reviewPath } from './paths.ts';
import type { QuestionPage } from './read.ts';

/** A text newer than the one in use: where it stands on its way, and the next step of whoever looks. */
export function NewText(props: { found: QuestionPage; edits: boolean; worksOn: boolean }) {
  const { entry, revisions } = props.found;
  const [newest] = revisions;
  if (!newest || newest.publishedAt !== null) return null;
  const { number } = entry;
  const { revision, review } = newest;
  const waits = review?.state === 'submitted';
  const first = newest.shown;
  return (
    <section class="panel" aria-label={words.newText}>
      <h2>
        {first ? words.firstText : words.newTextOf(revision)}{' '}
        <Tag tone={review?.state === 'returned' ? 'bad' : 'warn'}>
          {words.reviewStates[review?.state ?? 'draft']}
        </Tag>
      </h2>
      <p>
        {words.writtenBy(newest.author, moment(newest.createdAt))}
        {first ? null : (
          <>
            {' '}
            <a href={comparePath(number, entry.revision, revision)}>{words.compareWithLive}</a>
          </>
        )}
      </p>
      {review?.state === 'returned' ? (
        <p>
          {words.returnedBecause} <bdi>{review.reason}</bdi>
        </p>
      ) : null}
      {waits && props.worksOn ? (
        <p>
          <a class="button" href={reviewPath(number)}>
            {words.toReview}
          </a>
        </p>
      ) : null}
      {!waits && props.edits ? (
        <Form action={`${questionPath(number)}/submit`} keep={`submit-${number}`}>
          <Hidden name="revision" value={String(revision)} />
          <CheckField label={words.confirmOpen} name="open" />
          <TextField label={words.remark} name="remark" max={200} wide />
          <div class="form-buttons">
            <button type="submit">{words.submit}</button>
          </div>
        </Form>
      ) : null}
    </section>
  );
}
