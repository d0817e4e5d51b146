import { perform } from '../delivery/perform.ts';
import { seedQuestions } from '../policy/verbs/seed-questions.ts';
import { contextOf, type Runtime } from '../store/runtime.ts';

/** Publishes the starter questions in a fresh database; does nothing in any other. */
export async function seedIfFresh(runtime: Runtime): Promise<void> {
  await perform(runtime.store, () => contextOf(runtime, { kind: 'system', job: 'seed' }), seedQuestions);
}
