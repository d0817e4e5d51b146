import type { Cell, Feature, Sheet } from 'write-excel-file/universal';
import writeXlsx from 'write-excel-file/universal';
import type { Ctx } from '../../store/context.ts';
import type { Report } from '../read-report.ts';
import { reportWords } from '../words-report.ts';
import { type DataSheet, dataSheetsOf } from './data-sheets.ts';
import { type Figure, STATISTICS_SHEET, statisticsColumns, statisticsRows } from './sheet-statistics.ts';
import { exportWords as words } from './words.ts';

/** What the import takes at most (`system/workbook`); a level beyond it gets its statistics alone. */
const MAX_ROWS = 50_000;

const HEADING = {
  fontWeight: 'bold',
  backgroundColor: '#E8EEF7',
  alignVertical: 'center',
  wrap: true,
} as const;
/** Stays text when somebody edits it: codes keep their zeros, `2026-07` does not become a date. */
const TEXT = { type: String, format: '@' } as const;
/** In characters; Chinese ones count double. */
const NAME_WIDTH = 26;
const FIGURE_WIDTH = 12;

/**
 * An xlsx to read, to work on and to import: statistics with figures as numbers and formulas, then the data they follow
 * from. Ends with the sentence of BR-06, which also stands at the foot of every printed page.
 */
export async function reportWorkbook(ctx: Ctx, report: Report): Promise<Uint8Array> {
  const rows = statisticsRows(report);
  const data = await dataSheetsOf(ctx, report);
  const tooMany = data.some((one) => one.rows.length >= MAX_ROWS);
  const notes = [words.about(report), ...(tooMany ? [words.withoutData(MAX_ROWS)] : []), reportWords.footer];
  const sheets: Sheet<Blob>[] = [
    {
      sheet: STATISTICS_SHEET,
      orientation: 'landscape',
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
      columns: statisticsColumns.map((_, i) => ({ width: i === 0 ? NAME_WIDTH : FIGURE_WIDTH })),
      data: [
        statisticsColumns.map(({ title }) => ({ value: title, type: String, ...HEADING })),
        ...rows.map((row) => row.map((figure, i) => statisticsCell(figure, statisticsColumns[i]?.format))),
        ...notes.map((note) => [{ value: note, type: String }]),
      ],
    },
    ...(tooMany ? [] : data.map(dataSheet)),
  ];
  const blob = await writeXlsx(sheets, { features: [results(rows), pageFoot(reportWords.footer)] }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function statisticsCell(figure: Figure, format: string | undefined): Cell {
  if (typeof figure === 'string') return { value: figure, type: String };
  const shown = format ? { format } : {};
  return typeof figure === 'number'
    ? { value: figure, type: Number, ...shown }
    : { value: figure.formula, type: 'Formula', ...shown };
}

function dataSheet({ sheet, rows }: DataSheet): Sheet<Blob> {
  const cell = (value: string | number | undefined): Cell => {
    if (value === undefined || value === '') return null;
    return typeof value === 'number' ? { value, type: Number } : { value, ...TEXT };
  };
  return {
    sheet: sheet.name,
    stickyRowsCount: 1,
    columns: sheet.columns.map(() => ({ width: FIGURE_WIDTH })),
    data: [
      sheet.columns.map(({ title, required }) => ({
        value: required ? `${title}*` : title,
        type: String,
        ...HEADING,
      })),
      ...rows.map((row) => sheet.columns.map(({ title }) => cell(row[title]))),
    ],
  };
}

/** Phones and previews do not calculate: a formula without its last result is an empty cell there. */
function results(rows: readonly Figure[][]): Feature<Blob> {
  const known = new Map<string, number>(
    rows.flatMap((row, y) =>
      row.flatMap((figure, x) =>
        typeof figure === 'object'
          ? [[`${String.fromCharCode(65 + x)}${y + 2}`, figure.result] as const]
          : [],
      ),
    ),
  );
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) =>
            sheetIndex === 0
              ? xml.replace(/(<c r="([A-Z]+\d+)"[^>]*><f>)([^<]*<\/f>)/g, (all, open, place, formula) => {
                  const result = known.get(String(place));
                  return result === undefined ? all : `${open}${formula}<v>${result}</v>`;
                })
              : xml,
        },
      },
    },
  };
}

/** At the foot of every printed page. */
function pageFoot(text: string): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) => {
            const foot = `<headerFooter><oddFooter>&amp;C${text}</oddFooter></headerFooter>`;
            const before = /<(?:rowBreaks|colBreaks|drawing|legacyDrawing|tableParts|extLst)\b|<\/worksheet>/;
            return xml.replace(before, (found) => `${foot}${found}`);
          },
        },
      },
    },
  };
}
