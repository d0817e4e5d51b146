import { kindNames, stateNames } from '../../../voice/words.ts';
import { addressOf } from '../../address.ts';
import { addressWith, type Column, Listing, PAGE_ROWS, pageIn, Tag } from '../../components/list.tsx';
import { MOST_ROWS } from '../../export.ts';
import type { Page } from '../../section.ts';
import { voiceAccess as access } from './access.ts';
import { findVoices, type VoiceLine } from './read.ts';
import { voiceWords as words } from './words.ts';

const EXCERPT = 60;

const COLUMNS: Column<VoiceLine>[] = [
  {
    title: words.columns.text,
    main: true,
    cell: ({ number, text }) => (
      <a href={addressOf(access.voiceItem.path, { number })}>
        <bdi>{excerpt(text)}</bdi>
      </a>
    ),
  },
  { title: words.columns.kind, brief: true, cell: ({ kind }) => kindNames[kind] },
  { title: words.columns.day, brief: true, cell: ({ day }) => day },
  {
    title: words.columns.state,
    cell: ({ state }) => <Tag tone={state === 'open' ? 'warn' : 'plain'}>{stateNames[state]}</Tag>,
  },
  { title: words.columns.number, brief: true, cell: ({ number }) => number },
];

export const voicePage: Page = async ({ ctx, query }) => {
  const done = query.get('state') === 'done';
  const page = pageIn(query);
  const found = await findVoices(ctx, { done }, { limit: PAGE_ROWS, offset: (page - 1) * PAGE_ROWS });
  const { path } = access.voice;
  const body = (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <nav aria-label={words.state}>
        <ul class="tabs">
          {(['open', 'done'] as const).map((state) => (
            <li>
              <a
                href={addressWith(path, query, { state: state === 'done' ? 'done' : '' })}
                aria-current={done === (state === 'done') ? 'page' : undefined}
              >
                {words.states[state]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Listing
        path={path}
        exportPath={access.voiceExport.path}
        query={query}
        page={page}
        found={found}
        columns={COLUMNS}
        caption={done ? words.captionDone : words.captionOpen}
        empty={done ? words.emptyDone : words.emptyOpen}
      />
    </>
  );
  return { kind: 'page', title: words.title, nav: 'voice', body };
};

export const voiceExport: Page = async ({ ctx, query, exported }) => {
  const done = query.get('state') === 'done';
  const found = await findVoices(ctx, { done }, { limit: MOST_ROWS, offset: 0 }, 'voiceExport');
  const { columns } = words;
  return exported({
    route: 'voiceExport',
    sheet: { name: words.title, columns: Object.values(columns).map((title) => ({ title })) },
    rows: found.map(({ number, kind, text, day, state }) => ({
      [columns.number]: number,
      [columns.kind]: kindNames[kind],
      [columns.text]: text,
      [columns.day]: day,
      [columns.state]: stateNames[state],
    })),
  });
};

function excerpt(text: string): string {
  const letters = Array.from(text.replaceAll('\n', ' '));
  return letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join('')}…` : letters.join('');
}
