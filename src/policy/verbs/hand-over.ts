import type { Card } from '../../chat/card.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';
import { humanCard } from '../cards.ts';
import { findContact } from '../contact.ts';
import { audienceOf, findServed } from '../repo.ts';

/** Names the office and the phone for an entry, or the general ones; says who has to enter what is missing. */
export async function handOver(ctx: Ctx, { number }: { number: string | undefined }): Promise<Outcome<Card>> {
  const [entry] = await findServed(ctx.db, number === undefined ? [] : [number], audienceOf(ctx));
  return outcome(humanCard(entry, await findContact(ctx.db)));
}
