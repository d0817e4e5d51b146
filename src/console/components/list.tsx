import type { Child } from 'hono/jsx';
import { listWords as words } from '../words.ts';

export interface Column<T> {
  title: string;
  /** `''` where there is nothing to say. */
  cell(row: T): Child;
  /** Right-aligned, with digits of one width. */
  number?: boolean;
  /** The first thing one reads of a row: its heading on a phone. */
  main?: boolean;
  /** Short and not to be broken: times, names of people. */
  brief?: boolean;
}

/** A table that becomes one block per row on a phone. Roles are written out, as `display: block` takes them away. */
export function Table<T>({ caption, columns, rows }: { caption: string; columns: Column<T>[]; rows: T[] }) {
  const kind = ({ number, main, brief }: Column<T>, content: Child = '-') =>
    [number && 'number', main && 'main', brief && 'brief', content === '' && 'blank']
      .filter(Boolean)
      .join(' ');
  return (
    <table role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th role="columnheader" scope="col" class={kind(column)}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row">
            {columns.map((column) => {
              const content = column.cell(row);
              return (
                <td role="cell" class={kind(column, content)} data-title={column.title}>
                  {content}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One page of a list: its export, its rows or what to do instead, and the way to the other pages. */
export function Listing<T>(props: {
  /** The page's own address, and that of its workbook. */
  path: string;
  exportPath: string;
  query: URLSearchParams;
  page: number;
  /** As read: one row more than a page shows where there are more. */
  found: T[];
  columns: Column<T>[];
  caption: string;
  note?: string;
  /** Said where nothing is found. */
  empty: string;
}) {
  const { path, exportPath, query, page, found, columns, caption, note, empty } = props;
  const rows = found.slice(0, PAGE_ROWS);
  return (
    <>
      {rows.length > 0 ? (
        <>
          <div class="list-head">
            <span class="soft">{note}</span>
            <a class="button second" href={addressWith(exportPath, query)}>
              {words.export}
            </a>
          </div>
          <Table caption={caption} columns={columns} rows={rows} />
        </>
      ) : (
        <Empty text={empty} />
      )}
      <Pager path={path} query={query} page={page} shown={rows.length} more={found.length > rows.length} />
    </>
  );
}

/** What to do next where there is nothing to show. */
export function Empty({ text, children }: { text: string; children?: Child }) {
  return (
    <div class="empty">
      <p>{text}</p>
      {children}
    </div>
  );
}

export function Tag({ tone, children }: { tone: 'good' | 'warn' | 'bad' | 'plain'; children: Child }) {
  return <span class={`tag ${tone}`}>{children}</span>;
}

/** `query` without `page`, with these values set or, when empty, taken out. */
export function addressWith(
  path: string,
  query: URLSearchParams,
  change: Record<string, string> = {},
): string {
  const next = new URLSearchParams(query);
  next.delete('page');
  for (const [key, value] of Object.entries(change)) {
    if (value === '') next.delete(key);
    else next.set(key, value);
  }
  const text = next.toString();
  return text ? `${path}?${text}` : path;
}

export function Pager(props: {
  path: string;
  query: URLSearchParams;
  page: number;
  shown: number;
  more: boolean;
}) {
  const { path, query, page, shown, more } = props;
  if (page === 1 && !more) return null;
  const first = (page - 1) * PAGE_ROWS + 1;
  return (
    <nav class="pager" aria-label={words.pages}>
      {page > 1 ? (
        <a rel="prev" href={addressWith(path, query, { page: page > 2 ? String(page - 1) : '' })}>
          {words.previous}
        </a>
      ) : null}
      <span>{words.range(first, first + Math.max(0, shown - 1))}</span>
      {more ? (
        <a rel="next" href={addressWith(path, query, { page: String(page + 1) })}>
          {words.next}
        </a>
      ) : null}
    </nav>
  );
}

/** Rows of a page: two or three screens of a phone, and far below 100 KB. */
export const PAGE_ROWS = 50;

/** From 1 on; whatever else stands in the address is the first page. */
export function pageIn(query: URLSearchParams): number {
  const page = Number(query.get('page') ?? 1);
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
}
