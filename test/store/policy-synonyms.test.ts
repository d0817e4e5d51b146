import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { searchRow, searchSound, searchToken, setting, synonym } from '../../db/schema/index.ts';
import type { Row } from '../../src/chat/sheet.ts';
import { perform } from '../../src/delivery/perform.ts';
import { seedIfFresh } from '../../src/main/seed.ts';
import { search } from '../../src/policy/retrieval/search.ts';
import { sheets } from '../../src/policy/sheets.ts';
import { publishQuestion } from '../../src/policy/verbs/publish-question.ts';
import { refreshIndex } from '../../src/policy/verbs/refresh-index.ts';
import { sample } from '../policy/fixtures/questions.ts';
import { ask, policyWorld } from '../policy/world.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { freshStore } from './backend.ts';

let runtime: TestRuntime;
beforeEach(async () => {
  runtime = await policyWorld(await freshStore());
});

function run<T>(verb: Parameters<typeof perform<T>>[2]): Promise<T> {
  return perform(runtime.store, () => testCtx(runtime), verb);
}

const [synonyms, questions] = sheets;

/** Both sheets of one workbook, committed as one effect, as the import does it. */
async function load(
  words: readonly string[][],
  texts: readonly Record<string, string>[] = [],
): Promise<void> {
  const rowsOf = (cells: readonly Record<string, string>[]): Row[] =>
    cells.map((one, i) => ({ number: i + 2, cells: one }));
  const given: Record<string, Row[]> = {
    同义词: rowsOf(words.map(([规范词 = '', 又称 = '', 启用 = '']) => ({ 规范词, 又称, 启用 }))),
    政策问答: rowsOf(texts),
  };
  const world = {
    rows: (sheet: string) => given[sheet] ?? [],
    units: new Map(),
    people: new Set<string>(),
    unknownPeople: () => Promise.resolve(new Set<string>()),
  };
  await run(async (ctx) => {
    const writes = [];
    for (const sheet of [synonyms, questions]) {
      const rows = given[sheet?.name ?? ''] ?? [];
      if (!sheet || rows.length === 0) continue;
      expect(await sheet.check(ctx, rows, world)).toEqual([]);
      writes.push(...(await sheet.writes(ctx, rows, world)));
    }
    return { result: undefined, writes, messages: [], cancels: [] };
  });
}

async function first(text: string): Promise<string | undefined> {
  return (await search(runtime.store.db, text, { day: '2026-06-22', units: ['T1'] })).entries[0]?.number;
}

async function indexed() {
  const { db } = runtime.store;
  return {
    rows: await db
      .select({ number: searchRow.number, position: searchRow.position, text: searchRow.text })
      .from(searchRow)
      .orderBy(searchRow.number, searchRow.position),
    tokens: await db.select().from(searchToken).orderBy(searchToken.token),
    sounds: await db.select().from(searchSound).orderBy(searchSound.sound, searchSound.token),
    full: await db.select({ n: sql<number>`count(*)` }).from(sql`question_fts`),
  };
}

/** What the index holds is what it would hold if everything were put in anew. */
async function indexIsWhole(): Promise<void> {
  const before = await indexed();
  await runtime.store.atomically([runtime.store.db.delete(setting).where(sql`key = 'index.form'`)]);
  await run(refreshIndex);
  expect(await indexed()).toEqual(before);
}

describe('synonyms of the administrators', () => {
  it('are found with at once, in what stands already and in what is asked', async () => {
    expect((await ask(runtime, '磨洋工险咋申请')).decision).toBe('unknown');
    await load([['容错纠错', '磨洋工险；容纠']]);
    expect(await ask(runtime, '磨洋工险咋申请')).toMatchObject({ decision: 'answer', entryIds: ['RC01'] });
    await indexIsWhole();
  });

  it('change the index where an entry was written with the old words', async () => {
    const text = (await indexed()).rows.find(
      ({ number, position }) => number === 'WX01' && position === 2,
    )?.text;
    expect(text).toBe(' 五小都有哪些 ');
    await load([['五小', '5小；五个小']]);
    const changed = (await indexed()).rows.find(
      ({ number, position }) => number === 'WX01' && position === 2,
    );
    expect(changed?.text).toBe(' wx 都有哪些 ');
    expect(await first('五个小都有哪些')).toBe('WX01');
    await indexIsWhole();
  });

  it('can be switched off and on again', async () => {
    await load([['乡镇工作补贴', '乡补', '否']]);
    expect(await first('乡补咋发')).toBe('BT01');
    expect((await indexed()).rows.some(({ text }) => text.includes('乡补'))).toBe(true);
    await load([['乡镇工作补贴', '乡补', '是']]);
    expect((await indexed()).rows.some(({ text }) => text.includes('乡补'))).toBe(false);
    await indexIsWhole();
  });

  it('come with questions of the same workbook, new and reworded ones', async () => {
    const cell = (text: string) => ({
      编号: 'WX01',
      标准问题: text,
      答复: '停车位在后院。',
      依据文件: '机关院落管理办法',
    });
    await load([['停车位', '泊车格']], [cell('泊车格在哪里'), { ...cell('泊车格几个'), 编号: 'TC01' }]);
    expect(await first('停车位在哪里')).toBe('WX01');
    expect(await first('停车位几个')).toBe('TC01');
    await indexIsWhole();
  });

  it('and a publication at the same time leave the index whole', async () => {
    const reworded = { ...sample.fiveSmall, like: ['wx 有哪几样', '乡补和 wx'] };
    await Promise.all([
      load([['五小', '5小；小五样']]),
      run((ctx) => publishQuestion(ctx, reworded)),
      load([['五强', '5强；强五样']]),
    ]);
    const words = await runtime.store.db.select({ said: synonym.said }).from(synonym);
    expect(words.map(({ said }) => said)).toEqual(expect.arrayContaining(['小五样', '强五样', '乡补']));
    await indexIsWhole();
  });
});

describe('the index of an older version of the program', () => {
  it('is filled anew once', async () => {
    const whole = await indexed();
    await runtime.store.atomically([
      runtime.store.db.delete(searchSound),
      sql`update search_row set text = ' ' where position = 0`,
    ]);
    await run(refreshIndex);
    expect(await indexed()).toEqual(whole);
    await runtime.store.atomically([runtime.store.db.delete(searchSound)]);
    await run(refreshIndex);
    expect((await indexed()).sounds).toEqual([]);
  });

  it('is whole whoever starts first: two processes on one fresh database', async () => {
    const store = await freshStore();
    runtime = testRuntime('2026-06-22T09:00', { store });
    await Promise.all([seedIfFresh(runtime), seedIfFresh(runtime)]);
    expect((await indexed()).rows.length).toBeGreaterThan(1000);
    await indexIsWhole();
  });
});
