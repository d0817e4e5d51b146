import { perform } from '../delivery/perform.ts';
import { refreshIndex } from '../policy/verbs/refresh-index.ts';
import { seedQuestions } from '../policy/verbs/seed-questions.ts';
import { contextOf, type Runtime } from '../store/runtime.ts';

/** Publishes the starter questions in a fresh database, and fills the index anew after some updates of the program. */
export async function seedIfFresh(runtime: Runtime): Promise<void> {
  const ctx = () => contextOf(runtime, { kind: 'system', job: 'seed' });
  await perform(runtime.store, ctx, refreshIndex);
  await perform(runtime.store, ctx, seedQuestions);
}
