import { TIERS } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/day.ts';
import { tierNames } from '../../../people/words.ts';
import { addressOf } from '../../address.ts';
import { Filters, SearchField, SelectField } from '../../components/filters.tsx';
import { type Column, Listing, PAGE_ROWS, pageIn, Tag } from '../../components/list.tsx';
import { MOST_ROWS } from '../../export.ts';
import type { Page } from '../../section.ts';
import { peopleAccess as access } from './access.ts';
import { findUnitLines, tierIn, type UnitFilter, type UnitLine } from './read.ts';
import { peopleWords as words } from './words.ts';

export const unitsPage: Page = async ({ ctx, query }) => {
  const filter = filterIn(query);
  const page = pageIn(query);
  const found = await findUnitLines(ctx, filter, { limit: PAGE_ROWS, offset: (page - 1) * PAGE_ROWS });
  const { path } = access.people;
  const active = filter.text !== '' || filter.tier !== '';
  const body = (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Filters path={path} active={active}>
        <SearchField label={words.search} value={filter.text} />
        <SelectField
          label={words.tier}
          name="tier"
          value={filter.tier}
          options={TIERS.map((tier) => [tier, tierNames[tier]] as const)}
        />
      </Filters>
      <Listing
        path={path}
        exportPath={access.peopleExport.path}
        query={query}
        page={page}
        found={found}
        columns={columnsOn(dayOf(ctx.now))}
        caption={words.caption}
        empty={active || page > 1 ? words.emptyFiltered : words.empty}
      />
    </>
  );
  return { kind: 'page', title: words.title, nav: 'people', body };
};

export const peopleExport: Page = async ({ ctx, query, exported }) => {
  const found = await findUnitLines(ctx, filterIn(query), { limit: MOST_ROWS, offset: 0 }, 'peopleExport');
  const { columns } = words;
  return exported({
    route: 'peopleExport',
    sheet: { name: words.title, columns: Object.values(columns).map((title) => ({ title })) },
    rows: found.map((line) => ({
      [columns.name]: line.name,
      [columns.code]: line.code,
      [columns.tier]: tierNames[line.tier],
      [columns.county]: line.county,
      [columns.liaisons]: line.liaisons,
      [columns.state]: line.endsOn === null ? words.standing : words.ends(line.endsOn),
    })),
  });
};

function columnsOn(today: string): Column<UnitLine>[] {
  const { columns } = words;
  return [
    {
      title: columns.name,
      main: true,
      cell: ({ code, name }) => (
        <a href={addressOf(access.unit.path, { unit: code })}>
          <bdi>{name}</bdi>
        </a>
      ),
    },
    { title: columns.code, brief: true, cell: ({ code }) => <bdi>{code}</bdi> },
    { title: columns.tier, brief: true, cell: ({ tier }) => tierNames[tier] },
    { title: columns.county, brief: true, cell: ({ county }) => <bdi>{county || words.city}</bdi> },
    {
      title: columns.liaisons,
      cell: ({ liaisons }) => (liaisons === '' ? words.nobody : <bdi>{liaisons}</bdi>),
    },
    {
      title: columns.state,
      cell: ({ endsOn }) =>
        endsOn === null ? (
          words.standing
        ) : (
          <Tag tone={endsOn <= today ? 'plain' : 'warn'}>{words.ends(endsOn)}</Tag>
        ),
    },
  ];
}

function filterIn(query: URLSearchParams): UnitFilter {
  return { text: (query.get('q') ?? '').trim().slice(0, 100), tier: tierIn(query) };
}
