import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsx from 'write-excel-file/universal';
import type { Sheet } from '../../src/chat/sheet.ts';

export type Cell = string | number | boolean | Date | null;

/** A workbook as people make them: sheet name → rows of plain cells, heading first. */
export async function xlsx(sheets: Record<string, Cell[][]>): Promise<Uint8Array> {
  const blob = await writeXlsx(
    Object.entries(sheets).map(([sheet, data]) => ({ sheet, data, dateFormat: 'yyyy-mm-dd' })),
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/** Changes the XML of one sheet, counted from 1. */
export function edited(file: Uint8Array, sheet: number, change: (xml: string) => string): Uint8Array {
  const path = `xl/worksheets/sheet${sheet}.xml`;
  const files = unzipSync(file);
  return zipSync({ ...files, [path]: strToU8(change(strFromU8(files[path] ?? new Uint8Array()))) });
}

/** A sheet of a feature that is not there: keeps rows as they come. */
export function doubleSheet(name: string, titles: string[], stored: Record<string, string>[] = []): Sheet {
  return {
    name,
    columns: titles.map((title, i) => ({ title, required: i === 0 })),
    check: async () => [],
    async writes(_, rows) {
      stored.splice(0, stored.length, ...rows.map((row) => row.cells));
      return [];
    },
    dump: async () => stored,
  };
}
