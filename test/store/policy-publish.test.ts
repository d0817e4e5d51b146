import { like } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { audit, searchRow } from '../../db/schema/index.ts';
import { perform } from '../../src/delivery/perform.ts';
import { AppError } from '../../src/kernel/errors.ts';
import type { Content } from '../../src/policy/content.ts';
import { collisionsWith } from '../../src/policy/publish-writes.ts';
import { findPublished } from '../../src/policy/repo.ts';
import { search } from '../../src/policy/retrieval/search.ts';
import { publishQuestion } from '../../src/policy/verbs/publish-question.ts';
import { sample } from '../policy/fixtures/questions.ts';
import { policyWorld } from '../policy/world.ts';
import { type TestRuntime, testCtx } from '../support/ctx.ts';
import { freshStore } from './backend.ts';

let runtime: TestRuntime;
beforeEach(async () => {
  runtime = await policyWorld(await freshStore());
});

function publish(content: Content, despite?: string): Promise<{ changed: boolean }> {
  return perform(
    runtime.store,
    () => testCtx(runtime),
    (ctx) => publishQuestion(ctx, content, despite),
  );
}

const collisions = async (...contents: Content[]) =>
  (await collisionsWith(testCtx(runtime), contents)).map(
    ({ number, kind, phrase, other }) => `${number} ${kind} ${phrase} ${other}`,
  );

const parking: Content = {
  ...sample.fiveSmall,
  number: 'TC01',
  question: '机关停车位怎么申请',
  like: ['停车证怎么办', '外单位车能进院吗'],
  unlike: ['电动车在哪充电'],
};

describe('what is to be published', () => {
  it('gets in nobody’s way: the samples among themselves, and a new matter', async () => {
    expect(await collisions(...(await findPublished(runtime.store.db)), parking)).toEqual([]);
    const reworded = [sample.meetings, sample.tolerance].map((one) => ({
      ...one,
      answer: `${one.answer}。`,
    }));
    expect(await collisions(...reworded, parking)).toEqual([]);
  });

  it.each<[string, Partial<Content>, string]>([
    ['an own phrasing of another', { like: ['五小指什么'] }, '五小指什么 WX01'],
    ['an own phrasing of another in other words', { like: ['WX都有哪些？'] }, '五小都有哪些 WX01'],
    ['a counter-example that is a phrasing', { unlike: ['机关停车位怎么申请'] }, 'counter_example'],
  ])('is refused for %s', async (_, change, expected) => {
    const content = { ...parking, ...change };
    const found = await collisions(content);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
    const failure = await publish(content).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AppError);
    expect((failure as AppError).text).toContain('TC01 没有发布');
    expect((await findPublished(runtime.store.db)).map(({ number }) => number)).not.toContain('TC01');
  });

  it('is published with a reason, which the audit keeps', async () => {
    const content = { ...parking, like: ['五小指什么'] };
    expect(await publish(content, '两个口径都要能查到')).toEqual({ changed: true });
    const [row] = await runtime.store.db
      .select({ data: audit.data })
      .from(audit)
      .where(like(audit.target, 'TC01'));
    expect(row?.data).toMatchObject({ despite: { TC01: '两个口径都要能查到' } });
    // What stands unchanged is not asked about again.
    expect(await publish(content)).toEqual({ changed: false });
  });

  it('may stand beside its like for other people or other times', async () => {
    const twin = { ...sample.fiveSmall, number: 'WX99' };
    expect(await collisions(twin)).not.toEqual([]);
    expect(await collisions({ ...twin, units: ['C1'] })).toEqual([]);
    const until = { ...sample.fiveSmall, validUntil: '2026-12-31' };
    await publish(until);
    expect(await collisions({ ...twin, validFrom: '2027-01-01' })).toEqual([]);
  });

  it('is compared with what comes in the same workbook', async () => {
    const other = { ...parking, number: 'TC02', question: '停车证怎么办', like: [], unlike: [] };
    const found = await collisions(parking, other);
    expect(found.map((one) => one.slice(0, 4)).toSorted()).toEqual(['TC01', 'TC02']);
  });

  it('is found at once by all its phrasings, and by none after a refusal', async () => {
    const { db } = runtime.store;
    await publish(parking);
    for (const text of [parking.question, ...parking.like])
      expect((await search(db, text, { day: '2026-06-22', units: [] })).entries[0]?.number).toBe('TC01');
    const before = await db.select().from(searchRow).orderBy(searchRow.id);
    await publish({ ...parking, like: ['五小指什么'] }).catch(() => undefined);
    expect(await db.select().from(searchRow).orderBy(searchRow.id)).toEqual(before);
  });
});
