import { type Outcome, outcome } from '../../chat/outcome.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow } from '../../store/statement.ts';
import { type SheetRows, type SheetShape, writeWorkbook } from '../../system/workbook/write.ts';
import { MOST_ROWS } from '../export.ts';
import { type RouteName, requireReach } from '../guard.ts';
import { listWords } from '../words.ts';

export interface ExportInput {
  route: Extract<RouteName, `${string}Export`>;
  sheet: SheetShape;
  rows: SheetRows;
}

/** What a list shows, as a workbook; who took it away is on record. @throws AppError invalid when there are too many rows */
export async function exportList(
  ctx: Ctx,
  { route, sheet, rows }: ExportInput,
): Promise<Outcome<Uint8Array>> {
  requireReach(ctx, route);
  if (rows.length > MOST_ROWS) throw new AppError('invalid', listWords.tooMany(MOST_ROWS));
  const file = await writeWorkbook([sheet], () => rows);
  return outcome(file, { writes: [auditRow(ctx, 'console.export', sheet.name, { rows: rows.length })] });
}
