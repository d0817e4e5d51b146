import { type Column, Table, Tag } from '../../components/list.tsx';
import { ACCESS } from '../../guard.ts';
import type { Page } from '../../section.ts';
import { moment } from '../../time.ts';
import { questionPath, StateTag } from './list.tsx';
import { findQuestion, type QuestionPage } from './read-entry.ts';
import { questionListWords, questionWords as words } from './words.ts';

export const questionPage: Page = async ({ ctx, params }) => {
  const found = await findQuestion(ctx, params['number'] ?? '');
  const { entry, state, counts, revisions } = found;
  const body = (
    <>
      <p>
        <a href={ACCESS.questions.path}>{words.back}</a>
      </p>
      <h1>
        <bdi>{entry.question}</bdi>
      </h1>
      <p>
        {entry.number} <StateTag state={state} />
      </p>
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
      <Table caption="" columns={COLUMNS} rows={revisions} />
    </>
  );
  return { kind: 'page', title: entry.question, nav: 'questions', body };
};

function About({ found: { entry, unitNames, figures } }: { found: QuestionPage }) {
  const lines: [string, string][] = [
    [words.document, entry.document],
    [words.documentNumber, entry.documentNumber],
    [words.clause, entry.clause],
    [words.validity, questionListWords.validity(entry.validFrom, entry.validUntil)],
    [words.units, unitNames.join('、') || entry.units.join('、') || words.everybody],
    [words.office, entry.office],
    [words.phone, entry.phone],
    [words.topic, entry.topic],
    [words.facts, entry.factIds.join('、')],
    [words.figures, figures.map(({ code, entered }) => words.figure(code, entered)).join('、')],
  ];
  return (
    <dl>
      {lines
        .filter(([, value]) => value !== '')
        .map(([title, value]) => (
          <>
            <dt>{title}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </>
        ))}
      {entry.replacedBy ? (
        <>
          <dt>{words.replacedBy}</dt>
          <dd>
            <a href={questionPath(entry.replacedBy)}>{entry.replacedBy}</a>
          </dd>
        </>
      ) : null}
    </dl>
  );
}

function Phrasings({ title, phrasings }: { title: string; phrasings: readonly string[] }) {
  return (
    <>
      <h2>{title}</h2>
      {phrasings.length > 0 ? (
        <ul class="plain-list">
          {phrasings.map((text) => (
            <li>
              <bdi>{text}</bdi>
            </li>
          ))}
        </ul>
      ) : (
        <p class="soft">{words.none}</p>
      )}
    </>
  );
}

const COLUMNS: Column<QuestionPage['revisions'][number]>[] = [
  {
    title: words.revision,
    main: true,
    cell: ({ revision, shown }) => (
      <span>
        {revision} {shown ? <Tag tone="good">{words.current}</Tag> : null}
      </span>
    ),
  },
  { title: words.author, cell: ({ author }) => <bdi>{author}</bdi> },
  { title: words.written, cell: ({ createdAt }) => moment(createdAt) },
  {
    title: words.published,
    cell: ({ publishedAt }) => (publishedAt === null ? words.never : moment(publishedAt)),
  },
];
