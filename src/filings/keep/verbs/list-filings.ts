import type { Card } from '../../../chat/card.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { dayOf } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import { coordinates } from '../../../people/scope.ts';
import type { Ctx } from '../../../store/context.ts';
import { asOfToday, countyOf, mayKeep, readPlaces, viewerOf } from '../../places.ts';
import { findFilings } from '../../repo.ts';
import { meets } from '../../rules/visibility.ts';
import { listCard } from '../cards-list.ts';
import { maySeeDays } from '../open.ts';
import { keepAnswers } from '../words.ts';

/** 备案台账: this year's of the own unit, the offices' of their level with what waits for them on top. */
export async function listFilings(ctx: Ctx): Promise<Outcome<Card>> {
  const places = await readPlaces(ctx);
  const { keeps } = viewerOf(ctx, places);
  if (keeps.size === 0) throw new AppError('forbidden', keepAnswers.noUnit);
  const year = dayOf(ctx.now).slice(0, 4);
  const rows = (await findFilings(ctx.db, `${year}-01-01`, `${Number(year) + 1}-12-31`))
    .map((row) => asOfToday(places, row))
    .filter((row) => mayKeep(ctx, places, row.organisers))
    // Of what is unannounced the offices see what waits for them, and no more.
    .filter(
      (row) =>
        row.kind !== 'unannounced' ||
        meets(row.organisers, keeps) ||
        (row.state === 'pending' && coordinates(ctx.actor, countyOf(places, row.organisers))),
    );
  return outcome(listCard(rows, true, (row) => maySeeDays(ctx, places, row)));
}
