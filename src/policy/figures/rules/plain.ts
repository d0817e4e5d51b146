import { readNumber } from '../../../kernel/number.ts';
import { percentIn } from './check-cell.ts';
import type { FigureColumn, FigureDefinition, Values } from './definition.ts';

/** Rows of a form as they are kept: without blank ones, numbers written plainly. Places of the rows go along. */
export function plainRows(
  { columns, starters = [] }: FigureDefinition,
  typed: readonly Values[],
): { place: number; values: Record<string, string> }[] {
  const label = columns[0]?.title ?? '';
  return typed.flatMap((row, place) => {
    const values = Object.fromEntries(
      Object.entries(row)
        .filter(([, value]) => value !== '')
        .map(([title, value]) => [
          title,
          plainCell(
            columns.find((one) => one.title === title),
            value,
          ),
        ]),
    );
    const titles = Object.keys(values);
    // A name that the empty table began with and to which nothing was written.
    const untouched = titles.length === 1 && starters.includes(values[label] ?? '');
    return titles.length === 0 || untouched ? [] : [{ place, values }];
  });
}

function plainCell(column: FigureColumn | undefined, value: string): string {
  switch (column?.kind) {
    case 'number':
    case 'money':
      return readNumber(value)?.toString() ?? value;
    case 'percent': {
      const share = percentIn(value);
      return share === undefined ? value : `${share}%`;
    }
    case 'time':
      return value.replace('：', ':').padStart(5, '0');
    default:
      return value;
  }
}

/** Titles that rows have beyond those of their definition: the office's own columns, kept as they are. */
export function ownTitles(definition: FigureDefinition, rows: readonly Values[], since: string): string[] {
  const known = new Set([...definition.columns.map(({ title }) => title), since]);
  return [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((title) => !known.has(title));
}
