import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { requireRole } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { findWaiting } from '../hand-over.ts';
import { findEditors, type Handed } from '../repo.ts';

/** The questions that wait for this editor, oldest first. */
export async function listOpenQuestions(ctx: Ctx): Promise<Outcome<Handed[]>> {
  const { actor } = ctx;
  requireRole(actor, 'editor');
  const openId = actor.kind === 'person' ? actor.openId : '';
  const waiting = await findWaiting(ctx, await findEditors(ctx));
  return outcome(
    waiting
      .filter(({ editors }) => editors.some((editor) => editor.openId === openId))
      .map(({ handed }) => handed),
  );
}
