import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { questionMiss, searchSound, searchToken } from '../../db/schema/index.ts';
import { perform } from '../../src/delivery/perform.ts';
import { findPublished } from '../../src/policy/repo.ts';
import { search } from '../../src/policy/retrieval/search.ts';
import { publishQuestion } from '../../src/policy/verbs/publish-question.ts';
import { withdrawQuestion } from '../../src/policy/verbs/withdraw-question.ts';
import { sample } from '../policy/fixtures/questions.ts';
import { ask, policyWorld } from '../policy/world.ts';
import { type TestRuntime, testCtx } from '../support/ctx.ts';
import { freshStore } from './backend.ts';

let runtime: TestRuntime;
beforeEach(async () => {
  runtime = await policyWorld(await freshStore());
});

function run<T>(verb: Parameters<typeof perform<T>>[2]): Promise<T> {
  return perform(runtime.store, () => testCtx(runtime), verb);
}

async function first(text: string): Promise<string | undefined> {
  return (await search(runtime.store.db, text, { day: '2026-06-22', units: ['T1'] })).entries[0]?.number;
}

describe('words typed by ear', () => {
  it.each([
    ['乡阵工作卜贴按什么发', 'BT01'],
    ['申请荣搓要经过哪些换节', 'RC01'],
    ['五墙乡真指哪五项', 'WQ01'],
    ['什么样的汇不能该', 'HY01'],
  ])('%s finds %s', async (text, number) => {
    expect(await first(text)).toBe(number);
    expect((await ask(runtime, text)).entryIds[0]).toBe(number);
  });

  it('what nobody wrote in any way stays unknown, and is kept as it was typed', async () => {
    expect((await ask(runtime, '糕铁票怎么抢')).decision).toBe('unknown');
    expect(await runtime.store.db.select({ text: questionMiss.text }).from(questionMiss)).toEqual([
      { text: '糕铁票怎么抢' },
    ]);
  });

  it('follow every publication at once', async () => {
    const text = '工务用车评台咋申请';
    expect((await ask(runtime, text)).decision).toBe('unknown');
    const cars = {
      ...sample.meetings,
      number: 'GC01',
      question: '公务用车平台怎么申请',
      like: [],
      unlike: [],
    };
    await run((ctx) => publishQuestion(ctx, cars));
    expect(await ask(runtime, text)).toMatchObject({ decision: 'answer', entryIds: ['GC01'] });
    await run((ctx) => withdrawQuestion(ctx, { number: 'GC01' }));
    expect((await ask(runtime, text)).decision).toBe('unknown');
  });

  it('have a sound for the pairs of the vocabulary and for nothing else', async () => {
    const { db } = runtime.store;
    const orphans = await db
      .select()
      .from(searchSound)
      .where(sql`${searchSound.token} not in (select token from ${searchToken})`);
    expect(orphans).toEqual([]);
    for (const { number } of await findPublished(db)) await run((ctx) => withdrawQuestion(ctx, { number }));
    expect(await db.select().from(searchSound)).toEqual([]);
  });
});
