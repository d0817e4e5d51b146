import type { Card } from '../../../chat/card.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { readPlaces, viewerOf } from '../../places.ts';
import { filingForm } from '../cards.ts';
import { keepAnswers } from '../words.ts';

/** 登记备案: a blank form for the units that somebody keeps filings for. */
export async function draftFiling(ctx: Ctx): Promise<Outcome<Card>> {
  const places = await readPlaces(ctx);
  const units = [...viewerOf(ctx, places).keeps];
  if (units.length === 0) throw new AppError('forbidden', keepAnswers.noUnit);
  return outcome(filingForm(places, units, {}));
}
