import type { World } from '../chat/sheet.ts';
import { yearOf } from '../kernel/period.ts';
import type { Ctx } from '../store/context.ts';
import { planCells } from './lexicon.ts';
import { findPlans } from './repo.ts';
import { type FilingKind, type FilingState, isPlanned } from './rules/filing.ts';

interface Planned {
  number: string;
  organiser: string;
  kind: FilingKind;
  startDay: string;
  state?: FilingState | undefined;
}

/** Numbers of new rows for which the organiser's plan of the year has no place left; plans in the same workbook count. */
export async function beyondPlan(
  ctx: Ctx,
  rows: readonly Planned[],
  known: readonly Planned[],
  world: World,
): Promise<ReadonlySet<string>> {
  const brought = new Set(rows.map(({ number }) => number));
  const before = new Set(known.map(({ number }) => number));
  const counts = new Map<string, number>();
  const place = ({ organiser, startDay }: Planned) => `${yearOf(startDay)} ${organiser}`;
  const take = (row: Planned) => counts.set(place(row), (counts.get(place(row)) ?? 0) + 1);
  const takes = (row: Planned) => isPlanned(row.kind, row.state ?? 'filed');
  known.filter((row) => !brought.has(row.number) && takes(row)).forEach(take);
  rows.filter((row) => before.has(row.number) && takes(row)).forEach(take);
  const fresh = rows.filter((row) => !before.has(row.number) && takes(row));
  const plans = await plansOf(ctx, fresh, world);
  return new Set(
    fresh.flatMap((row) => {
      take(row);
      const plan = plans.get(place(row));
      return plan !== undefined && (counts.get(place(row)) ?? 0) > plan ? [row.number] : [];
    }),
  );
}

async function plansOf(ctx: Ctx, rows: readonly Planned[], world: World): Promise<Map<string, number>> {
  const plans = new Map<string, number>();
  const units = [...new Set(rows.map(({ organiser }) => organiser))];
  for (const year of new Set(rows.map(({ startDay }) => yearOf(startDay))))
    for (const [unit, amount] of await findPlans(ctx.db, units, year)) plans.set(`${year} ${unit}`, amount);
  for (const { cells } of world.rows(planCells.sheet)) {
    if (cells[planCells.indicator] !== planCells.inspection) continue;
    const amount = Number(cells[planCells.amount]);
    if (Number.isInteger(amount)) plans.set(`${cells[planCells.year]} ${cells[planCells.unit]}`, amount);
  }
  return plans;
}
