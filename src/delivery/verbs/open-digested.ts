import { eq } from 'drizzle-orm';
import { outbox } from '../../../db/schema/index.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Ctx } from '../../store/context.ts';
import { words } from '../words.ts';

/** Sends a card that a digest lists to whoever the digest came to. @throws AppError not_found when it has lost its reason. */
export async function openDigested(ctx: Ctx, { id }: { id: string }): Promise<Outcome> {
  const [row] = await ctx.db.select().from(outbox).where(eq(outbox.id, id));
  const { actor } = ctx;
  const own = actor.kind === 'person' && row?.target === actor.openId && row.recipient.kind === 'person';
  const over = row?.notAfter !== null && (row?.notAfter ?? 0) < ctx.now;
  if (!row || !own || !row.card || row.reason !== 'in_digest' || over)
    throw new AppError('not_found', words.digestGone);
  return outcome(undefined, {
    messages: [
      {
        key: `delivery.opened@${id}`,
        to: row.recipient,
        card: row.card,
        kind: 'answer',
        // Whoever settles the matter brings this card up to date as well.
        ...(row.subject && { subject: row.subject }),
      },
    ],
  });
}
