import { visitRecord } from '../../db/schema/index.ts';
import { demoVisitRecords } from '../../db/seed/demo/index.ts';
import type { World } from '../chat/sheet.ts';
import { perform } from '../delivery/perform.ts';
import type { Ctx } from '../store/context.ts';
import type { Statement } from '../store/db.ts';
import { contextOf } from '../store/runtime.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import { insertRows } from '../store/statement.ts';
import { importWorkbook } from '../system/verbs/import-workbook.ts';
import { type SheetRows, writeWorkbook } from '../system/workbook/write.ts';
import type { Qingfu } from './wiring.ts';

const LOADED = 'demo.loaded';

/** Brings the fictional city in the way an administrator would: as a workbook through the import. */
export async function loadDemo(
  { runtime, features }: Qingfu,
  workbook: Record<string, SheetRows>,
  unknownPeople: World['unknownPeople'],
): Promise<void> {
  if (await readSetting(runtime.store.db, LOADED)) return;
  const sheets = features.flatMap((feature) => feature.sheets ?? []).filter((sheet) => workbook[sheet.name]);
  const file = await writeWorkbook(sheets, (sheet) => workbook[sheet.name] ?? []);
  const result = await perform(
    runtime.store,
    () => contextOf(runtime, { kind: 'cli', name: 'demo' }),
    (ctx) => importWorkbook(ctx, { file, dryRun: false, sheets, unknownPeople }),
    (ctx, { ok }) => (ok ? [...visitsMade(ctx), writeSetting(ctx.db, LOADED, String(ctx.now))] : []),
  );
  if (!result.ok) throw new Error(`demo workbook refused: ${JSON.stringify(result.refused.slice(0, 20))}`);
}

/** Visits are recorded by a tap and have no sheet. */
function visitsMade(ctx: Ctx): Statement[] {
  return insertRows(ctx.db, visitRecord, demoVisitRecords());
}
