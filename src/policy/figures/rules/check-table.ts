import { isDay } from '../../../kernel/day.ts';
import { readNumber } from '../../../kernel/number.ts';
import { type CellFault, faultOf } from './check-cell.ts';
import type { FigureDefinition, Values } from './definition.ts';

/** What is wrong with one cell of a table, or with a row when no column is named. */
export interface TableProblem {
  /** Place of the row, from 0. */
  row: number;
  column: string;
  code:
    | CellFault['code']
    | 'missing'
    | 'empty'
    | 'repeated'
    | 'bandsBegin'
    | 'bandsOverlap'
    | 'bandsGap'
    | 'bandsBackwards'
    | 'bandsEnd';
  what: string;
}

/** All problems at once, row by row. `since` is the title of the column with the day from which a row counts. */
export function checkTable(
  definition: FigureDefinition,
  rows: readonly Values[],
  since: string,
): TableProblem[] {
  const days = [...Map.groupBy(rows.keys(), (row) => rows[row]?.[since] ?? '').values()];
  return [
    ...rows.flatMap((row, i) => checkRow(definition, row, i, since)),
    ...days.flatMap((places) => [
      ...checkUnique(definition, rows, [...places]),
      ...checkBands(definition, rows, [...places]),
    ]),
  ].sort((a, b) => a.row - b.row);
}

function checkRow({ columns }: FigureDefinition, row: Values, place: number, since: string): TableProblem[] {
  const filled = Object.entries(row).filter(([, value]) => value !== '');
  if (filled.every(([title]) => title === since))
    return [{ row: place, column: '', code: 'empty', what: '' }];
  const missing = columns
    .filter(({ required, title }) => required && !row[title])
    .map(({ title }): TableProblem => ({ row: place, column: title, code: 'missing', what: title }));
  const faults = filled.flatMap(([title, value]): TableProblem[] => {
    if (title === since) return isDay(value) ? [] : [{ row: place, column: title, code: 'badDay', what: '' }];
    const found = faultOf(
      columns.find((column) => column.title === title),
      value,
    );
    return found ? [{ row: place, column: title, ...found }] : [];
  });
  return [...missing, ...faults];
}

/** The same name twice on one day: nobody could tell which of the two counts. */
function checkUnique(
  { unique }: FigureDefinition,
  rows: readonly Values[],
  places: readonly number[],
): TableProblem[] {
  if (unique === undefined) return [];
  const seen = new Map<string, number>();
  return places.flatMap((place): TableProblem[] => {
    const name = rows[place]?.[unique] ?? '';
    const first = seen.get(name);
    if (name !== '' && first === undefined) seen.set(name, place);
    return name === '' || first === undefined
      ? []
      : [{ row: place, column: unique, code: 'repeated', what: String(first + 1) }];
  });
}

/** From 0 on, each beginning where the last one ends, the last one open. */
function checkBands(
  { bands }: FigureDefinition,
  rows: readonly Values[],
  places: readonly number[],
): TableProblem[] {
  if (bands === undefined) return [];
  const read = places.map((place) => {
    const { [bands.from]: from = '', [bands.until]: until = '' } = rows[place] ?? {};
    return {
      place,
      from: readNumber(from) ?? Number.NaN,
      until: until === '' ? Number.POSITIVE_INFINITY : (readNumber(until) ?? Number.NaN),
    };
  });
  // What cannot be read has been told already.
  if (read.some(({ from, until }) => Number.isNaN(from) || Number.isNaN(until))) return [];
  const tiers = read.sort((a, b) => a.from - b.from || a.until - b.until);
  const said = (row: number, code: TableProblem['code'], what = ''): TableProblem => ({
    row,
    column: bands.from,
    code,
    what,
  });
  const found = tiers.flatMap(({ place, from, until }, i) => {
    const expected = i === 0 ? 0 : (tiers[i - 1]?.until ?? 0);
    if (until <= from) return [said(place, 'bandsBackwards', String(from))];
    if (from === expected) return [];
    if (i === 0) return [said(place, 'bandsBegin', String(from))];
    if (from < expected)
      return [said(place, 'bandsOverlap', Number.isFinite(expected) ? String(expected) : '')];
    return [said(place, 'bandsGap', `${expected}—${from}`)];
  });
  const last = tiers.at(-1);
  const open = last === undefined || last.until === Number.POSITIVE_INFINITY;
  return open || !last ? found : [...found, said(last.place, 'bandsEnd', String(last.until))];
}
