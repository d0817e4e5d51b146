import type { Card } from '../../../chat/card.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import type { Ctx } from '../../../store/context.ts';
import { draftCard, editCard } from '../cards.ts';
import { readTask, type TaskRef } from '../read-task.ts';

/** The form that changes the words of a draft; of one that is decided, only how it was decided. */
export async function editDraft(ctx: Ctx, ref: TaskRef): Promise<Outcome<Card>> {
  const read = await readTask(ctx, ref, 'draft');
  return outcome(read.task.state === 'open' ? editCard(read) : draftCard(read, false));
}
