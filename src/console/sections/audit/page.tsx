import { isDay } from '../../../kernel/day.ts';
import { actorText } from '../../actor-text.ts';
import { DayField, Filters, SearchField, SelectField } from '../../components/filters.tsx';
import { type Column, Listing, PAGE_ROWS, pageIn } from '../../components/list.tsx';
import { MOST_ROWS } from '../../export.ts';
import { ACCESS } from '../../guard.ts';
import type { Page } from '../../section.ts';
import { moment } from '../../time.ts';
import { featureNames } from '../outbox/words.ts';
import { type AuditFilter, type AuditLine, findAudit } from './read.ts';
import { actionText, dataText, targetText, auditWords as words } from './words.ts';

/** What a page shows of one row's details; the export has more. */
const SHOWN = 300;
/** A cell of a spreadsheet holds 32,767 characters (Excel's limit). */
const CELL = 32_000;

export const auditPage: Page = async ({ ctx, query }) => {
  const filter = filterIn(query);
  const page = pageIn(query);
  const found = await findAudit(ctx, filter, { limit: PAGE_ROWS, offset: (page - 1) * PAGE_ROWS });
  const { path } = ACCESS.audit;
  const active = Object.values(filter).some(Boolean);
  const body = (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Filters path={path} active={active}>
        <SearchField label={words.target} value={filter.target} />
        <SelectField
          label={words.feature}
          name="feature"
          value={filter.feature}
          options={Object.entries(featureNames)}
        />
        <DayField label={words.from} name="from" value={filter.from} />
        <DayField label={words.until} name="until" value={filter.until} />
      </Filters>
      <Listing
        path={path}
        exportPath={ACCESS.auditExport.path}
        query={query}
        page={page}
        found={found}
        columns={COLUMNS}
        caption={words.caption}
        empty={active || page > 1 ? words.emptyFiltered : words.empty}
      />
    </>
  );
  return { kind: 'page', title: words.title, nav: 'audit', body };
};

export const auditExport: Page = async ({ ctx, query, exported }) => {
  const found = await findAudit(ctx, filterIn(query), { limit: MOST_ROWS, offset: 0 }, 'auditExport');
  const { columns } = words;
  return exported({
    route: 'auditExport',
    sheet: { name: words.title, columns: Object.values(columns).map((title) => ({ title })) },
    rows: found.map((line) => ({
      [columns.action]: actionText(line.action),
      [columns.target]: aboutText(line),
      [columns.actor]: actorText(line.actor, line.name),
      [columns.at]: moment(line.at),
      [columns.data]: detailsOf(line, CELL),
    })),
  });
};

const COLUMNS: Column<AuditLine>[] = [
  { title: words.columns.action, main: true, cell: ({ action }) => actionText(action) },
  { title: words.columns.target, cell: (line) => isolated(aboutText(line)) },
  { title: words.columns.actor, brief: true, cell: ({ actor, name }) => isolated(actorText(actor, name)) },
  { title: words.columns.at, brief: true, cell: ({ at }) => moment(at) },
  { title: words.columns.data, cell: (line) => isolated(detailsOf(line, SHOWN)) },
];

/** What somebody wrote must not turn the direction of what stands beside it. */
function isolated(text: string) {
  return text === '' ? '' : <bdi>{text}</bdi>;
}

/** Who did it to themselves is named once. */
function aboutText({ target, actor }: AuditLine): string {
  return target === actor ? '' : targetText(target);
}

function detailsOf({ data }: AuditLine, most: number): string {
  const text = data === undefined ? '' : dataText(data);
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

function filterIn(query: URLSearchParams): AuditFilter {
  const day = (name: string) => (isDay(query.get(name) ?? '') ? (query.get(name) ?? '') : '');
  const feature = query.get('feature') ?? '';
  return {
    feature: Object.hasOwn(featureNames, feature) ? feature : '',
    target: (query.get('q') ?? '').trim().slice(0, 100),
    from: day('from'),
    until: day('until'),
  };
}
