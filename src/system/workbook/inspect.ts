import { strFromU8, unzipSync } from 'fflate';
import { WorkbookRefused } from './refused.ts';
import { fileWords } from './words.ts';

/** The largest county's workbook is below 2 MB; ten times that leaves room. */
export const MAX_BYTES = 20 * 1024 * 1024;
/** A zip bomb unpacks a thousandfold, a spreadsheet about tenfold. */
const MAX_UNPACKED = 160 * 1024 * 1024;
export const MAX_ROWS = 50_000;
const MAX_COLUMNS = 200;

/** A cell that has a value we must not trust. `column` counts from 0. */
export interface Peculiar {
  kind: 'formula' | 'merged' | 'error';
  row: number;
  column: number;
}

/**
 * Looks at the file before the reader does: the reader unpacks whatever it is given, spans a full grid up to the
 * farthest cell, and takes the last computed value of a formula for data.
 * @returns peculiar cells by sheet name. @throws WorkbookRefused
 */
export function inspect(file: Uint8Array): Map<string, Peculiar[]> {
  if (file.length > MAX_BYTES) throw new WorkbookRefused(fileWords.tooBig(MAX_BYTES / 1024 / 1024));
  if (file[0] !== 0x50 || file[1] !== 0x4b) throw new WorkbookRefused(fileWords.notXlsx);
  const files = unpack(file);
  const text = (path: string) => (files[path] ? strFromU8(files[path]) : '');
  const workbook = text('xl/workbook.xml');
  if (!workbook) throw new WorkbookRefused(fileWords.notXlsx);
  const targets = new Map(
    elements(text('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(xl\/)?/, 'xl/'),
    ]),
  );
  return new Map(
    elements(workbook, 'sheet').map((tag) => [
      unescape(attribute(tag, 'name')),
      peculiarCells(text(targets.get(attribute(tag, 'r:id')) ?? '')),
    ]),
  );
}

function unpack(file: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(file, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        if (total > MAX_UNPACKED) throw new WorkbookRefused(fileWords.tooBigUnpacked);
        return /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/.*\.xml)$/.test(name);
      },
    });
  } catch (error) {
    if (error instanceof WorkbookRefused) throw error;
    throw new WorkbookRefused(fileWords.damaged);
  }
}

function peculiarCells(xml: string): Peculiar[] {
  const found: Peculiar[] = [];
  for (const [, attributes = '', body = ''] of xml.matchAll(
    /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g,
  )) {
    const place = placeOf(attribute(attributes, 'r'));
    // Formatting alone does not count: only cells with a value make the reader span its grid.
    if (!place || !body) continue;
    if (place.row > MAX_ROWS) throw new WorkbookRefused(fileWords.tooManyRows(MAX_ROWS));
    if (place.column >= MAX_COLUMNS) throw new WorkbookRefused(fileWords.tooManyColumns(MAX_COLUMNS));
    if (attribute(attributes, 't') === 'e') found.push({ kind: 'error', ...place });
    else if (/<(?:\w+:)?f\b/.test(body)) found.push({ kind: 'formula', ...place });
  }
  for (const tag of elements(xml, 'mergeCell')) {
    const place = placeOf(attribute(tag, 'ref').split(':')[0] ?? '');
    if (place) found.push({ kind: 'merged', ...place });
  }
  return found;
}

function elements(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b([^>]*)>`, 'g'))].map((match) => match[1] ?? '');
}

function attribute(tag: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

/** `AB12` → row 12, column 27. */
function placeOf(reference: string): { row: number; column: number } | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? [];
  if (!letters || !digits) return undefined;
  const column = letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits), column };
}

/** 0 → A, 27 → AB. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

function unescape(text: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '');
}
