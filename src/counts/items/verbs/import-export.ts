import { type Outcome, outcome } from '../../../chat/outcome.ts';
import type { Refusal, World } from '../../../chat/sheet.ts';
import type { Month } from '../../../kernel/period.ts';
import type { Ctx } from '../../../store/context.ts';
import { auditRow } from '../../../store/statement.ts';
import type { Indicator } from '../../rules/indicator.ts';
import { type RawExport, rowsOfExport } from '../export-rows.ts';
import { planImport } from '../import-plan.ts';
import { importWrites } from '../import-writes.ts';
import { checkItems, ITEM_SHEET, itemColumns, readRow } from '../sheets.ts';
import { cellWordsFor } from '../words-sheets.ts';

export interface ExportImport {
  raw: RawExport;
  unit: string;
  indicator: Indicator;
  world: World;
  /** Checks everything and stores nothing. */
  dryRun: boolean;
}

export interface ExportImportResult {
  ok: boolean;
  /** New items, changed ones, and those that were registered already. */
  fresh: number;
  changed: number;
  known: number;
  /** Rows that repeat an earlier row of the file, and which: they count once. */
  repeated: { row: number; first: number }[];
  /** New items by month. */
  months: { month: Month; items: number }[];
  /** Everything that is wrong, by row as the spreadsheet shows it; nothing is stored then. */
  refused: Refusal[];
}

/** An office-automation export: all or nothing, every problem at once, and the same file twice changes nothing. */
export async function importExport(ctx: Ctx, input: ExportImport): Promise<Outcome<ExportImportResult>> {
  const { rows, refused: unreadable } = rowsOfExport(input.raw, input);
  const missing = rows.flatMap((row) =>
    [itemColumns.title, itemColumns.day]
      .filter((title) => !row.cells[title])
      .map((column) => ({
        sheet: ITEM_SHEET,
        row: row.number,
        column,
        reason: cellWordsFor.missing(column),
      })),
  );
  const checked = rows.length > 0 ? await checkItems(ctx, rows, input.world, 'likely') : [];
  const refused = [...unreadable, ...missing, ...checked].toSorted((a, b) => a.row - b.row);
  const plan = await planImport(
    ctx,
    rows.flatMap((row) => readRow(row).entry ?? []),
    input.world,
  );
  const perMonth = Map.groupBy(plan.fresh, ({ month }) => month);
  const result: ExportImportResult = {
    ok: refused.length === 0,
    fresh: plan.fresh.length,
    changed: plan.changed.length,
    known: plan.known,
    repeated: plan.repeated,
    months: [...perMonth]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, items]) => ({ month, items: items.length })),
    refused,
  };
  if (!result.ok || input.dryRun) return outcome(result);
  const audit = auditRow(ctx, 'counts.item-import', `unit:${input.unit}`, {
    fresh: result.fresh,
    changed: result.changed,
  });
  return outcome(result, { writes: [...(await importWrites(ctx, plan, input.world)), audit] });
}
