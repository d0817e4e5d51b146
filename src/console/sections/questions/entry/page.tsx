import { EDITORS, EITHER } from '../../../../policy/desk/reach.ts';
import { Tag } from '../../../components/list.tsx';
import { ACCESS } from '../../../guard.ts';
import type { Page } from '../../../section.ts';
import { editPath } from '../editor/path.ts';
import { StateTag } from '../list.tsx';
import { questionListWords, questionWords as words } from '../words.ts';
import { About, Phrasings } from './about.tsx';
import { mayWork } from './may-work.ts';
import { NewText } from './new-text.tsx';
import { findQuestion } from './read.ts';
import { Revisions } from './revisions.tsx';
import { StepForms } from './step-forms.tsx';

export const questionPage: Page = async ({ ctx, params }) => {
  const found = await findQuestion(ctx, params['number'] ?? '');
  const { entry, state, counts, reviewBy } = found;
  const edits = await mayWork(ctx, EDITORS, entry);
  const worksOn = edits || (await mayWork(ctx, EITHER, entry));
  const body = (
    <>
      <p>
        <a href={ACCESS.questions.path}>{words.back}</a>
      </p>
      <h1>
        <bdi>{entry.question}</bdi>
      </h1>
      <p>
        {entry.number} <StateTag state={state} />{' '}
        {reviewBy === '' ? null : <Tag tone="plain">{questionListWords.reviewBy(reviewBy)}</Tag>}
      </p>
      {edits ? (
        <p class="actions">
          <a class="button" href={editPath(entry.number)}>
            {words.edit}
          </a>
        </p>
      ) : null}
      <NewText found={found} edits={edits} worksOn={worksOn} />
      <h2>{words.answer}</h2>
      <p class="answer panel">{entry.answer}</p>
      <h2>{words.about}</h2>
      <div class="panel">
        <About found={found} />
      </div>
      <h2>{words.usage}</h2>
      <p>{words.usageLine(counts.hits, counts.unsolved, counts.misses)}</p>
      <Phrasings title={words.like(entry.like.length)} phrasings={entry.like} />
      <Phrasings title={words.unlike(entry.unlike.length)} phrasings={entry.unlike} />
      <h2>{words.revisions}</h2>
      <Revisions found={found} edits={edits} />
      {worksOn ? <StepForms found={found} edits={edits} /> : null}
    </>
  );
  return { kind: 'page', title: entry.question, nav: 'questions', body };
};
