import type { Outcome } from '../chat/outcome.ts';
import type { Ctx } from '../store/context.ts';
import { isConflict, type Statement, type Store } from '../store/db.ts';
import { cancelSubject, enqueue } from './enqueue.ts';

/** Two people can meet on one key; a third loser in a row means a bug, not a race. */
const ATTEMPTS = 4;

/**
 * Runs a verb and commits everything it wants in one `atomically`, together with the runner's own bookkeeping. When a
 * natural key was taken meanwhile, the verb runs again on fresh data: the same value becomes success, another value
 * becomes an answer that tells the person.
 */
export async function perform<T>(
  store: Store,
  context: () => Ctx,
  verb: (ctx: Ctx) => Promise<Outcome<T>>,
  also: (ctx: Ctx, result: T) => Statement[] = () => [],
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const ctx = context();
    const { result, writes, messages, cancels } = await verb(ctx);
    try {
      await store.atomically([
        ...also(ctx, result),
        ...writes,
        ...cancels.flatMap((subject) => cancelSubject(ctx, subject)),
        ...messages.flatMap((message) => enqueue(ctx, message)),
      ]);
      return result;
    } catch (error) {
      if (!isConflict(error) || attempt === ATTEMPTS) throw error;
    }
  }
}
