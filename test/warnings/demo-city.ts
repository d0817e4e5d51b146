import { demoWorkbook } from '../../db/seed/demo/index.ts';
import { perform } from '../../src/delivery/perform.ts';
import { features } from '../../src/features.ts';
import { importWorkbook } from '../../src/system/verbs/import-workbook.ts';
import { writeWorkbook } from '../../src/system/workbook/write.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';

/** The fictional city of the demo, brought in as the workbook that the demo brings in. */
export async function demoCity(shanghai: string): Promise<TestRuntime> {
  const runtime = testRuntime(shanghai);
  const workbook = demoWorkbook();
  const sheets = features.flatMap((feature) => feature.sheets ?? []).filter((sheet) => workbook[sheet.name]);
  const file = await writeWorkbook(sheets, (sheet) => workbook[sheet.name] ?? []);
  const { ok, refused } = await perform(
    runtime.store,
    () => testCtx(runtime, { kind: 'cli', name: 'demo' }),
    (ctx) =>
      importWorkbook(ctx, { file, dryRun: false, sheets, unknownPeople: async () => new Set<string>() }),
  );
  if (!ok) throw new Error(`demo workbook refused: ${JSON.stringify(refused.slice(0, 5))}`);
  return runtime;
}
