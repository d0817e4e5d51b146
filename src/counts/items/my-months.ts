import type { Month } from '../../kernel/period.ts';
import { grantsOf } from '../../people/scope.ts';
import type { Ctx } from '../../store/context.ts';
import type { Indicator } from '../rules/indicator.ts';
import { readUnitMonths, type UnitMonth } from '../unit-month.ts';

/** Units that the person looks after as a liaison, as they stand in a month. */
export async function readMyMonths(ctx: Ctx, month: Month): Promise<UnitMonth[]> {
  const units = grantsOf(ctx.actor)
    .filter((grant) => grant.role === 'liaison')
    .map((grant) => grant.unit);
  return units.length === 0 ? [] : readUnitMonths(ctx, month, units);
}

/** Registers item by item: this indicator, or any. */
export function byItems(view: UnitMonth, indicator?: Indicator): boolean {
  return view.listed.some(
    (one) => one.mode === 'items' && (indicator === undefined || one.indicator === indicator),
  );
}
