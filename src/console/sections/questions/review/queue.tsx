import { findReviewQueue, type Waiting } from '../../../../policy/desk/repo.ts';
import { type Column, Listing } from '../../../components/list.tsx';
import { ACCESS, requireReach } from '../../../guard.ts';
import type { Page } from '../../../section.ts';
import { moment } from '../../../time.ts';
import { reviewPath } from '../entry/paths.ts';
import { reviewWords as words } from './words.ts';

/** What waits for another person's yes, the longest waiting first; as many as are decided in one sitting. */
export const questionReviewsPage: Page = async ({ ctx, query }) => {
  requireReach(ctx, 'questionReviews');
  const body = (
    <>
      <h1>{words.queueTitle}</h1>
      <p class="lead">{words.queueLead}</p>
      <Listing
        path={ACCESS.questionReviews.path}
        exportPath={ACCESS.questionReviewsExport.path}
        query={query}
        page={1}
        found={await findReviewQueue(ctx)}
        columns={COLUMNS}
        caption={words.caption}
        empty={words.empty}
      />
    </>
  );
  return { kind: 'page', title: words.queueTitle, nav: 'questions', body };
};

export const questionReviewsExport: Page = async ({ ctx, exported }) => {
  requireReach(ctx, 'questionReviewsExport');
  const { columns } = words;
  return exported({
    route: 'questionReviewsExport',
    sheet: { name: words.queueTitle, columns: Object.values(columns).map((title) => ({ title })) },
    rows: (await findReviewQueue(ctx)).map((one) => ({
      [columns.question]: one.entry.question,
      [columns.number]: one.entry.number,
      [columns.kind]: kindOf(one),
      [columns.author]: one.authorName,
      [columns.submitter]: one.submitterName,
      [columns.at]: moment(one.review.submittedAt),
      [columns.remark]: one.review.remark,
    })),
  });
};

function kindOf({ published }: Waiting): string {
  return published ? words.change : words.fresh;
}

const COLUMNS: Column<Waiting>[] = [
  {
    title: words.columns.question,
    main: true,
    cell: ({ entry }) => (
      <a href={reviewPath(entry.number)}>
        <bdi>{entry.question}</bdi>
      </a>
    ),
  },
  { title: words.columns.number, brief: true, cell: ({ entry }) => entry.number },
  { title: words.columns.kind, brief: true, cell: kindOf },
  { title: words.columns.author, brief: true, cell: ({ authorName }) => <bdi>{authorName}</bdi> },
  { title: words.columns.submitter, brief: true, cell: ({ submitterName }) => <bdi>{submitterName}</bdi> },
  { title: words.columns.at, brief: true, cell: ({ review }) => moment(review.submittedAt) },
  {
    title: words.columns.remark,
    cell: ({ review }) => (review.remark === '' ? '' : <bdi>{review.remark}</bdi>),
  },
];
