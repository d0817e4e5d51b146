import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Refusal, Sheet, World } from '../../chat/sheet.ts';
import { PlatformError } from '../../kernel/errors.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow } from '../../store/statement.ts';
import { type RawSheet, readWorkbook } from '../workbook/read.ts';
import { WorkbookRefused } from '../workbook/refused.ts';
import { type Table, tableOf } from '../workbook/table.ts';
import { fileWords, headingWords, platformWords, sheetsToRead } from '../workbook/words.ts';
import { worldOf } from '../workbook/world.ts';

export interface ImportInput {
  file: Uint8Array;
  /** Checks everything and stores nothing. */
  dryRun: boolean;
  /** Of all features: system knows none of them. */
  sheets: readonly Sheet[];
  /** Asks the platform. @throws PlatformError when it cannot be asked. */
  unknownPeople: World['unknownPeople'];
}

export interface ImportResult {
  ok: boolean;
  /** Rows per sheet; empty when refused. With `dryRun` what would have been imported. */
  imported: Record<string, number>;
  /** Row 0 means the whole file. */
  refused: Refusal[];
}

/** All or nothing, with every refused row. Known keys are updated, nothing is deleted. */
export async function importWorkbook(ctx: Ctx, input: ImportInput): Promise<Outcome<ImportResult>> {
  const raw = await readWorkbook(input.file).catch((error: unknown) => {
    if (error instanceof WorkbookRefused) return error.reason;
    throw error;
  });
  if (typeof raw === 'string') return refuse([{ sheet: '', row: 0, column: '', reason: raw }]);

  const tables = input.sheets.flatMap((sheet) =>
    raw.filter(({ name }) => name === sheet.name).map((found) => tableOf(sheet, found)),
  );
  const world = await worldOf(ctx, tables, input.unknownPeople);
  const refused = [...unknownSheets(raw, input.sheets), ...tables.flatMap((table) => table.refused)];
  for (const table of tables.filter((t) => t.readable && t.rows.length > 0)) {
    try {
      refused.push(...(await table.sheet.check(ctx, table.rows, world)));
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      const reason = platformWords.unreachable(error.hint);
      return refuse([{ sheet: table.sheet.name, row: 0, column: '', reason }]);
    }
  }
  if (refused.length > 0) return refuse(inOrder(refused, raw));
  if (tables.every((table) => table.rows.length === 0))
    return refuse([{ sheet: '', row: 0, column: '', reason: fileWords.empty }]);

  const imported = Object.fromEntries(tables.map(({ sheet, rows }) => [sheet.name, rows.length]));
  const result: ImportResult = { ok: true, imported, refused: [] };
  if (input.dryRun) return outcome(result);
  return outcome(result, { writes: await writesOf(ctx, tables, world, imported) });
}

async function writesOf(ctx: Ctx, tables: readonly Table[], world: World, imported: Record<string, number>) {
  const writes = await Promise.all(
    tables.filter(({ rows }) => rows.length > 0).map(({ sheet, rows }) => sheet.writes(ctx, rows, world)),
  );
  return [...writes.flat(), auditRow(ctx, 'system.import', 'workbook', { imported })];
}

function unknownSheets(raw: readonly RawSheet[], sheets: readonly Sheet[]): Refusal[] {
  const known = sheets.map((sheet) => sheet.name);
  return raw
    .filter(({ name }) => !known.includes(name) && !sheetsToRead.includes(name))
    .map(({ name }) => ({ sheet: name, row: 1, column: '', reason: headingWords.unknownSheet(name, known) }));
}

/** As a reader walks through the workbook: by sheet, then by row. */
function inOrder(refused: readonly Refusal[], raw: readonly RawSheet[]): Refusal[] {
  const place = new Map(raw.map(({ name }, i) => [name, i]));
  return refused.toSorted((a, b) => (place.get(a.sheet) ?? 0) - (place.get(b.sheet) ?? 0) || a.row - b.row);
}

function refuse(refused: Refusal[]): Outcome<ImportResult> {
  return outcome({ ok: false, imported: {}, refused });
}
