import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Sheet } from '../../chat/sheet.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow } from '../../store/statement.ts';
import { type SheetRows, writeWorkbook } from '../workbook/write.ts';

export interface ExportResult {
  file: Uint8Array;
  /** Rows per sheet. */
  exported: Record<string, number>;
}

/** All that the features hold, as one workbook that imports again to the same data. */
export async function exportWorkbook(
  ctx: Ctx,
  { sheets }: { sheets: readonly Sheet[] },
): Promise<Outcome<ExportResult>> {
  const dumps = new Map<string, SheetRows>();
  for (const sheet of sheets) dumps.set(sheet.name, await sheet.dump(ctx));
  const exported = Object.fromEntries([...dumps].map(([name, rows]) => [name, rows.length]));
  const file = await writeWorkbook(sheets, (sheet) => dumps.get(sheet.name) ?? []);
  return outcome({ file, exported }, { writes: [auditRow(ctx, 'system.export', 'workbook', { exported })] });
}
