import { type Check, CODE, isObject, report, type Walk } from './card-walk.ts';

/** Chart types of the VChart versions that clients carry (1.10 and later). */
const CHART_TYPES = new Set(
  (
    'line area bar pie scatter radar funnel gauge rose wordCloud circularProgress linearProgress common ' +
    'rangeColumn rangeArea treemap sunburst sankey circlePacking heatmap boxPlot histogram waterfall ' +
    'correlation liquid sequence dot link mosaic venn pictogram'
  ).split(' '),
);

/** Data and settings only: the client runs no code that comes with a card. */
export const chartSpec: Check = (value, path, walk) => {
  const wrong = (message: string) => report(walk, path, message, CODE.chart);
  if (!isObject(value)) return wrong('no chart_spec');
  if (typeof value.type !== 'string' || !CHART_TYPES.has(value.type)) wrong('unknown type of chart');
  if (!isObject(value.data) && !Array.isArray(value.data)) wrong('no data');
  if (holdsCode(value)) wrong('functions are not run');
};

function holdsCode(value: unknown): boolean {
  if (typeof value === 'function') return true;
  if (typeof value === 'string') return /^\s*(async\s+)?(function\b|\([^)]*\)\s*=>|\w+\s*=>)/.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsCode);
}

const CELLS: Record<string, (cell: unknown) => boolean> = {
  text: (cell) => typeof cell === 'string',
  lark_md: (cell) => typeof cell === 'string',
  markdown: (cell) => typeof cell === 'string',
  number: (cell) => typeof cell === 'number',
  date: (cell) => typeof cell === 'number',
  persons: (cell) =>
    typeof cell === 'string' || (Array.isArray(cell) && cell.every((id) => typeof id === 'string')),
  options: (cell) =>
    typeof cell === 'string' ||
    (Array.isArray(cell) && cell.every((option) => isObject(option) && typeof option.text === 'string')),
};

/** Rows must be objects with no other keys than the columns' names, and cells must fit their column's type. */
export function tableCells(table: Record<string, unknown>, path: string, walk: Walk): void {
  const columns = (Array.isArray(table.columns) ? table.columns : []).filter(isObject);
  const types = new Map(columns.map((column) => [String(column.name), String(column.data_type)]));
  if (types.size < columns.length) report(walk, `${path}.columns`, 'column names are not unique');
  for (const [i, row] of (Array.isArray(table.rows) ? table.rows : []).entries()) {
    const place = `${path}.rows[${i}]`;
    if (!isObject(row)) {
      report(walk, place, 'not an object', CODE.tableRow);
      continue;
    }
    for (const [key, cell] of Object.entries(row)) {
      const type = types.get(key);
      if (type === undefined) report(walk, `${place}.${key}`, 'no such column', CODE.tableColumn);
      else if (CELLS[type]?.(cell) === false) report(walk, `${place}.${key}`, `no ${type}`, CODE.tableRow);
    }
  }
}
