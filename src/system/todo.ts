import type { Todo } from '../chat/todo.ts';
import { countFailedRecipients } from '../delivery/find-failed.ts';
import { hasRole } from '../people/scope.ts';
import type { Ctx } from '../store/context.ts';
import { todoWords as words } from './words-todo.ts';

/** Who did not get a message, for whoever may send it again. */
export async function readTodo(ctx: Ctx): Promise<Todo[]> {
  if (!hasRole(ctx.actor, 'admin', 'coordinator')) return [];
  const recipients = await countFailedRecipients(ctx);
  if (recipients === 0) return [];
  const confirm = { title: words.confirmTitle, text: words.confirm(recipients) };
  return [
    {
      kind: 'decide',
      text: words.failed(recipients),
      button: { text: words.resend, action: 'system.resend', confirm },
    },
  ];
}
