import { and, eq, isNull } from 'drizzle-orm';
import { person } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';
import { mustChange } from '../../store/statement.ts';

/**
 * `first` once per person on the roster, `again` ever after; a `stranger` has no row to remember it by. Two openings at
 * the same moment still yield one welcome.
 */
export async function markWelcomed(
  ctx: Ctx,
  { openId }: { openId: string },
): Promise<Outcome<'first' | 'again' | 'stranger'>> {
  const [row] = await ctx.db
    .select({ greetedAt: person.greetedAt })
    .from(person)
    .where(eq(person.openId, openId));
  if (!row) return outcome('stranger');
  if (row.greetedAt !== null) return outcome('again');
  return outcome('first', {
    writes: [
      ctx.db
        .update(person)
        .set({ greetedAt: ctx.now })
        .where(and(eq(person.openId, openId), isNull(person.greetedAt))),
      mustChange(),
    ],
  });
}
