import type { Card } from '../../../chat/card.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { AppError } from '../../../kernel/errors.ts';
import { requireRole } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { audienceOf, findServed } from '../../repo.ts';
import { search } from '../../retrieval/search.ts';
import { assignCard } from '../cards.ts';
import { findMiss } from '../repo.ts';
import { missWords as words } from '../words.ts';

/** As many as a phone shows without scrolling. */
const OFFERED = 4;

/** The entries a wording could belong to. */
export async function offerEntries(ctx: Ctx, { miss: id }: { miss: string }): Promise<Outcome<Card>> {
  requireRole(ctx.actor, 'editor');
  const miss = await findMiss(ctx.db, id);
  if (!miss) throw new AppError('not_found', words.gone);
  if (miss.handled) throw new AppError('closed', words.handled);
  const audience = audienceOf(ctx);
  const { entries } = await search(ctx.db, miss.text, audience);
  const numbers = [miss.near, ...entries.map(({ number }) => number)].filter(Boolean);
  const near = await findServed(ctx.db, [...new Set(numbers)].slice(0, OFFERED), audience);
  return outcome(assignCard(miss, near));
}
