import { expect, it } from 'vitest';
import { demoWorkbook } from '../../db/seed/demo/index.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { officeCard } from '../../src/counts/reconciliation/cards-office.ts';
import { readOffice } from '../../src/counts/reconciliation/office.ts';
import { perform } from '../../src/delivery/perform.ts';
import { features } from '../../src/features.ts';
import { importWorkbook } from '../../src/system/verbs/import-workbook.ts';
import { writeWorkbook } from '../../src/system/workbook/write.ts';
import { testCtx, testRuntime } from '../support/ctx.ts';

it('2025 of the demo city: its books differ where the demo says, and nowhere by accident', {
  timeout: 30_000,
}, async () => {
  const runtime = testRuntime('2026-06-22T08:40');
  const sheets = features.flatMap((feature) => feature.sheets ?? []);
  const book = demoWorkbook();
  const file = await writeWorkbook(sheets, (sheet) => book[sheet.name] ?? []);
  await perform(
    runtime.store,
    () => testCtx(runtime, { kind: 'cli', name: 'import' }),
    (ctx) =>
      importWorkbook(ctx, { file, dryRun: false, sheets, unknownPeople: async () => new Set<string>() }),
  );
  const office = await readOffice(testCtx(runtime), 2025, '望泉县');
  const asked = office.parts.flatMap((part) =>
    part.comparison.differences
      .filter((one) => !one.byRule)
      .map((one) => `${part.unit.name} ${one.kind} ${one.serial || one.indicator}`),
  );
  expect(asked).toEqual([
    '望泉县教育局 gap 5',
    '望泉县教育局 unregistered 13',
    '望泉县教育局 unreceived 7',
    '望泉县教育局 month 9',
    '望泉县教育局 sum document',
  ]);
  const even = office.parts.find((part) => part.unit.name === '望泉县农业农村局');
  expect(even).toMatchObject({ turn: 'settled', unlisted: ['meeting'] });
  expect(cardText(officeCard(office))).toContain('抽了 4 个受文单位');
});
