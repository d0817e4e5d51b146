import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import type { Ctx } from '../../../store/context.ts';
import { auditRow } from '../../../store/statement.ts';
import { draftCard } from '../cards.ts';
import { deciderOf, readTask, type TaskRef } from '../read-task.ts';
import { changeTask } from '../repo.ts';
import { draftWords as words } from '../words.ts';

/** A draft that nobody wants to send is kept, and the unit hears nothing. */
export async function discardDraft(
  ctx: Ctx,
  { revision, ...ref }: TaskRef & { revision: number },
): Promise<Outcome<ClickAnswer>> {
  const read = await readTask(ctx, ref, 'draft');
  if (read.task.state !== 'open' || read.task.revision !== revision)
    return outcome({ toast: { tone: 'warning', text: words.notOpen }, card: draftCard(read, false) });
  const by = deciderOf(ctx);
  const byName = ctx.actor.kind === 'person' ? ctx.actor.name : '';
  const task = { ...read.task, state: 'discarded' as const, by, byName, at: ctx.now };
  return outcome<ClickAnswer>(
    { toast: { tone: 'info', text: words.discarded }, card: draftCard({ ...read, task }, false) },
    {
      writes: [
        ...changeTask(ctx, read.task, by, { state: 'discarded' }),
        auditRow(ctx, 'warnings.discard', `${ref.scope}:${ref.indicator}:${ref.month}`),
      ],
    },
  );
}
