import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';
import { countHit } from '../counters.ts';
import { audienceOf, findServed } from '../repo.ts';

/** Counts how answers are taken, per entry and day and without persons. Numbers that are no entry count nothing. */
export async function rateAnswer(
  ctx: Ctx,
  { number, solved }: { number: string; solved: boolean },
): Promise<Outcome> {
  const [entry] = await findServed(ctx.db, [number], audienceOf(ctx));
  return outcome(undefined, {
    writes: entry ? [countHit(ctx, number, solved ? 'useful' : 'unsolved')] : [],
  });
}
