import { dayOf } from '../../../kernel/day.ts';
import type { Half } from '../../../kernel/period.ts';
import { isLate } from '../../../visits/rules/due.ts';
import type { Point, VisitKind } from '../../../visits/rules/points.ts';
import { showCoverage } from '../../../visits/verbs/show-coverage.ts';
import { halfText, progressWords } from '../../../visits/words.ts';
import { groupText } from '../../../visits/words-groups.ts';
import { Filters, SelectField } from '../../components/filters.tsx';
import { type Column, Listing, PAGE_ROWS, pageIn, Tag } from '../../components/list.tsx';
import { MOST_ROWS } from '../../export.ts';
import type { Page } from '../../section.ts';
import { visitsAccess as access } from './access.ts';
import { findTasks, halfIn, halvesShown } from './read.ts';
import { Rooms } from './rooms.tsx';
import { visitsWords as words } from './words.ts';

export const visitsPage: Page = async ({ ctx, query }) => {
  const half = halfIn(ctx, query);
  const onlyOpen = query.get('show') === 'open';
  const page = pageIn(query);
  const { total } = (await showCoverage(ctx, { half })).result;
  const found = await findTasks(
    ctx,
    { half, onlyOpen },
    { limit: PAGE_ROWS, offset: (page - 1) * PAGE_ROWS },
  );
  const { path } = access.visits;
  const { facts } = progressWords;
  const body = (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Rooms here="visits" />
      <h2>{halfText(half)}</h2>
      <dl>
        <dt>{facts.visit}</dt>
        <dd>{words.share(total.shown.visit, total.visit.done, total.visit.due)}</dd>
        <dt>{facts.talk}</dt>
        <dd>{words.share(total.shown.talk, total.talk.done, total.talk.due)}</dd>
        <dt>{facts.total}</dt>
        <dd>{words.share(total.shown.coverage, total.done, total.due)}</dd>
        <dt>{facts.overdue}</dt>
        <dd>{total.overdue > 0 ? <Tag tone="bad">{words.overdue(total.overdue)}</Tag> : words.none}</dd>
      </dl>
      <Filters path={path} active={query.has('half') || query.has('show')}>
        <SelectField
          label={words.half}
          name="half"
          value={half}
          options={halvesShown(ctx).map((one) => [one, halfText(one)] as const)}
        />
        <SelectField
          label={words.show}
          name="show"
          value={onlyOpen ? 'open' : ''}
          options={[['open', words.shows.open]]}
        />
      </Filters>
      <Listing
        path={path}
        exportPath={access.visitsExport.path}
        query={query}
        page={page}
        found={found}
        columns={columnsFor(half, dayOf(ctx.now))}
        caption={words.caption}
        empty={onlyOpen && total.due > 0 ? words.emptyOpen : words.empty}
      />
    </>
  );
  return { kind: 'page', title: words.title, nav: 'visits', body };
};

export const visitsExport: Page = async ({ ctx, query, exported }) => {
  const half = halfIn(ctx, query);
  const onlyOpen = query.get('show') === 'open';
  const found = await findTasks(ctx, { half, onlyOpen }, { limit: MOST_ROWS, offset: 0 }, 'visitsExport');
  const { columns } = words;
  const today = dayOf(ctx.now);
  return exported({
    route: 'visitsExport',
    sheet: { name: words.title, columns: Object.values(columns).map((title) => ({ title })) },
    rows: found.map((point) => ({
      [columns.group]: groupText(point.group),
      [columns.point]: point.name,
      [columns.visit]: standing(half, today, point, 'visit'),
      [columns.talk]: standing(half, today, point, 'talk'),
    })),
  });
};

function columnsFor(half: Half, today: string): Column<Point>[] {
  const done = (kind: VisitKind): Column<Point> => ({
    title: words.columns[kind],
    brief: true,
    cell: (point) => <Tag tone={toneOf(half, today, point, kind)}>{standing(half, today, point, kind)}</Tag>,
  });
  return [
    {
      title: words.columns.point,
      main: true,
      cell: ({ name }) => <bdi>{name}</bdi>,
    },
    { title: words.columns.group, brief: true, cell: ({ group }) => groupText(group) },
    done('visit'),
    done('talk'),
  ];
}

function standing(half: Half, today: string, { done }: Point, kind: VisitKind): string {
  const day = done[kind];
  if (day === undefined) return isLate(half, today) ? words.overdueMark : words.due;
  return isLate(half, day) ? words.late(day) : day;
}

function toneOf(half: Half, today: string, { done }: Point, kind: VisitKind) {
  const day = done[kind];
  if (day === undefined) return isLate(half, today) ? ('bad' as const) : ('plain' as const);
  return isLate(half, day) ? ('warn' as const) : ('good' as const);
}
