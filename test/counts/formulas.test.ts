import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as f from '../../src/counts/rules/formulas.ts';
import { decimal, percent, roundHalfUp } from '../../src/counts/rules/rounding.ts';

const value = (number: number): f.Value => ({ value: number });
const none = (reason: f.Absent): f.Value => ({ value: null, reason });

describe('every formula of domain 4 with its edge', () => {
  it.each<[string, f.Value, f.Value]>([
    ['execution', f.execution(479, 998), value(479 / 998)],
    ['execution without a plan', f.execution(5, null), none('no_plan')],
    ['execution of nothing against 0', f.execution(0, 0), none('no_plan')],
    ['execution of something against 0', f.execution(1, 0), none('all_unplanned')],
    ['gap', f.gap(value(0.48), value(0.5)), value(0.48 - 0.5)],
    ['gap without a plan', f.gap(none('no_plan'), value(0.5)), none('no_plan')],
    ['gap without a calendar', f.gap(value(0.48), none('no_calendar')), none('no_calendar')],
    ['change', f.change(479, value(499)), value(-20 / 499)],
    ['change from 0 to 0', f.change(0, value(0)), none('flat')],
    ['change from 0', f.change(3, value(0)), none('last_year_zero')],
    ['change from below 0, after a withdrawal', f.change(3, value(-1)), none('last_year_small')],
    ['change across rules', f.change(3, none('rule_changed')), none('rule_changed')],
    ['forecast', f.forecast(50, value(0.5)), value(100)],
    ['forecast at 20 %', f.forecast(20, value(0.2)), value(100)],
    ['forecast before', f.forecast(20, value(0.199)), none('too_early')],
    ['seasonal forecast', f.forecastSeasonal(12, value(10), value(30)), value(36)],
    ['seasonal forecast on little', f.forecastSeasonal(12, value(9), value(30)), none('last_year_small')],
    [
      'seasonal without last year',
      f.forecastSeasonal(12, value(10), none('last_year_missing')),
      none('last_year_missing'),
    ],
    ['remaining', f.remaining(479, 998), value(519)],
    ['remaining when exceeded', f.remaining(1000, 998), value(-2)],
    ['remaining without a plan', f.remaining(1000, null), none('no_plan')],
    ['allowance', f.monthlyAllowance(value(519), 6), value(86.5)],
    ['allowance when exceeded', f.monthlyAllowance(value(-2), 6), none('exceeded')],
    ['allowance in December', f.monthlyAllowance(value(5), 12), none('year_over')],
    ['rebound line', f.reboundLine(479, 998, 6), value(519 / 479 - 1)],
    ['rebound line when the plan is nearly used', f.reboundLine(600, 998, 6), value(398 / 600 - 1)],
    ['rebound line in May', f.reboundLine(479, 998, 5), none('not_half_year')],
    ['rebound line of nothing', f.reboundLine(0, 998, 6), none('nothing_yet')],
    ['cap', f.cap(998, value(950)), value(950)],
    ['cap by plan', f.cap(900, value(950)), value(900)],
    ['cap without last year', f.cap(998, none('last_year_missing')), value(998)],
    ['cap without a plan', f.cap(null, value(950)), value(950)],
    ['cap without either', f.cap(null, none('last_year_missing')), none('no_plan')],
    ['unplanned share', f.unplannedShare(1, 5), value(0.2)],
    ['unplanned share of little', f.unplannedShare(1, 4), none('too_few')],
    ['quarter share', f.quarterShare(9, 120, 325), value(120 / 325)],
    ['quarter share of little', f.quarterShare(9, 5, 9), none('too_few')],
    ['quarter share within the quarter', f.quarterShare(8, 110, 205), none('not_quarter_end')],
    ['spike line by factor', f.spikeLine([80, 80, 79, 81, 80, 80]), value(120)],
    ['spike line by distance', f.spikeLine([2, 2, 1, 1, 2, 2]), value(5)],
    ['spike line between two middle months', f.spikeLine([10, 20, 10, 20, 10, 20]), value(22.5)],
    ['spike line of five months', f.spikeLine([1, 2, 3, 4, 5]), none('too_few_months')],
    ['completeness', f.completeness(19, 20), value(0.95)],
    ['completeness of nobody', f.completeness(0, 0), none('nobody_reports')],
  ])('%s', (_, actual, expected) => {
    expect(actual).toEqual(expected);
  });

  it.each([
    [479, 499, false],
    [114, 130, true],
    [3, 1, false],
    [4, 1, true],
    [95, 80, true],
    [13, 10, false],
    [14, 10, true],
  ])('gate: %i against %i → %s', (now, before, passes) => {
    expect(f.passesGate(now, value(before))).toBe(passes);
  });

  it('gate without anything to compare is no answer', () => {
    expect(f.passesGate(5, none('last_year_missing'))).toBeNull();
    expect([f.passesGate(1, value(-1)), f.passesGate(2, value(-1))]).toEqual([false, true]);
  });

  it('a stated percentage tells which plans fit (domain 4.1: 988 to 1008)', () => {
    const { from, to } = f.planRange(479, 0.48);
    expect([Math.ceil(from), Math.floor(to)]).toEqual([988, 1008]);
    expect(1100 > to).toBe(true);
  });

  it('is never an infinity', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(9999), fc.integer({ min: 1, max: 12 }), (a, b, month) => {
        const all = [
          f.execution(a, b),
          f.change(a, value(b)),
          f.reboundLine(a, b, month),
          f.unplannedShare(b, a),
          f.monthlyAllowance(f.remaining(a, b), month),
        ];
        for (const one of all) expect(one.value === null || Number.isFinite(one.value)).toBe(true);
      }),
    );
  });
});

describe('rounding half up', () => {
  it.each([
    [0.5, 0, 1],
    [1.5, 0, 2],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [1.005, 2, 1.01],
    [14.5, 0, 15],
    [-0.04, 1, 0],
  ])('%d to %i digits is %d', (number, digits, rounded) => {
    expect(roundHalfUp(number, digits)).toBe(rounded);
  });

  it.each([
    [0.0145, '1.5%'],
    [0.01449, '1.4%'],
    [479 / 998, '48.0%'],
    [0, '0.0%'],
  ])('%d is shown as %s', (fraction, shown) => {
    expect(percent(fraction)).toBe(shown);
  });

  it('equals exact arithmetic for every ratio of counts', () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.integer({ min: 1, max: 99_999 }), (a, b) => {
        const tenths = (BigInt(a) * 2000n + BigInt(b)) / (2n * BigInt(b));
        expect(decimal((a / b) * 100)).toBe(`${tenths / 10n}.${tenths % 10n}`);
      }),
    );
  });
});
