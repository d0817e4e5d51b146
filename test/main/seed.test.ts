import { expect, it } from 'vitest';
import { seedQuestions } from '../../src/policy/verbs/seed-questions.ts';
import { testCtx, testRuntime } from '../support/ctx.ts';

it('a fresh database is filled with few statements: D1 allows 1,000 queries in one invocation', async () => {
  const { writes } = await seedQuestions(testCtx(testRuntime()));
  expect(writes.length).toBeGreaterThan(5);
  expect(writes.length).toBeLessThan(200);
});
