import { beforeAll, expect, it } from 'vitest';
import { demoWorkbook } from '../../db/seed/demo/index.ts';
import { AppError } from '../../src/kernel/errors.ts';
import { contextOf } from '../../src/store/runtime.ts';
import { importWorkbook } from '../../src/system/verbs/import-workbook.ts';
import { writeWorkbook } from '../../src/system/workbook/write.ts';
import { seededDice } from '../support/house.ts';
import { type City, openCity } from './city.ts';
import { junkText, mutateBytes, pick } from './mutate.ts';

const FILES = 250;
const TABLES = 60;

let city: City;
beforeAll(async () => {
  city = await openCity();
});

/** What an administrator is told; whatever else is thrown would be a fault. */
async function dryRun(file: Uint8Array): Promise<boolean> {
  const { features, runtime } = city.qingfu;
  const sheets = features.flatMap((feature) => feature.sheets ?? []);
  const unknownPeople = () => Promise.resolve(new Set<string>());
  try {
    const { result } = await importWorkbook(contextOf(runtime, { kind: 'cli', name: 'fuzz' }), {
      file,
      dryRun: true,
      sheets,
      unknownPeople,
    });
    return result.ok;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.text).not.toBe('');
    return false;
  }
}

function sheetsOf(book: ReturnType<typeof demoWorkbook>) {
  const all = city.qingfu.features.flatMap((feature) => feature.sheets ?? []);
  return all.filter(({ name }) => book[name]?.length);
}

it(`${FILES} broken files: refused in words, or read as what they were`, async () => {
  const dice = seededDice(21);
  const { 单位: units = [], 人员: people = [] } = demoWorkbook();
  const book = { 单位: units.slice(0, 5), 人员: people.slice(0, 5) };
  const original = await writeWorkbook(sheetsOf(book), (sheet) => book[sheet.name as '单位'] ?? []);
  for (let n = 0; n < FILES; n++) await dryRun(mutateBytes(original, dice));
});

it(`${TABLES} workbooks with strange cells in every sheet: refused row by row`, async () => {
  const dice = seededDice(22);
  const book = demoWorkbook();
  let refused = 0;
  for (let n = 0; n < TABLES; n++) {
    const file = await writeWorkbook(sheetsOf(book), (sheet) =>
      (book[sheet.name] ?? []).slice(0, 6).map((row) => {
        const copy = { ...row };
        for (const title of Object.keys(copy))
          if (dice() < 0.15) copy[title] = junkText(dice).slice(0, 30_000);
        if (dice() < 0.1) Reflect.deleteProperty(copy, pick(dice, Object.keys(copy)));
        return copy;
      }),
    );
    if (!(await dryRun(file))) refused++;
  }
  expect(refused).toBeGreaterThan(TABLES / 2);
});
