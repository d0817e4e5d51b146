import { openButton, type Todo } from '../chat/todo.ts';
import { hasRole } from '../people/scope.ts';
import type { Ctx } from '../store/context.ts';
import { findUndone } from './repo.ts';
import { mayHandle } from './route.ts';
import { featureWords, todoWords as words } from './words.ts';

/** How many wait for this officer's answer. */
export async function readTodo(ctx: Ctx): Promise<Todo[]> {
  if (!hasRole(ctx.actor, 'coordinator', 'admin')) return [];
  const waiting = (await findUndone(ctx.db)).filter((voice) => mayHandle(ctx.actor, voice));
  if (waiting.length === 0) return [];
  const [say = ''] = featureWords.listWords;
  return [{ kind: 'do', text: words.waiting(waiting.length), button: openButton(words.open, say) }];
}
