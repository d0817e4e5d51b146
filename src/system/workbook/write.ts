import type { Feature } from 'write-excel-file/universal';
import writeXlsx from 'write-excel-file/universal';
import type { Column, Sheet } from '../../chat/sheet.ts';
import { pageFooter, sheetOrder } from './words.ts';

/** What is needed of a sheet to write it; statistics have no more. */
export type SheetShape = Pick<Sheet, 'name' | 'columns' | 'openColumns'>;

export type SheetRows = readonly Record<string, string | number>[];

/** Text stays text when somebody edits the cell: codes keep their zeros, `2026-07` does not become a date. */
const TEXT_FORMAT = '@';
const HEADING = { fontWeight: 'bold', backgroundColor: '#E8EEF7', alignVertical: 'center' } as const;
/** In characters; Chinese ones count double. */
const WIDTH = { least: 8, most: 50 };

/** One xlsx with these sheets in contract order; headings carry `*` where a value is required. */
export async function writeWorkbook(
  sheets: readonly SheetShape[],
  rowsOf: (sheet: SheetShape) => SheetRows,
): Promise<Uint8Array> {
  const ordered = sheets.toSorted((a, b) => place(a.name) - place(b.name));
  const blob = await writeXlsx(
    ordered.map((sheet) => {
      const rows = rowsOf(sheet);
      const columns = columnsOf(sheet, rows);
      return {
        sheet: sheet.name,
        stickyRowsCount: 1,
        columns: columns.map(({ title }) => ({ width: widthOf(title, rows) })),
        data: [
          columns.map(({ title, required }) => ({
            value: required ? `${title}*` : title,
            type: String,
            ...HEADING,
          })),
          ...rows.map((row) => columns.map(({ title }) => cell(row[title]))),
        ],
      };
    }),
    { features: [pageFoot] },
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/** At the foot of every printed page (BR-06); no cell has it, so that what was exported imports to the same. */
const pageFoot: Feature<Blob> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          xml.replace(
            /<(?:rowBreaks|colBreaks|drawing|legacyDrawing|tableParts|extLst)\b|<\/worksheet>/,
            (found) => `<headerFooter><oddFooter>&amp;C${pageFooter}</oddFooter></headerFooter>${found}`,
          ),
      },
    },
  },
};

function columnsOf(sheet: SheetShape, rows: SheetRows): Column[] {
  const known = sheet.columns.map((column) => column.title);
  const used = sheet.openColumns ? [...new Set(rows.flatMap((row) => Object.keys(row)))] : [];
  return [...sheet.columns, ...used.filter((title) => !known.includes(title)).map((title) => ({ title }))];
}

function cell(value: string | number | undefined) {
  if (value === undefined || value === '') return null;
  return typeof value === 'number'
    ? { value, type: Number }
    : { value, type: String, format: TEXT_FORMAT, alignVertical: 'top' as const };
}

function place(name: string): number {
  const found = sheetOrder.indexOf(name);
  return found < 0 ? sheetOrder.length : found;
}

function widthOf(title: string, rows: SheetRows): number {
  const widths = [`${title}*`, ...rows.map((row) => String(row[title] ?? ''))].map(displayWidth);
  return Math.min(WIDTH.most, Math.max(WIDTH.least, ...widths) + 2);
}

function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += char > '\u2e7f' ? 2 : 1;
  return width;
}
