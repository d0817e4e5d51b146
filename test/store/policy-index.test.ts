import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { question, searchRow, searchToken, setting } from '../../db/schema/index.ts';
import { starterQuestions } from '../../db/seed/questions/index.ts';
import { perform } from '../../src/delivery/perform.ts';
import { findPublished } from '../../src/policy/repo.ts';
import { search } from '../../src/policy/retrieval/search.ts';
import { publishQuestion } from '../../src/policy/verbs/publish-question.ts';
import { seedQuestions } from '../../src/policy/verbs/seed-questions.ts';
import { withdrawQuestion } from '../../src/policy/verbs/withdraw-question.ts';
import { sample } from '../policy/fixtures/questions.ts';
import { ask, policyWorld, traces } from '../policy/world.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { freshStore } from './backend.ts';

const audience = { day: '2026-06-22', units: ['T1'] };

let runtime: TestRuntime;
beforeEach(async () => {
  runtime = await policyWorld(await freshStore());
});

async function first(text: string): Promise<string | undefined> {
  return (await search(runtime.store.db, text, audience)).entries[0]?.number;
}

function run<T>(verb: Parameters<typeof perform<T>>[2]): Promise<T> {
  return perform(runtime.store, () => testCtx(runtime), verb);
}

/** Tokens counted in the table against tokens counted in the rows themselves. */
async function indexIsConsistent(): Promise<void> {
  const { db } = runtime.store;
  const rows = await db
    .select({ id: searchRow.id })
    .from(searchRow)
    .where(sql`${searchRow.kind} <> 'unlike'`);
  const [kept] = await db
    .select({ n: sql<number>`sum(${searchToken.rows})` })
    .from(searchToken)
    .where(sql`${searchToken.token} in ('#phrasings', '#answers')`);
  expect(kept?.n ?? 0).toBe(rows.length);
  const [full] = await db.select({ n: sql<number>`count(*)` }).from(sql`question_fts`);
  expect(full?.n).toBe(rows.length);
}

describe('the index', () => {
  it.each([
    ['五小是哪五小', 'WX01'],
    ['wx 是啥', 'WX01'],
    ['五强是哪五强', 'WQ01'],
    ['乡补咋发', 'BT01'],
    ['容纠流程', 'RC01'],
    ['荣错怎么申请', 'RC01'],
    ['会议３个不开', 'HY01'],
  ])('%s finds %s', async (text, number) => {
    expect(await first(text)).toBe(number);
  });

  it('reads nothing typed as query syntax', async () => {
    for (const text of [
      '"五小',
      "') OR 1=1 --",
      'tokens:五小 NEAR(',
      '*',
      '',
      '　',
      '😀',
      'a'.repeat(5000),
    ]) {
      await expect(search(runtime.store.db, text, audience)).resolves.toBeDefined();
    }
  });

  it('forgets a withdrawn question and finds a new one with the same effect', async () => {
    expect(await run((ctx) => withdrawQuestion(ctx, { number: 'WX01' }))).toEqual({ changed: true });
    expect(await first('五小是哪五小')).not.toBe('WX01');
    await indexIsConsistent();
    expect(await run((ctx) => withdrawQuestion(ctx, { number: 'WX01' }))).toEqual({ changed: false });
    await run((ctx) => publishQuestion(ctx, sample.fiveSmall));
    expect(await first('五小是哪五小')).toBe('WX01');
    await indexIsConsistent();
  });

  it('replaces the old wording by the new one and leaves what is equal alone', async () => {
    const reworded = { ...sample.meetings, question: '无会日是哪一天', like: ['哪天不开会'] };
    expect(await run((ctx) => publishQuestion(ctx, reworded))).toEqual({ changed: true });
    expect(await run((ctx) => publishQuestion(ctx, reworded))).toEqual({ changed: false });
    expect(await first('无会日是哪天')).toBe('HY01');
    const [row] = await runtime.store.db.select().from(question).where(sql`number = 'HY01'`);
    expect(row?.publishedRevision).toBe(2);
    await indexIsConsistent();
  });

  it('two publishers of one question: both texts are kept as revisions, one is served', async () => {
    const texts = ['答复甲', '答复乙'].map((answer) => ({ ...sample.fiveSmall, answer }));
    await Promise.all(texts.map((content) => run((ctx) => publishQuestion(ctx, content))));
    const [row] = await runtime.store.db.select().from(question).where(sql`number = 'WX01'`);
    expect(row?.publishedRevision).toBe(3);
    await indexIsConsistent();
  });

  it('an emptied index is empty in all its tables', async () => {
    for (const { number } of await findPublished(runtime.store.db)) {
      await run((ctx) => withdrawQuestion(ctx, { number }));
    }
    expect(await runtime.store.db.select().from(searchToken)).toEqual([]);
    expect(await first('五小是哪五小')).toBeUndefined();
    await indexIsConsistent();
  });

  it('holds nothing back and gives nothing away: day and unit decide', async () => {
    expect(await first('周转房能买吗')).not.toBe('XX01');
    const before = { day: '2025-12-31', units: [] };
    expect((await search(runtime.store.db, '周转房能买吗', before)).entries[0]?.number).toBe('XX01');
    expect(await first('周转房怎么申请')).not.toBe('XX02');
    const own = { ...audience, units: ['T1', 'C1'] };
    expect((await search(runtime.store.db, '周转房怎么申请', own)).entries[0]?.number).toBe('XX02');
  });
});

describe('asking', () => {
  it('counts an answer per entry and day, and keeps a miss masked', async () => {
    expect((await ask(runtime, '五小是哪五小')).decision).toBe('answer');
    await ask(runtime, '五小指什么');
    expect((await ask(runtime, '张建国书记交办的2023456号单子，高铁票怎么抢')).decision).toBe('unknown');
    expect(await traces(runtime)).toEqual({
      hits: [{ number: 'WX01', day: '2026-06-22', hits: 2, useful: 0, unsolved: 0 }],
      misses: [{ text: '***书记交办的***号单子，高铁票怎么抢', times: 1, lastDay: '2026-06-22' }],
    });
  });
});

describe('starter questions', () => {
  it('fill a fresh database once and stay away after they were withdrawn', async () => {
    runtime = testRuntime('2026-06-22T09:00', { store: await freshStore() });
    await run(seedQuestions);
    expect(await findPublished(runtime.store.db)).toHaveLength(starterQuestions.length);
    await indexIsConsistent();
    await runtime.store.atomically([runtime.store.db.delete(question)]);
    await run(seedQuestions);
    expect(await findPublished(runtime.store.db)).toEqual([]);
    expect(await runtime.store.db.select({ key: setting.key }).from(setting)).toEqual([
      { key: 'questions.seeded' },
    ]);
  });

  it('leave a database alone that has questions', async () => {
    await run(seedQuestions);
    expect(await runtime.store.db.select().from(setting)).toEqual([]);
  });
});
