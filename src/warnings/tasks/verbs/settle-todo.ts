import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { formProblems } from '../../../chat/words.ts';
import { AppError } from '../../../kernel/errors.ts';
import { readForm } from '../../../kernel/form.ts';
import { maskNumbers } from '../../../kernel/text.ts';
import type { Ctx } from '../../../store/context.ts';
import { auditRow } from '../../../store/statement.ts';
import { requireKeepable } from '../../keepable.ts';
import { readMonths } from '../../read-months.ts';
import { lastTwelve, todoCard } from '../cards.ts';
import { deciderOf, readTask, type TaskRef } from '../read-task.ts';
import { changeTask } from '../repo.ts';
import { todoWords as words } from '../words.ts';

/** A person notes how a correction was dealt with; the machine only keeps the note. */
export async function settleTodo(
  ctx: Ctx,
  { form, revision, ...ref }: TaskRef & { revision: number; form: unknown },
): Promise<Outcome<ClickAnswer>> {
  const reading = readForm(
    [
      { name: 'how', label: words.howLabel, kind: 'choice', required: true, options: words.ways },
      { name: 'note', label: words.noteLabel, kind: 'text', max: words.noteMax },
    ],
    form,
  );
  if (!reading.ok) throw new AppError('invalid', formProblems(reading.problems));
  requireKeepable(reading.values.note ?? '');
  const read = await readTask(ctx, ref, 'todo');
  const rows = await readMonths(ctx, ref, read.task.county, lastTwelve(ref.month));
  if (read.task.state !== 'open' || read.task.revision !== revision)
    return outcome({ toast: { tone: 'warning', text: words.notOpen }, card: todoCard(read, rows) });
  const by = deciderOf(ctx);
  const { how, note: more } = reading.values;
  const note = more ? `${how}：${maskNumbers(more)}` : how;
  const byName = ctx.actor.kind === 'person' ? ctx.actor.name : '';
  const task = { ...read.task, state: 'settled' as const, note, by, byName, at: ctx.now };
  return outcome<ClickAnswer>(
    { toast: { tone: 'success', text: words.settled }, card: todoCard({ ...read, task }, rows) },
    {
      writes: [
        ...changeTask(ctx, read.task, by, { state: 'settled', note }),
        auditRow(ctx, 'warnings.settle', `${ref.scope}:${ref.indicator}:${ref.month}`, { how }),
      ],
    },
  );
}
