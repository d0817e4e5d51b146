import { openButton, type Todo } from '../chat/todo.ts';
import { grantsOf } from '../people/scope.ts';
import type { Ctx } from '../store/context.ts';
import { findOpenTasks } from './tasks/repo.ts';
import { todoWords as words } from './words-todo.ts';

/** Notices to sign and corrections to settle, for the coordinators of their level. */
export async function readTodo(ctx: Ctx): Promise<Todo[]> {
  const counties = grantsOf(ctx.actor)
    .filter(({ role }) => role === 'coordinator')
    .map(({ county }) => county);
  if (counties.length === 0) return [];
  const tasks = await findOpenTasks(ctx.db, [...new Set(counties)]);
  const line = (kind: 'draft' | 'todo'): Todo[] => {
    const open = tasks.filter((task) => task.kind === kind).length;
    return open === 0
      ? []
      : [{ kind: 'decide', text: words[kind](open), button: openButton(words.open, words.say) }];
  };
  return [...line('todo'), ...line('draft')];
}
