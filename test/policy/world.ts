import { questionHitDay, questionMiss } from '../../db/schema/index.ts';
import { perform } from '../../src/delivery/perform.ts';
import type { Actor, Grant } from '../../src/kernel/actor.ts';
import { publishWrites } from '../../src/policy/publish-writes.ts';
import { type AskResult, askQuestion } from '../../src/policy/verbs/ask-question.ts';
import type { Store } from '../../src/store/db.ts';
import { person, type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { samples } from './fixtures/questions.ts';

export const cadre: Actor = person('ou_cadre', '周明', post('T1'));
export const privately = { id: 'oc_private', kind: 'private' } as const;
export const inGroup = { id: 'oc_group', kind: 'group' } as const;

export function post(unit: string): Grant {
  return { role: 'cadre', unit, tier: 'township', county: '青禾县' };
}

/** The sample questions, published, as of 22 June 2026. */
export async function policyWorld(store?: Store): Promise<TestRuntime> {
  const runtime = testRuntime('2026-06-22T09:00', store ? { store } : {});
  await runtime.store.atomically(await publishWrites(testCtx(runtime), samples));
  return runtime;
}

/** Asks and commits what the question leaves behind. */
export function ask(
  runtime: TestRuntime,
  text: string,
  {
    actor = cadre,
    chat = privately,
  }: { actor?: Actor; chat?: { id: string; kind: 'private' | 'group' } } = {},
): Promise<AskResult> {
  return perform(
    runtime.store,
    () => testCtx(runtime, actor),
    (ctx) => askQuestion(ctx, { text, chat }),
  );
}

export async function traces({ store }: TestRuntime) {
  return {
    hits: await store.db.select().from(questionHitDay),
    misses: await store.db
      .select({ text: questionMiss.text, times: questionMiss.times, lastDay: questionMiss.lastDay })
      .from(questionMiss),
  };
}
