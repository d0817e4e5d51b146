import { and, eq } from 'drizzle-orm';
import { returnedDocument } from '../../../../db/schema/index.ts';
import type { Card } from '../../../chat/card.ts';
import type { ClickAnswer } from '../../../chat/feature.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { dayOf } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { auditRow, mustChange } from '../../../store/statement.ts';
import { readPlaces } from '../../places.ts';
import { meets } from '../../rules/visibility.ts';
import { returnCard } from '../cards.ts';
import { findReturn } from '../repo.ts';
import { returnScope } from '../scope.ts';
import { returnAnswers } from '../words.ts';

/** One draft of the reviewer's level, with what can be done about it. */
export async function showReturn(ctx: Ctx, { id }: { id: string }): Promise<Outcome<Card>> {
  const { row, name } = await openReturn(ctx, id);
  return outcome(returnCard(row, name));
}

/** 再报: handed in again today. 去掉: registered by mistake. Either is done once however often it is clicked. */
export async function markReturn(
  ctx: Ctx,
  { id, how }: { id: string; how: 'again' | 'strike' },
): Promise<Outcome<ClickAnswer>> {
  const { row, name } = await openReturn(ctx, id);
  const text = returnAnswers[how === 'again' ? 'again' : 'struck'];
  const done = how === 'again' ? row.againDay !== '' : row.struck;
  if (done) return outcome<ClickAnswer>({ toast: { tone: 'success', text }, card: returnCard(row, name) });
  const change = how === 'again' ? { againDay: dayOf(ctx.now) } : { struck: true };
  const after = { ...row, ...change, revision: row.revision + 1 };
  return outcome<ClickAnswer>(
    { toast: { tone: 'success', text }, card: returnCard(after, name) },
    {
      writes: [
        ctx.db
          .update(returnedDocument)
          .set({ ...change, revision: after.revision })
          .where(and(eq(returnedDocument.id, id), eq(returnedDocument.revision, row.revision))),
        mustChange(),
        auditRow(ctx, `filings.return-${how}`, `return:${id}`),
      ],
    },
  );
}

/** @throws AppError not_found for what is not of the reviewer's level, forbidden for everybody else */
async function openReturn(ctx: Ctx, id: string) {
  const places = await readPlaces(ctx);
  const { reviews } = returnScope(ctx, places);
  if (reviews.length === 0) throw new AppError('forbidden', returnAnswers.notReviewer);
  const row = await findReturn(ctx.db, id);
  const units = row ? places.successions.now(row.unit) : [];
  if (!row || !meets(units, new Set(reviews.map(({ code }) => code))))
    throw new AppError('not_found', returnAnswers.notFound);
  return { row, name: units.map(places.name).join('、') };
}
