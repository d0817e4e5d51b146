import { Form, Hidden } from '../../../components/form.tsx';
import { type Column, Table, Tag } from '../../../components/list.tsx';
import { moment } from '../../../time.ts';
import { questionPath } from '../list.tsx';
import { questionWords as words } from '../words.ts';
import { comparePath } from './paths.ts';
import type { QuestionPage, RevisionLine } from './read.ts';

/** Every text that there was, what each changed, and the way back to it. */
export function Revisions({ found: { entry, revisions }, edits }: { found: QuestionPage; edits: boolean }) {
  const { number } = entry;
  const newest = revisions[0]?.revision ?? 0;
  const columns: Column<RevisionLine>[] = [
    {
      title: words.revision,
      main: true,
      cell: ({ revision, shown, review }) => (
        <span>
          {revision} {shown ? <Tag tone="good">{words.current}</Tag> : null}{' '}
          {review && review.state !== 'approved' ? (
            <Tag tone="warn">{words.reviewStates[review.state]}</Tag>
          ) : null}
        </span>
      ),
    },
    { title: words.author, cell: ({ author }) => <bdi>{author}</bdi> },
    { title: words.written, brief: true, cell: ({ createdAt }) => moment(createdAt) },
    {
      title: words.published,
      brief: true,
      cell: ({ publishedAt }) => (publishedAt === null ? words.never : moment(publishedAt)),
    },
    {
      title: words.changes,
      cell: ({ revision }) =>
        revision > 1 ? (
          <a href={comparePath(number, revision - 1, revision)}>{words.compareWith(revision - 1)}</a>
        ) : (
          ''
        ),
    },
    ...(edits
      ? [
          {
            title: words.wayBack,
            cell: ({ revision }: RevisionLine) =>
              revision === newest ? '' : <RestoreButton number={number} revision={revision} />,
          },
        ]
      : []),
  ];
  return (
    <>
      <Table caption={words.revisionsCaption} columns={columns} rows={revisions} />
      {revisions.length > 2 ? <CompareAny number={number} revisions={revisions} /> : null}
    </>
  );
}

function RestoreButton({ number, revision }: { number: string; revision: number }) {
  return (
    <Form action={`${questionPath(number)}/restore`} class="inline">
      <Hidden name="revision" value={String(revision)} />
      <button type="submit" class="quiet">
        {words.restore(revision)}
      </button>
    </Form>
  );
}

function CompareAny({ number, revisions }: { number: string; revisions: readonly RevisionLine[] }) {
  const choice = (name: string, label: string, chosen: number) => (
    <label class="field">
      <span>{label}</span>
      <select name={name}>
        {revisions.map(({ revision }) => (
          <option value={revision} selected={revision === chosen}>
            {words.nth(revision)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form
      class="filters"
      method="get"
      action={`${questionPath(number)}/compare`}
      aria-label={words.compareAny}
    >
      {choice('from', words.from, revisions[1]?.revision ?? 1)}
      {choice('to', words.to, revisions[0]?.revision ?? 1)}
      <div class="filter-buttons">
        <button type="submit" class="second">
          {words.compareAny}
        </button>
      </div>
    </form>
  );
}
