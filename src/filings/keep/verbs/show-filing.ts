import type { Card } from '../../../chat/card.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { filingForm, reasonCard } from '../cards.ts';
import { fieldsOf } from '../fields.ts';
import { cardFor, mayDecide, openFiling, openToChange } from '../open.ts';
import { keepAnswers } from '../words.ts';

export type Step = 'open' | 'edit' | 'withdraw' | 'refuse';

/** One filing, or one of its forms. */
export async function showFiling(
  ctx: Ctx,
  { number, step }: { number: string; step: Step },
): Promise<Outcome<Card>> {
  const opened =
    step === 'open' || step === 'refuse' ? await openFiling(ctx, number) : await openToChange(ctx, number);
  const { places, row } = opened;
  if (step === 'open') return outcome(cardFor(ctx, opened));
  // A card that has grown old shows how things stand.
  if (row.state !== 'filed' && row.state !== 'pending') return outcome(cardFor(ctx, opened));
  if (step === 'edit') return outcome(filingForm(places, row.organisers.slice(0, 1), fieldsOf(row), row));
  if (step === 'withdraw') return outcome(reasonCard(row, 'withdraw'));
  if (!mayDecide(ctx, places, row)) throw new AppError('forbidden', keepAnswers.notDecider);
  return outcome(reasonCard(row, 'refuse'));
}
