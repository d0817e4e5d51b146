import { describe, expect, it } from 'vitest';
import { unit, visitRecord } from '../../db/schema/index.ts';
import { INDICATORS } from '../../db/seed/demo/figures.ts';
import { demoGuide, demoPeople, demoVisitRecords, demoWorkbook } from '../../db/seed/demo/index.ts';
import { demoUnits, issuingUnits } from '../../db/seed/demo/units.ts';
import { starterQuestions } from '../../db/seed/questions/index.ts';
import { perform } from '../../src/delivery/perform.ts';
import { features } from '../../src/features.ts';
import { instantAt } from '../../src/kernel/day.ts';
import { seedQuestions } from '../../src/policy/verbs/seed-questions.ts';
import { insertRows } from '../../src/store/statement.ts';
import { exportWorkbook } from '../../src/system/verbs/export-workbook.ts';
import { importWorkbook } from '../../src/system/verbs/import-workbook.ts';
import { readWorkbook } from '../../src/system/workbook/read.ts';
import { writeWorkbook } from '../../src/system/workbook/write.ts';
import { remindGroups } from '../../src/visits/verbs/remind-groups.ts';
import { explainWarning } from '../../src/warnings/verbs/explain-warning.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';

const book = demoWorkbook();
/** Of every feature: what is not in the demo's book must round-trip all the same. */
const sheets = features.flatMap((feature) => feature.sheets ?? []);
const sheetNames = [
  '单位',
  '人员',
  '填报名单',
  '年度计划',
  '历史数据',
  '口径',
  '逐件登记',
  '计划清单',
  '登记清单',
  '文号流水',
  '受文登记',
  '调研计划',
  '考察组',
  '备案清单',
  '退文台账',
  '培训班次',
  '政策问答',
  '本地标准',
  '同义词',
  '单位撤并',
  '预警规则',
];
const directory = new Set(demoPeople().map((person) => person.openId));

function load(runtime: TestRuntime, file: Uint8Array, dryRun = false) {
  return perform(
    runtime.store,
    () => testCtx(runtime, { kind: 'cli', name: 'demo' }),
    (ctx) =>
      importWorkbook(ctx, {
        file,
        dryRun,
        sheets,
        unknownPeople: async (openIds) => new Set(openIds.filter((id) => !directory.has(id))),
      }),
  );
}

const dumps = async (runtime: TestRuntime) =>
  Object.fromEntries(
    await Promise.all(sheets.map(async (sheet) => [sheet.name, await sheet.dump(testCtx(runtime))] as const)),
  );

describe('the demo city goes through the real import', () => {
  it.each(sheets.map((sheet) => [sheet.name, sheet] as const))('%s has only known columns', (name, sheet) => {
    const titles = new Set((book[name] ?? []).flatMap((row) => Object.keys(row)));
    expect(sheet.columns.map((column) => column.title)).toEqual(expect.arrayContaining([...titles]));
  });

  it('every sheet of the contract belongs to a feature, once', () => {
    expect(sheets.map((sheet) => sheet.name).toSorted()).toEqual(sheetNames.toSorted());
  });

  it('is accepted whole, exported with all sheets, and comes back the same', {
    timeout: 30_000,
  }, async () => {
    const first = testRuntime('2026-06-22T08:40');
    await perform(first.store, () => testCtx(first), seedQuestions);
    const file = await writeWorkbook(sheets, (sheet) => book[sheet.name] ?? []);
    const result = await load(first, file);
    expect(result.refused).toEqual([]);
    expect(result.imported).toEqual(
      Object.fromEntries(sheets.map((sheet) => [sheet.name, book[sheet.name]?.length ?? 0])),
    );

    const out = await perform(
      first.store,
      () => testCtx(first),
      (ctx) => exportWorkbook(ctx, { sheets }),
    );
    expect((await readWorkbook(out.file)).map((sheet) => sheet.name)).toEqual(sheetNames);
    expect(out.exported['政策问答']).toBe(starterQuestions.length);
    const second = testRuntime('2026-06-22T08:40');
    expect((await load(second, out.file)).refused).toEqual([]);
    expect(await dumps(second)).toEqual(await dumps(first));

    // Once more into the same database: nothing is refused and nothing changes.
    expect((await load(first, out.file)).refused).toEqual([]);
    expect(await dumps(first)).toEqual(await dumps(second));
    expect(await first.store.db.select().from(unit)).toHaveLength(80);
  });
});

describe('the product’s own grading of the demo', () => {
  it('warns the three units of the story for June 2026, and nobody else', { timeout: 30_000 }, async () => {
    const runtime = testRuntime('2026-07-07T09:40');
    await load(runtime, await writeWorkbook(sheets, (sheet) => book[sheet.name] ?? []));
    const loud: string[] = [];
    for (const scope of ['市', '县区:望泉县', '县区:松渡县', ...issuingUnits.map((one) => one.code)])
      for (const indicator of INDICATORS) {
        const { result } = await explainWarning(testCtx(runtime), { scope, indicator, month: '2026-06' });
        const name = demoUnits.find((one) => one.code === scope)?.name ?? scope;
        if (result.level > 0) loud.push(`${name} ${indicator} ${result.level}`);
      }
    expect(loud).toEqual(['市生态环境局 发文 2', '市住房和城乡建设局 发文 1', '望泉县应急管理局 发文 1']);
  });
});

it('reminds four groups on June 23 and none the day before', { timeout: 30_000 }, async () => {
  const runtime = testRuntime('2026-06-22T08:40');
  await load(runtime, await writeWorkbook(sheets, (sheet) => book[sheet.name] ?? []));
  const { store } = runtime;
  await store.atomically(insertRows(store.db, visitRecord, demoVisitRecords()));
  const remindedOn = async (day: string) => {
    const dueAt = instantAt(day, '09:10');
    const { messages } = await remindGroups(testCtx(runtime), { job: 'visits.remind', dueAt });
    return messages.map((message) => message.to);
  };
  expect(await remindedOn('2026-06-22')).toEqual([]);
  const reminded = await remindedOn('2026-06-23');
  expect(reminded).toHaveLength(4);
  expect(reminded).toContainEqual({ kind: 'person', openId: demoGuide.remind.as });
});
