import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { AppError } from '../../../kernel/errors.ts';
import { requireRole } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { phrasingOf } from '../../desk/drafts.ts';
import { EDITORS, requireWithin } from '../../desk/reach.ts';
import { findNewest } from '../../desk/repo.ts';
import { findMiss, handledWrites } from '../repo.ts';
import { draftWords, missWords } from '../words.ts';

export interface Assigned {
  question: string;
  phrase: string;
  /** False when the entry knew the wording already. */
  added: boolean;
}

/** Takes a wording that found nothing into an entry, as a draft of its next text. What is served stays as it is. */
export async function addPhrasing(
  ctx: Ctx,
  { miss: id, number }: { miss: string; number: string },
): Promise<Outcome<Assigned>> {
  requireRole(ctx.actor, 'editor');
  const miss = await findMiss(ctx.db, id);
  if (!miss) throw new AppError('not_found', missWords.gone);
  const entry = await findNewest(ctx.db, number);
  if (!entry) throw new AppError('not_found', draftWords.noEntry);
  await requireWithin(ctx, EDITORS, entry);
  const { question } = entry;
  const phrase = miss.text;
  const writes = await phrasingOf(ctx, { number, phrase });
  if (miss.handled) {
    if (writes) throw new AppError('closed', missWords.handled);
    return outcome({ question, phrase, added: true });
  }
  return outcome(
    { question, phrase, added: writes !== undefined },
    { writes: [...(await handledWrites(ctx, miss)), ...(writes ?? [])] },
  );
}
