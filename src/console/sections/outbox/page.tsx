import { countFailedRecipients } from '../../../delivery/find-failed.ts';
import { reasonText } from '../../../delivery/words-reasons.ts';
import { isDay } from '../../../kernel/day.ts';
import { DayField, Filters, SelectField } from '../../components/filters.tsx';
import { type Column, Listing, PAGE_ROWS, pageIn, Tag } from '../../components/list.tsx';
import { MOST_ROWS } from '../../export.ts';
import { ACCESS } from '../../guard.ts';
import type { Page } from '../../section.ts';
import { moment } from '../../time.ts';
import {
  DELIVERY_STATES,
  type DeliveryState,
  findOutbox,
  type OutboxFilter,
  type OutboxLine,
} from './read.ts';
import { ResendButton } from './resend-button.tsx';
import { deliveryStates, subjectText, outboxWords as words } from './words.ts';

const TONES: Record<DeliveryState, 'good' | 'bad' | 'plain'> = {
  waiting: 'plain',
  sent: 'good',
  failed: 'bad',
  cancelled: 'plain',
};

export const outboxPage: Page = async ({ ctx, query }) => {
  const filter = filterIn(query);
  const page = pageIn(query);
  const found = await findOutbox(ctx, filter, { limit: PAGE_ROWS, offset: (page - 1) * PAGE_ROWS });
  const { path } = ACCESS.outbox;
  const active = Object.values(filter).some(Boolean);
  const body = (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ResendButton recipients={await countFailedRecipients(ctx)} />
      <Filters path={path} active={active}>
        <SelectField
          label={words.state}
          name="state"
          value={filter.state}
          options={DELIVERY_STATES.map((state) => [state, deliveryStates[state]] as const)}
        />
        <DayField label={words.from} name="from" value={filter.from} />
        <DayField label={words.until} name="until" value={filter.until} />
      </Filters>
      <Listing
        path={path}
        exportPath={ACCESS.outboxExport.path}
        query={query}
        page={page}
        found={found}
        columns={COLUMNS}
        caption={words.caption}
        empty={active || page > 1 ? words.emptyFiltered : words.empty}
      />
    </>
  );
  return { kind: 'page', title: words.title, nav: 'outbox', body };
};

export const outboxExport: Page = async ({ ctx, query, exported }) => {
  const found = await findOutbox(ctx, filterIn(query), { limit: MOST_ROWS, offset: 0 }, 'outboxExport');
  const { columns } = words;
  return exported({
    route: 'outboxExport',
    sheet: { name: words.title, columns: Object.values(columns).map((title) => ({ title })) },
    rows: found.map((line) => ({
      [columns.about]: subjectText(line.about),
      [columns.to]: recipientText(line),
      [columns.kind]: words.kinds[line.kind],
      [columns.state]: deliveryStates[line.state],
      [columns.reason]: whyText(line),
      [columns.created]: moment(line.createdAt),
      [columns.finished]: line.finishedAt === null ? '' : moment(line.finishedAt),
    })),
  });
};

const COLUMNS: Column<OutboxLine>[] = [
  { title: words.columns.about, main: true, cell: ({ about }) => subjectText(about) },
  { title: words.columns.to, brief: true, cell: (line) => <bdi>{recipientText(line)}</bdi> },
  { title: words.columns.kind, brief: true, cell: ({ kind }) => words.kinds[kind] },
  {
    title: words.columns.state,
    cell: ({ state }) => <Tag tone={TONES[state]}>{deliveryStates[state]}</Tag>,
  },
  { title: words.columns.reason, cell: (line) => whyText(line) },
  { title: words.columns.created, brief: true, cell: ({ createdAt }) => moment(createdAt) },
  {
    title: words.columns.finished,
    brief: true,
    cell: ({ finishedAt }) => (finishedAt === null ? '' : moment(finishedAt)),
  },
];

function recipientText({ name, toGroup }: OutboxLine): string {
  return name ?? (toGroup ? words.group : words.nobody);
}

function whyText({ state, reason, detail, dueAt }: OutboxLine): string {
  const why = reason === '' ? '' : reasonText(reason);
  return [why, detail, state === 'waiting' ? words.next(moment(dueAt)) : ''].filter(Boolean).join('。');
}

function filterIn(query: URLSearchParams): OutboxFilter {
  const day = (name: string) => (isDay(query.get(name) ?? '') ? (query.get(name) ?? '') : '');
  const state = DELIVERY_STATES.find((one) => one === query.get('state'));
  return { state: state ?? '', from: day('from'), until: day('until') };
}
