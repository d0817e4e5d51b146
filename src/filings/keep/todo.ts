import { openButton, type Todo } from '../../chat/todo.ts';
import { dayOf } from '../../kernel/day.ts';
import { hasRole } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { asOfToday, readPlaces } from '../places.ts';
import { findFilings } from '../repo.ts';
import { mayDecide } from './open.ts';
import { todoWords as words } from './words.ts';

/** Filings that wait for the offices of the level. */
export async function readTodo(ctx: Ctx): Promise<Todo[]> {
  if (!hasRole(ctx.actor, 'coordinator')) return [];
  const year = Number(dayOf(ctx.now).slice(0, 4));
  const pending = (await findFilings(ctx.db, `${year}-01-01`, `${year + 1}-12-31`)).filter(
    ({ state }) => state === 'pending',
  );
  if (pending.length === 0) return [];
  const places = await readPlaces(ctx);
  const mine = pending.filter((row) => mayDecide(ctx, places, asOfToday(places, row)));
  if (mine.length === 0) return [];
  return [{ kind: 'decide', text: words.waiting(mine.length), button: openButton(words.open, words.say) }];
}
