import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { AppError } from '../../../kernel/errors.ts';
import { requireRole } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { findMiss, handledWrites } from '../../misses/repo.ts';
import { draftWords, missWords } from '../../misses/words.ts';
import { barredFromAnswers } from '../../rules/answer-text.ts';
import { draftOf } from '../drafts.ts';
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
  if ([question, answer, document].some(barredFromAnswers)) throw new AppError('invalid', draftWords.barred);
  const miss = input.miss ? await findMiss(ctx.db, input.miss) : undefined;
  if (input.miss && (!miss || miss.handled)) throw new AppError('closed', missWords.handled);
  const openId = ctx.actor.kind === 'person' ? ctx.actor.openId : '';
  const office = (await findEditors(ctx)).find((editor) => editor.openId === openId)?.unit ?? '';
  const like = miss && miss.text !== question ? [miss.text] : [];
  const { number, writes } = await draftOf(ctx, { question, like, answer, document, office });
  return outcome({ number }, { writes: [...(miss ? await handledWrites(ctx, miss) : []), ...writes] });
}
