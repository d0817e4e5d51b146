import { and, eq } from 'drizzle-orm';
import { roundUnit } from '../../../db/schema/index.ts';
import { textCard } from '../../chat/cards.ts';
import { type Outcome, outcome } from '../../chat/outcome.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow } from '../../store/statement.ts';
import { patches, subjectOf } from '../decide.ts';
import { findOrphanedParts } from '../repo-succession.ts';
import { successionWords as words } from '../words-succession.ts';

/**
 * A unit may have been asked before somebody entered that it had ended by then: what waits for it is called off, and the
 * card that it has says so. What it has confirmed or registered stays.
 */
export async function dropEndedUnits(ctx: Ctx): Promise<Outcome<{ next: undefined }>> {
  const parts = await findOrphanedParts(ctx.db);
  const cards = new Map(
    parts.map(({ month, unit }) => [
      subjectOf(month, unit),
      textCard(words.endedTitle(month), words.ended(month)),
    ]),
  );
  return outcome(
    { next: undefined },
    {
      writes: parts.flatMap(({ month, unit }) => [
        ctx.db
          .delete(roundUnit)
          .where(and(eq(roundUnit.month, month), eq(roundUnit.unit, unit), eq(roundUnit.state, 'open'))),
        auditRow(ctx, 'counts.ended', `${month} ${unit}`),
      ]),
      messages: parts.length > 0 ? await patches(ctx, cards) : [],
      cancels: [...cards.keys()],
    },
  );
}
