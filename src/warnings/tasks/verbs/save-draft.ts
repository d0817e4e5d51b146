import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { formProblems } from '../../../chat/words.ts';
import { brokenRule } from '../../../delivery/manners.ts';
import { AppError } from '../../../kernel/errors.ts';
import { readForm } from '../../../kernel/form.ts';
import { maskNumbers } from '../../../kernel/text.ts';
import type { Ctx } from '../../../store/context.ts';
import { auditRow } from '../../../store/statement.ts';
import { requireKeepable } from '../../keepable.ts';
import { draftCard, TEXT_LENGTH } from '../cards.ts';
import { deciderOf, readTask, type TaskRef } from '../read-task.ts';
import { changeTask } from '../repo.ts';
import { draftWords as words } from '../words.ts';

/** What the bot may not say it may not be made to say either (BR-04, BR-09). */
function isRude(text: string): boolean {
  const card = { title: '', tone: 'neutral' as const, blocks: [{ kind: 'text' as const, text }] };
  return brokenRule(card, { asked: false, group: false, names: [] }) !== undefined;
}

/** The words of a draft as a person wants them. Whoever saves an older view than the present one is shown that. */
export async function saveDraft(
  ctx: Ctx,
  { form, revision, ...ref }: TaskRef & { revision: number; form: unknown },
): Promise<Outcome<ClickAnswer>> {
  const reading = readForm(
    [{ name: 'text', label: words.textLabel, kind: 'text', required: true, max: TEXT_LENGTH }],
    form,
  );
  if (!reading.ok) throw new AppError('invalid', formProblems(reading.problems));
  requireKeepable(reading.values.text);
  if (isRude(reading.values.text)) throw new AppError('invalid', words.rude);
  const read = await readTask(ctx, ref, 'draft');
  if (read.task.state !== 'open' || read.task.revision !== revision)
    return outcome({ toast: { tone: 'warning', text: words.notOpen }, card: draftCard(read, false) });
  const text = maskNumbers(reading.values.text);
  const card = draftCard({ ...read, task: { ...read.task, text, revision: revision + 1 } }, false);
  return outcome<ClickAnswer>(
    { toast: { tone: 'success', text: words.saved }, card },
    {
      writes: [
        ...changeTask(ctx, read.task, deciderOf(ctx), { text }),
        auditRow(ctx, 'warnings.save', `${ref.scope}:${ref.indicator}:${ref.month}`),
      ],
    },
  );
}
