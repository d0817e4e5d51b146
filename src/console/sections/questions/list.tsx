import { questionSheet } from '../../../policy/sheets-questions.ts';
import type { Ctx } from '../../../store/context.ts';
import { Filters, SearchField, SelectField } from '../../components/filters.tsx';
import { type Column, Listing, PAGE_ROWS, pageIn, Tag } from '../../components/list.tsx';
import { ACCESS, reachOf } from '../../guard.ts';
import type { Page } from '../../section.ts';
import {
  ERRANDS,
  findChoices,
  findQuestionNumbers,
  findQuestions,
  type QuestionFilter,
  type QuestionLine,
} from './read-list.ts';
import { QUESTION_STATES, type QuestionState } from './state.ts';
import { errandNames, stateNames, questionListWords as words } from './words.ts';

const TONES: Record<QuestionState, 'good' | 'warn' | 'bad' | 'plain'> = {
  live: 'good',
  expiring: 'warn',
  ended: 'bad',
  upcoming: 'plain',
  replaced: 'plain',
  withdrawn: 'plain',
  draft: 'plain',
};

export const questionPath = (number: string) => `${ACCESS.questions.path}/${encodeURIComponent(number)}`;

export const questionsPage: Page = async ({ ctx, query }) => {
  const filter = filterIn(query);
  const page = pageIn(query);
  const found = await findQuestions(ctx, filter, { limit: PAGE_ROWS, offset: (page - 1) * PAGE_ROWS });
  const { topics, offices } = await findChoices(ctx);
  const { path } = ACCESS.questions;
  const active = Object.values(filter).some(Boolean);
  const body = (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Ways ctx={ctx} />
      <Filters path={path} active={active}>
        <SearchField label={words.search} value={filter.text} />
        <SelectField label={words.topic} name="topic" value={filter.topic} options={named(topics)} />
        <SelectField label={words.office} name="office" value={filter.office} options={named(offices)} />
        <SelectField
          label={words.state}
          name="state"
          value={filter.state}
          options={[
            ...QUESTION_STATES.map((state) => [state, stateNames[state]] as const),
            ...ERRANDS.map((errand) => [errand, errandNames[errand]] as const),
          ]}
        />
      </Filters>
      <Listing
        path={path}
        exportPath={ACCESS.questionsExport.path}
        query={query}
        page={page}
        found={found}
        columns={COLUMNS}
        caption={words.caption}
        note={words.exportNote}
        empty={active || page > 1 ? words.emptyFiltered : words.empty}
      />
    </>
  );
  return { kind: 'page', title: words.title, nav: 'questions', body };
};

/** The workbook's own sheet, so that it can be imported again. */
export const questionsExport: Page = async ({ ctx, query, exported }) => {
  const numbers = await findQuestionNumbers(ctx, filterIn(query));
  const [key] = questionSheet.columns;
  const rows = (await questionSheet.dump(ctx)).filter((row) => numbers.has(String(row[key?.title ?? ''])));
  return exported({ route: 'questionsExport', sheet: questionSheet, rows });
};

const COLUMNS: Column<QuestionLine>[] = [
  {
    title: words.columns.question,
    main: true,
    cell: ({ number, question }) => (
      <a href={questionPath(number)}>
        <bdi>{question}</bdi>
      </a>
    ),
  },
  { title: words.columns.number, brief: true, cell: ({ number }) => number },
  { title: words.columns.topic, cell: ({ topic }) => (topic === '' ? '' : <bdi>{topic}</bdi>) },
  { title: words.columns.office, cell: ({ office }) => (office === '' ? '' : <bdi>{office}</bdi>) },
  {
    title: words.columns.state,
    cell: ({ state, changed, waiting }) => (
      <span>
        <StateTag state={state} />{' '}
        {waiting ? (
          <Tag tone="warn">{errandNames.waiting}</Tag>
        ) : changed ? (
          <Tag tone="warn">{errandNames.changed}</Tag>
        ) : null}
      </span>
    ),
  },
  {
    title: words.columns.validity,
    cell: ({ validFrom, validUntil, reviewBy }) => (
      <>
        {words.validity(validFrom, validUntil)}
        {reviewBy === '' ? null : <div class="soft">{words.reviewBy(reviewBy)}</div>}
      </>
    ),
  },
  { title: words.columns.hits, number: true, cell: ({ hits }) => hits },
  { title: words.columns.unsolved, number: true, cell: ({ unsolved }) => unsolved },
  { title: words.columns.misses, number: true, cell: ({ misses }) => misses },
];

export function StateTag({ state }: { state: QuestionState }) {
  return <Tag tone={TONES[state]}>{stateNames[state]}</Tag>;
}

function named(values: readonly string[]): (readonly [string, string])[] {
  return values.map((value) => [value, value] as const);
}

/** The other pages of this room, as far as one may open them; what one came for most often stands out. */
function Ways({ ctx }: { ctx: Ctx }) {
  const ways = Object.keys(words.ways) as (keyof typeof words.ways)[];
  const open = ways.filter((route) => reachOf(ctx.actor, route, ctx.host) !== undefined);
  return (
    <p class="actions">
      {open.map((route) => (
        <a class={route === 'questionNew' ? 'button' : 'button second'} href={ACCESS[route].path}>
          {words.ways[route]}
        </a>
      ))}
    </p>
  );
}

const LONGEST = 100;

function filterIn(query: URLSearchParams): QuestionFilter {
  const text = (name: string) => (query.get(name) ?? '').trim().slice(0, LONGEST);
  const state = [...QUESTION_STATES, ...ERRANDS].find((one) => one === query.get('state'));
  return { text: text('q'), topic: text('topic'), office: text('office'), state: state ?? '' };
}
