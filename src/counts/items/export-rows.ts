import type { Refusal, Row } from '../../chat/sheet.ts';
import type { Indicator } from '../rules/indicator.ts';
import { indicatorNames } from '../words.ts';
import {
  dayNamed,
  isFooter,
  kindOfGenre,
  kindWords,
  oaColumns,
  reachIn,
  tickNamed,
  tickWord,
} from './lexicon-sheets.ts';
import { itemColumns as c, ITEM_SHEET } from './sheets.ts';
import { itemReasons as reasons } from './words-sheets.ts';

/** A sheet as it was read: cells from row 1 on, and those that hold formulas or errors. */
export interface RawExport {
  rows: readonly (readonly string[])[];
  peculiar: readonly { kind: string; row: number; column: number }[];
}

/** Titles and dates of the list may stand above its headings. */
const HEADING_WITHIN = 10;

/**
 * An office-automation export as rows of the item sheet, for one unit and indicator. Its columns are found by their
 * usual names; others are nobody's business here. Row numbers stay those of the file.
 */
export function rowsOfExport(
  raw: RawExport,
  target: { unit: string; indicator: Indicator },
): { rows: Row[]; refused: Refusal[] } {
  const at = raw.rows
    .slice(0, HEADING_WITHIN)
    .map((cells) => oaColumns(cells))
    .findIndex((columns) => columns.title !== undefined && columns.day !== undefined);
  if (at < 0)
    return { rows: [], refused: [{ sheet: ITEM_SHEET, row: 1, column: '', reason: reasons.noHeading }] };
  const columns = oaColumns(raw.rows[at] ?? []);
  const used = new Set(Object.values(columns));
  const refused = raw.peculiar
    .filter(({ kind, row, column }) => kind !== 'merged' && row > at + 1 && used.has(column))
    .map(({ row, column }) => ({
      sheet: ITEM_SHEET,
      row,
      column: raw.rows[at]?.[column] ?? '',
      reason: reasons.formula,
    }));
  const rows = raw.rows.flatMap((cells, i): Row[] => {
    if (i <= at || !cells.some(Boolean) || isFooter(cells)) return [];
    const cell = (name: keyof typeof columns) => (cells[columns[name] ?? -1] ?? '').trim();
    const kind = kindOfGenre(cell('genre'));
    return [
      {
        number: i + 1,
        cells: {
          [c.unit]: target.unit,
          [c.indicator]: indicatorNames[target.indicator],
          [c.number]: cell('number'),
          [c.title]: cell('title'),
          [c.day]: dayNamed(cell('day')) || cell('day'),
          [c.kind]: kind ? kindWords[kind] : '',
          [c.issuer]: cell('issuer'),
          [c.reach]: reachIn(cell('reach')),
          [c.unplanned]: tickWord(tickNamed(cell('unplanned')) === true),
          [c.emergency]: tickWord(tickNamed(cell('emergency')) === true),
          [c.basis]: cell('basis'),
        },
      },
    ];
  });
  return { rows, refused };
}
