import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { AppError } from '../../../kernel/errors.ts';
import { requireRole } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { unitsOfEditor } from '../../desk/reach.ts';
import { EMPTY_TEXT } from '../../desk/rules/entry-text.ts';
import { saveRevision } from '../../desk/verbs/save-revision.ts';
import { findMiss, handledWrites } from '../../misses/repo.ts';
import { missWords } from '../../misses/words.ts';
import { findEditors } from '../repo.ts';

export interface DraftInput {
  /** The miss it is made from; empty for one of the editor's own. */
  miss: string;
  question: string;
  answer: string;
  document: string;
}

/** Keeps a new entry as a draft: nobody is served it before it has been reviewed and published. */
export async function saveDraft(ctx: Ctx, input: DraftInput): Promise<Outcome<{ number: string }>> {
  requireRole(ctx.actor, 'editor');
  const { question, answer, document } = input;
  const miss = input.miss ? await findMiss(ctx.db, input.miss) : undefined;
  if (input.miss && (!miss || miss.handled)) throw new AppError('closed', missWords.handled);
  const openId = ctx.actor.kind === 'person' ? ctx.actor.openId : '';
  const office = (await findEditors(ctx)).find((editor) => editor.openId === openId)?.unit ?? '';
  const like = miss && miss.text !== question ? [miss.text] : [];
  const content = {
    ...EMPTY_TEXT,
    question,
    like,
    answer,
    document,
    office,
    units: await unitsOfEditor(ctx),
  };
  const { result, ...effects } = await saveRevision(ctx, { number: '', baseRevision: 0, content });
  const handled = miss ? await handledWrites(ctx, miss) : [];
  return outcome({ number: result.number }, { ...effects, writes: [...handled, ...effects.writes] });
}
