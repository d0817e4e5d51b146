import type { Card } from '../../../chat/card.ts';
import { type Outcome, outcome } from '../../../chat/outcome.ts';
import { dayOf } from '../../../kernel/day.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Ctx } from '../../../store/context.ts';
import { readPlaces } from '../../places.ts';
import { returnForm, returnsCard } from '../cards.ts';
import { findReturns } from '../repo.ts';
import { returnScope } from '../scope.ts';
import { returnAnswers, returnWords as words } from '../words.ts';

/** 退文: the level's book for its offices, the own unit's for a liaison. */
export async function listReturns(ctx: Ctx): Promise<Outcome<Card>> {
  const places = await readPlaces(ctx);
  const { reviews, sees, own } = returnScope(ctx, places);
  const units = sees.length > 0 ? sees : own;
  if (units.length === 0) throw new AppError('forbidden', returnAnswers.noUnit);
  const { now, formerly } = places.successions;
  const codes = units.flatMap(({ code }) => formerly(code));
  const rows = await findReturns(ctx.db, codes, dayOf(ctx.now).slice(0, 4));
  const nameOf = (unit: string) => (sees.length > 0 ? now(unit).map(places.name).join('、') : '');
  const title = sees.length > 0 ? words.title : words.ownTitle;
  return outcome(returnsCard({ rows, nameOf, reviewer: reviews.length > 0 }, title));
}

/** 登记退文: a blank form. */
export async function draftReturn(ctx: Ctx): Promise<Outcome<Card>> {
  const { reviews } = returnScope(ctx, await readPlaces(ctx));
  if (reviews.length === 0) throw new AppError('forbidden', returnAnswers.notReviewer);
  return outcome(returnForm(reviews, dayOf(ctx.now)));
}
