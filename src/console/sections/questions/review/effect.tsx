import type { Effect, Shown } from '../../../../policy/desk/effect/preview-effect.ts';
import { type Column, PAGE_ROWS, Pager, Table } from '../../../components/list.tsx';
import { reviewWords as words } from './words.ts';

type Change = Effect['changes'][number];

/** Which questions would be answered differently, side by side. */
export function EffectView(props: { effect: Effect; path: string; query: URLSearchParams; page: number }) {
  const { effect, path, query, page } = props;
  const { changes, same, answerChanged, past, phrasings } = effect;
  const from = (page - 1) * PAGE_ROWS;
  const rows = changes.slice(from, from + PAGE_ROWS);
  return (
    <>
      <p>
        {words.effectLead(past, phrasings)}
        {changes.length > 0 ? words.changed(changes.length) : words.noChange}
        {same > 0 ? (answerChanged ? words.sameText(same) : words.same(same)) : null}
      </p>
      {rows.length > 0 ? <Table caption={words.effectCaption} columns={COLUMNS} rows={rows} /> : null}
      <Pager
        path={path}
        query={query}
        page={page}
        shown={rows.length}
        more={changes.length > from + PAGE_ROWS}
      />
    </>
  );
}

const COLUMNS: Column<Change>[] = [
  {
    title: words.asked,
    main: true,
    cell: ({ asked }) => (
      <>
        <bdi>{asked.text}</bdi>{' '}
        <span class="soft">
          {asked.source === 'past' ? words.past(asked.times) : words.phrasing(asked.of)}
        </span>
      </>
    ),
  },
  { title: words.now, cell: ({ before }) => <Reply shown={before} /> },
  { title: words.after, cell: ({ after }) => <Reply shown={after} /> },
];

function Reply({ shown: { decision, entries } }: { shown: Shown }) {
  return (
    <bdi>
      {words.reply(
        decision,
        entries.map(({ question }) => question),
      )}
    </bdi>
  );
}
