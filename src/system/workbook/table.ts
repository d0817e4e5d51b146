import type { Column, Refusal, Row, Sheet } from '../../chat/sheet.ts';
import { personalNumberIn } from '../../people/rules/personal-number.ts';
import { columnLetter } from './inspect.ts';
import { columnNamed } from './lexicon.ts';
import type { RawSheet } from './read.ts';
import { cellWords, headingWords } from './words.ts';

export interface Table {
  sheet: Sheet;
  rows: Row[];
  refused: Refusal[];
  /** False when the headings are wrong: the rows cannot be understood. */
  readable: boolean;
}

/** A sheet's cells under its own headings, with everything that can be refused without knowing its meaning. */
export function tableOf(sheet: Sheet, raw: RawSheet): Table {
  const known = sheet.columns.map((column) => column.title);
  const titles = (raw.rows[0] ?? []).map((heading) => columnNamed(known, heading));
  const headings = headingProblems(sheet, raw, titles);
  const rows = raw.rows.slice(1).flatMap((cells, i): Row[] => {
    if (!cells.some(Boolean)) return [];
    const named = columnsOf(sheet, titles).map(({ title }) => [title, cells[titles.indexOf(title)] ?? '']);
    return [{ number: i + 2, cells: Object.fromEntries(named) }];
  });
  const refuse = (row: number, column: string, reason: string) => ({
    sheet: sheet.name,
    row,
    column,
    reason,
  });
  const peculiar = raw.peculiar.map(({ kind, row, column }) =>
    refuse(row, titles[column] || columnLetter(column), cellWords[kind]),
  );
  return {
    sheet,
    rows,
    readable: headings.length === 0,
    refused: [
      ...headings.map(({ column, reason }) => refuse(1, column, reason)),
      ...peculiar,
      ...(headings.length === 0
        ? rows.flatMap((row) => cellProblems(sheet, columnsOf(sheet, titles), row))
        : []),
    ],
  };
}

/** The sheet's own columns, and those it takes besides. */
function columnsOf(sheet: Sheet, titles: readonly string[]): Column[] {
  const known = sheet.columns.map((column) => column.title);
  const more = sheet.openColumns ? titles.filter((title) => title && !known.includes(title)) : [];
  return [...sheet.columns, ...more.map((title) => ({ title }))];
}

function headingProblems(
  sheet: Sheet,
  raw: RawSheet,
  titles: string[],
): { column: string; reason: string }[] {
  const known = sheet.columns.map((column) => column.title);
  if (!titles.some(Boolean)) return [{ column: '', reason: headingWords.noHeading }];
  const width = Math.max(...raw.rows.map((row) => row.length));
  return [
    ...Array.from({ length: width }, (_, i) => i)
      .filter((i) => !titles[i] && raw.rows.some((row) => row[i]))
      .map((i) => ({ column: columnLetter(i), reason: headingWords.noTitle(columnLetter(i)) })),
    ...titles.flatMap((title, i) => {
      if (title && !known.includes(title) && !sheet.openColumns)
        return [{ column: title, reason: headingWords.unknown(title, known) }];
      const repeated = title && titles.indexOf(title) < i;
      return repeated ? [{ column: title, reason: headingWords.repeated(title) }] : [];
    }),
    ...sheet.columns
      .filter(({ title, required }) => required && !titles.includes(title))
      .map(({ title }) => ({ column: title, reason: headingWords.missing(title) })),
  ];
}

function cellProblems(sheet: Sheet, columns: readonly Column[], row: Row): Refusal[] {
  return columns.flatMap(({ title, required }) => {
    const cell = row.cells[title] ?? '';
    const reason =
      required && !cell
        ? cellWords.missing(title)
        : personalNumberIn(cell) === 'identity'
          ? cellWords.identity
          : undefined;
    return reason ? [{ sheet: sheet.name, row: row.number, column: title, reason }] : [];
  });
}
