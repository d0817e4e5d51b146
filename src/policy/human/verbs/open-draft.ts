import type { Card } from '../../../chat/card.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { AppError } from '../../../kernel/errors.ts';
import { requireRole } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { draftCard } from '../../misses/cards.ts';
import { findMiss } from '../../misses/repo.ts';
import { missWords as words } from '../../misses/words.ts';

/** The form for a new entry, with the wording of a miss in it, if there is one. */
export async function openDraft(ctx: Ctx, { miss: id }: { miss: string }): Promise<Outcome<Card>> {
  requireRole(ctx.actor, 'editor');
  if (id === '') return outcome(draftCard(undefined));
  const miss = await findMiss(ctx.db, id);
  if (!miss) throw new AppError('not_found', words.gone);
  if (miss.handled) throw new AppError('closed', words.handled);
  return outcome(draftCard(miss));
}
