import readXlsx from 'read-excel-file/universal';
import { inspect, type Peculiar } from './inspect.ts';
import { no, yes } from './lexicon.ts';
import { WorkbookRefused } from './refused.ts';
import { fileWords } from './words.ts';

export interface RawSheet {
  name: string;
  /** From row 1 on, without gaps: index + 1 is the row as the spreadsheet shows it. */
  rows: string[][];
  peculiar: Peculiar[];
}

/** Sheets with any content. @throws WorkbookRefused */
export async function readWorkbook(file: Uint8Array): Promise<RawSheet[]> {
  const peculiar = inspect(file);
  const sheets = await readXlsx(new Uint8Array(file).buffer).catch(() => {
    throw new WorkbookRefused(fileWords.damaged);
  });
  return sheets
    .map(({ sheet, data }) => ({
      name: sheet.trim(),
      rows: data.map((row) => row.map((value) => cellText(value as CellValue))),
      peculiar: peculiar.get(sheet) ?? [],
    }))
    .filter((sheet) => sheet.rows.some((row) => row.some(Boolean)));
}

/** What the reader returns; its own types name the constructor instead of a date. */
type CellValue = string | number | boolean | Date | null;

function cellText(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? yes : no;
  // A spreadsheet keeps 15 significant digits; the rest is noise of binary fractions.
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .replace(/[\u3000\u200b-\u200d\ufeff]/g, '')
    .trim();
}
