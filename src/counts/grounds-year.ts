import { type Month, monthNumber, yearOf } from '../kernel/period.ts';
import { type Grounds, planOf, type UnitGrounds } from './read-grounds.ts';
import { addAll, monthsOfTwoYears, sumsOfYear } from './rules/series-year.ts';
import { type Statistics, statisticsOf } from './rules/statistics.ts';
import type { Sums } from './rules/sums.ts';

/** A unit is looked at for itself and as a part of its level; its sums are made once for both. */
const known = new WeakMap<UnitGrounds, Sums[]>();

function sumsOf(unit: UnitGrounds, months: readonly Month[], count: number): Sums[] {
  const sums = known.get(unit) ?? partOfYear(unit, months, count);
  known.set(unit, sums);
  return sums;
}

/** In a level everyone's own figures add up; a merged unit has last year's months all the same, under the old codes. */
function partOfYear({ series, comparable }: UnitGrounds, months: readonly Month[], count: number): Sums[] {
  const own = sumsOfYear(series, months, count);
  if (!comparable) return own;
  const alone = sumsOfYear(comparable, months, count);
  return own.map((sums, i) => ({ ...sums, members: alone[i]?.members ?? sums.members }));
}

/**
 * The figures of these units together as of every month of the year up to that of the grounds, January first:
 * emergencies left out, compared strictly (domain 4.2).
 */
export function statisticsOfYear(grounds: Grounds, units: readonly UnitGrounds[]): Statistics[] {
  const count = monthNumber(grounds.month);
  const months = monthsOfTwoYears(yearOf(grounds.month));
  const [single, second] = units;
  const sums =
    single?.comparable && !second
      ? [sumsOfYear(single.comparable, months, count)]
      : units.map((unit) => sumsOf(unit, months, count));
  const plan = planOf(units);
  const [only] = sums;
  return Array.from({ length: count }, (_, i) =>
    statisticsOf({
      month: i + 1,
      elapsed: grounds.elapsed[i] ?? null,
      sums: sums.length === 1 && only?.[i] ? only[i] : addAll(sums.flatMap((one) => one[i] ?? [])),
      plan,
      strict: true,
    }),
  );
}

/** Counts of these units cumulated over last year, January first, emergencies left out. */
export function totalsOfLastYear(grounds: Grounds, units: readonly UnitGrounds[]): number[] {
  let total = 0;
  return monthsOfTwoYears(yearOf(grounds.month))
    .slice(0, 12)
    .map((month) => {
      for (const { series, comparable } of units) {
        const cell = (units.length === 1 ? (comparable ?? series) : series).get(month);
        if (cell) total += cell.amount - cell.emergency;
      }
      return total;
    });
}
