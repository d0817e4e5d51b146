import type { Card } from '../../../chat/card.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import type { Ctx } from '../../../store/context.ts';
import { decideNow } from '../../decide-now.ts';
import { draftCard } from '../cards.ts';
import { readTask, type TaskRef } from '../read-task.ts';

/** A drafted notice; figures that were corrected since are pointed out before anybody signs. */
export async function showDraft(ctx: Ctx, ref: TaskRef): Promise<Outcome<Card>> {
  const read = await readTask(ctx, ref, 'draft');
  const changed = read.task.state === 'open' && (await decideNow(ctx, ref)).decided.grade.reached < 2;
  return outcome(draftCard(read, changed));
}
