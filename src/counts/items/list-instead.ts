import type { Card } from '../../chat/card.ts';
import type { Ctx } from '../../store/context.ts';
import type { UnitMonth } from '../unit-month.ts';
import { listCard } from './cards-list.ts';
import { byItems } from './my-months.ts';
import { findItems } from './repo.ts';
import { sumOf } from './rules/tally.ts';

/**
 * Whoever registers item by item puts a month right by its items, so that the sum stays the sum. Undefined for all
 * others, and for months whose figures came otherwise: those are numbers to be typed.
 */
export async function listInstead(ctx: Ctx, view: UnitMonth): Promise<Card | undefined> {
  if (!byItems(view)) return undefined;
  const items = await findItems(ctx.db, view.month, view.month, [view.unit.code]);
  const itemised = view.listed.every(({ indicator }) => {
    const stands = view.figures.get(indicator)?.amount ?? 0;
    return stands === sumOf(items, indicator, view.month).amount;
  });
  return itemised ? listCard(view, items) : undefined;
}
