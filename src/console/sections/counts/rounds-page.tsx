import { monthText } from '../../../counts/words.ts';
import { type Column, Listing, PAGE_ROWS, pageIn, Tag } from '../../components/list.tsx';
import { MOST_ROWS } from '../../export.ts';
import type { Page } from '../../section.ts';
import { moment } from '../../time.ts';
import { countsAccess as access } from './access.ts';
import { addressOf, countyIn, Levels, Rooms } from './level.tsx';
import { findRounds, type RoundLine, roundParams } from './read-rounds.ts';
import { roundWords as words } from './words.ts';

export const roundsPage: Page = async ({ ctx, reach, query }) => {
  const county = countyIn(reach, query);
  const page = pageIn(query);
  const found = await findRounds(ctx, county, { limit: PAGE_ROWS, offset: (page - 1) * PAGE_ROWS });
  const columns: Column<RoundLine>[] = [
    {
      title: words.columns.month,
      main: true,
      cell: ({ month }) => (
        <a href={addressOf(access.round.path, roundParams({ county, month }))}>{monthText(month)}</a>
      ),
    },
    { title: words.columns.state, cell: (line) => <State line={line} /> },
    { title: words.columns.due, number: true, cell: ({ due, missing }) => `${due - missing}/${due}` },
    {
      title: words.columns.missing,
      number: true,
      cell: ({ missing }) => (missing > 0 ? String(missing) : ''),
    },
    {
      title: words.columns.deadline,
      brief: true,
      cell: ({ deadline }) => (deadline === undefined ? words.noDeadline : moment(deadline)),
    },
  ];
  const body = (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Rooms here="counts" />
      <Levels reach={reach} path={access.counts.path} query={query} county={county} />
      <Listing
        path={access.counts.path}
        exportPath={access.countsExport.path}
        query={query}
        page={page}
        found={found}
        columns={columns}
        caption={words.caption}
        empty={words.empty}
      />
    </>
  );
  return { kind: 'page', title: words.title, nav: 'counts', body };
};

export const countsExport: Page = async ({ ctx, reach, query, exported }) => {
  const county = countyIn(reach, query);
  const found = await findRounds(ctx, county, { limit: MOST_ROWS, offset: 0 }, 'countsExport');
  const { columns } = words;
  return exported({
    route: 'countsExport',
    sheet: { name: words.title, columns: Object.values(columns).map((title) => ({ title })) },
    rows: found.map((line) => ({
      [columns.month]: line.month,
      [columns.state]: line.open ? words.open : words.closed,
      [columns.due]: `${line.due - line.missing}/${line.due}`,
      [columns.missing]: line.missing,
      [columns.deadline]: line.deadline === undefined ? words.noDeadline : moment(line.deadline),
    })),
  });
};

export function State({ line }: { line: RoundLine }) {
  if (line.open) return <Tag tone="warn">{words.open}</Tag>;
  return line.missing === 0 ? (
    <Tag tone="good">{words.complete}</Tag>
  ) : (
    <Tag tone="plain">{words.closed}</Tag>
  );
}
