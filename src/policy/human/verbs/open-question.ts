import type { Card } from '../../../chat/card.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { findRevisions } from '../../repo.ts';
import { doneCard, questionCard } from '../cards-editor.ts';
import { editorsOf } from '../hand-over.ts';
import { findHanded } from '../repo.ts';
import { editorWords as words } from '../words.ts';

/** One question with its form, or the answer it has got meanwhile. */
export async function openQuestion(ctx: Ctx, { id }: { id: string }): Promise<Outcome<Card>> {
  const { db, actor } = ctx;
  const handed = await findHanded(db, id);
  if (!handed) throw new AppError('not_found', words.unknown);
  const openId = actor.kind === 'person' ? actor.openId : '';
  if (!(await editorsOf(ctx, handed)).some((editor) => editor.openId === openId))
    throw new AppError('forbidden', words.notYours);
  if (handed.state === 'expired') throw new AppError('closed', words.expired);
  if (handed.state === 'answered') return outcome(doneCard(handed, handed.editor === openId));
  const [entry] = await findRevisions(db, handed.number ? [handed.number] : []);
  const before = handed.follows === null ? undefined : await findHanded(db, handed.follows);
  return outcome(questionCard(handed, { entry, before }));
}
