import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Cell, type Series, spansOf, sumsAt } from '../../src/counts/rules/series.ts';
import { addAll, monthsOfTwoYears, sumsOfYear } from '../../src/counts/rules/series-year.ts';
import { add, EMPTY } from '../../src/counts/rules/sums.ts';
import { monthFrom } from '../../src/kernel/period.ts';

const YEAR = 2026;
const months = monthsOfTwoYears(YEAR);

const cell = fc
  .record({
    amount: fc.nat(40),
    unplanned: fc.nat(40),
    emergency: fc.nat(40),
    version: fc.constantFrom('1', '2'),
  })
  .map(
    (one): Cell => ({
      ...one,
      unplanned: Math.min(one.unplanned, one.amount),
      emergency: Math.min(one.emergency, one.amount),
    }),
  );

const series: fc.Arbitrary<Series> = fc
  .array(fc.option(cell), { minLength: 24, maxLength: 24 })
  .map((cells) => new Map(cells.flatMap((one, i) => (one ? [[months[i] ?? '', one] as const] : []))));

it('one pass over two years gives the sums of every single month', () => {
  fc.assert(
    fc.property(series, fc.integer({ min: 1, max: 12 }), (one, count) => {
      const single = Array.from({ length: count }, (_, i) =>
        sumsAt(one, spansOf(monthFrom(YEAR, i + 1)), 'apart'),
      );
      expect(sumsOfYear(one, months, count)).toEqual(single);
    }),
  );
});

it('many units added up at once are the same as added one by one', () => {
  fc.assert(
    fc.property(fc.array(series, { maxLength: 5 }), (all) => {
      const sums = all.map((one) => sumsOfYear(one, months, 12)[11] ?? EMPTY);
      expect(addAll(sums)).toEqual(sums.reduce(add, EMPTY));
    }),
  );
});
