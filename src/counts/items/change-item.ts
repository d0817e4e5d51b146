import { and, eq } from 'drizzle-orm';
import { countItem } from '../../../db/schema/index.ts';
import { AppError } from '../../kernel/errors.ts';
import { requireUnit } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import { auditRow, mustChange } from '../../store/statement.ts';
import { changedFields } from './fields.ts';
import { findItem, type Item } from './repo.ts';
import { changes } from './rules/tally.ts';
import { type ShiftCause, type Shifted, shiftFigures } from './shift-figures.ts';
import { itemAnswers as words } from './words.ts';

/** @throws AppError forbidden for whoever is not the unit's liaison, not_found when there is no such item. */
export async function openItem(ctx: Ctx, id: string): Promise<Item> {
  const item = await findItem(ctx.db, id);
  if (!item) throw new AppError('not_found', words.notFound);
  requireUnit(ctx.actor, 'liaison', item.unit);
  return item;
}

/** The item as it becomes, with the figures of every month it touches; the reason is kept with both. */
export async function changeItem(
  ctx: Ctx,
  before: Item,
  change: Partial<Item>,
  action: string,
  cause: ShiftCause,
): Promise<Shifted & { item: Item }> {
  const item = { ...before, ...change, revision: before.revision + 1 };
  const shifts = [...changes(before, item)].map(([month, tally]) => ({
    indicator: item.indicator,
    month,
    tally,
  }));
  const shifted = await shiftFigures(ctx, item.unit, shifts, cause);
  const { id: _, ...values } = item;
  return {
    ...shifted,
    item,
    writes: [
      ctx.db
        .update(countItem)
        .set(values)
        .where(and(eq(countItem.id, before.id), eq(countItem.revision, before.revision))),
      mustChange(),
      auditRow(ctx, action, `item:${before.id}`, {
        reason: cause.reason,
        changed: changedFields(before, change),
      }),
      ...shifted.writes,
    ],
  };
}
