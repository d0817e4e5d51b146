import { type Indicator, levelName, readGrounds } from '../counts/window.ts';
import { addMonths, type Month, monthFrom, yearOf } from '../kernel/period.ts';
import type { Ctx } from '../store/context.ts';

/** Single months of one scope, each beside the same month of the year before; emergencies are counted and told. */
export async function readMonths(
  ctx: Ctx,
  { scope, indicator, month }: { scope: string; indicator: Indicator; month: Month },
  county: string,
  months: readonly Month[],
) {
  const units = scope === levelName(county) ? undefined : [scope];
  const years = [month, monthFrom(yearOf(month) - 1, 12)];
  const [now, before] = await Promise.all(years.map((at) => readGrounds(ctx, county, at, units)));
  const cellsOf = (at: Month) => {
    const grounds = yearOf(at) >= yearOf(month) - 1 ? now : before;
    const members = (grounds?.units ?? []).filter((unit) => unit.indicator === indicator);
    return members.flatMap(({ series }) => series.get(at) ?? []);
  };
  const sum = (at: Month, of: 'amount' | 'emergency') =>
    cellsOf(at).reduce((total, cell) => total + cell[of], 0);
  return months.map((at) => {
    const lastYear = addMonths(at, -12);
    return {
      month: at,
      amount: cellsOf(at).length > 0 ? sum(at, 'amount') : null,
      before: cellsOf(lastYear).length > 0 ? sum(lastYear, 'amount') : null,
      emergency: sum(at, 'emergency'),
    };
  });
}
