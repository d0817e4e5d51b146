import type { Card } from '../../../chat/card.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { furtherCard } from '../cards.ts';
import { replyKey } from '../hand-over.ts';
import { findFurther, findHanded, wasSentTo } from '../repo.ts';
import { editorWords, replyWords as words } from '../words.ts';

/** The answer once more with a line for the question back, as long as none was asked. */
export async function showFurther(ctx: Ctx, { id }: { id: string }): Promise<Outcome<Card>> {
  const handed = await findHanded(ctx.db, id);
  if (handed?.state !== 'answered') throw new AppError('not_found', editorWords.unknown);
  const openId = ctx.actor.kind === 'person' ? ctx.actor.openId : '';
  if (!(await wasSentTo(ctx.db, replyKey(id), openId))) throw new AppError('forbidden', words.notYours);
  if (handed.follows !== null || (await findFurther(ctx.db, id)))
    throw new AppError('conflict', words.furtherTwice);
  return outcome(furtherCard(handed));
}
