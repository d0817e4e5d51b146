import type { Card } from '../../../chat/card.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import type { Ctx } from '../../../store/context.ts';
import { readMonths } from '../../read-months.ts';
import { lastTwelve, todoCard } from '../cards.ts';
import { readTask, type TaskRef } from '../read-task.ts';

/** A correction for the office to settle: what was found, and the last twelve months beside the year before. */
export async function showTodo(ctx: Ctx, ref: TaskRef): Promise<Outcome<Card>> {
  const read = await readTask(ctx, ref, 'todo');
  return outcome(todoCard(read, await readMonths(ctx, ref, read.task.county, lastTwelve(ref.month))));
}
