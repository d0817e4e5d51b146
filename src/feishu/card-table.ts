import type { TableBlock } from '../chat/card.ts';
import type { Element, NextId } from './card-parts.ts';

type Column = TableBlock['columns'][number];

/** Rows to a page, by the platform. */
const MAX_PAGE = 10;
const DEFAULT_PAGE = 5;

export function tableElement(table: TableBlock, nextId: NextId): Element {
  const columns = table.columns.map((column) => ({ ...column, type: typeFor(column, table.rows) }));
  return {
    tag: 'table',
    element_id: nextId(),
    page_size: Math.min(Math.max(table.pageSize ?? DEFAULT_PAGE, 1), MAX_PAGE),
    row_height: 'low',
    header_style: { text_align: 'left', background_style: 'grey', bold: true, lines: 1 },
    columns: columns.map(columnElement),
    rows: table.rows.map((row) =>
      Object.fromEntries(
        columns.flatMap(({ name, type, digits }) => {
          const cell = row[name];
          if (cell === undefined) return [];
          return [[name, type === 'number' ? cell : cellText(cell, digits)]];
        }),
      ),
    ),
  };
}

/** The platform takes nothing but numbers in a number column, not even the dash of a rate without a base. */
function typeFor(column: Column, rows: TableBlock['rows']): Column['type'] {
  const numbers = rows.every((row) => row[column.name] === undefined || typeof row[column.name] === 'number');
  return column.type === 'number' && numbers ? 'number' : 'text';
}

function columnElement(column: Column): Element {
  return {
    name: column.name,
    display_name: column.title,
    data_type: column.type,
    width: 'auto',
    ...(column.type === 'number' && {
      format: { separator: true, ...(column.digits !== undefined && { precision: column.digits }) },
    }),
  };
}

function cellText(cell: string | number, digits: number | undefined): string {
  if (typeof cell === 'string') return cell;
  return digits === undefined ? String(cell) : cell.toFixed(digits);
}
