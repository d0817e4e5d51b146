import { describe, expect, it } from 'vitest';
import { audienceOf } from '../../src/warnings/rules/audience.ts';
import type { Figures } from '../../src/warnings/rules/figures.ts';
import { type Grade, gradesOf } from '../../src/warnings/rules/level.ts';
import { DEFAULTS } from '../../src/warnings/rules/parameters.ts';
import { year } from './year.ts';

const NONE: Grade = { level: 0, reached: 0, calm: 0, triggers: [], held: [] };
const grade = (figures: Figures[], unit = true, parameters = DEFAULTS) =>
  gradesOf(figures, unit, () => parameters).at(-1) ?? NONE;
const up: Partial<Figures> = {
  amount: 20,
  monthLastYear: 10,
  monthYearOnYear: 1,
  monthGate: true,
  spikeLine: null,
};

describe('each rule of domain 4.2 at its threshold', () => {
  it.each<[string, number, Partial<Figures>[], number, string[]]>([
    ['nothing', 4, [{}], 0, []],
    ['g just below 3 points', 4, [{ gap: 0.0299 }], 0, []],
    ['g = 3 points', 4, [{ gap: 0.53 - 0.5 }], 1, ['pace']],
    ['g = 8 points', 4, [{ gap: 0.58 - 0.5 }], 2, ['pace']],
    ['g without a plan', 4, [{ gap: null, plan: null }], 0, []],
    ['y = 5 % past the gate', 4, [{ yearOnYear: 0.05, gate: true }], 1, ['year_on_year']],
    ['y = 10 % past the gate', 4, [{ yearOnYear: 0.1, gate: true }], 2, ['year_on_year']],
    ['y = 200 % before the gate', 4, [{ yearOnYear: 2, gate: false }], 0, []],
    ['one month above last year', 4, [up], 0, []],
    ['two months above last year', 4, [up, up], 1, ['rising']],
    ['three months above last year', 5, [up, up, up], 2, ['rising']],
    ['two months, one before the gate', 4, [{ ...up, monthGate: false }, up], 0, []],
    ['two months with a quiet one between', 5, [up, {}, up], 0, []],
    ['on the spike line', 4, [{ amount: 15 }], 0, []],
    ['above the spike line', 4, [{ amount: 16 }], 1, ['spike']],
    ['no spike line', 4, [{ amount: 99, spikeLine: null }], 0, []],
    ['s = 45 %', 6, [{ quarterShare: 0.45 }], 1, ['quarter_end']],
    ['s = 44.9 %', 6, [{ quarterShare: 0.449 }], 0, []],
    ['F = 1.03 C', 6, [{ forecast: 103 }], 0, []],
    ['F above 1.03 C', 6, [{ forecast: 103.1 }], 1, ['forecast']],
    ['F above 1.08 C', 6, [{ forecast: 108.1 }], 2, ['forecast']],
    ['F above 1.08 C in May', 5, [{ forecast: 108.1 }], 0, []],
    ['u = 20 %', 4, [{ unplannedShare: 0.2 }], 2, ['unplanned']],
    ['u below 20 %', 4, [{ unplannedShare: 0.199 }], 0, []],
    ['A = P', 4, [{ total: 100 }], 0, []],
    ['A above P', 4, [{ total: 101 }], 3, ['over_plan']],
    ['something against a plan of 0', 4, [{ total: 1, plan: 0, gap: null }], 0, []],
    ['A above last year', 11, [{ total: 111, plan: 200, cap: null }], 3, ['over_last_year']],
    ['A above last year at its end', 12, [{ total: 111, plan: 200, cap: null }], 0, []],
    ['a second note in the quarter', 5, [{ gap: 0.04 }, { gap: 0.04 }], 2, ['pace', 'repeated']],
    ['a second note in the next quarter', 7, [{ gap: 0.04 }, { gap: 0.04 }], 1, ['pace']],
    ['a warning after a warning', 7, [{ gap: 0.09 }, { gap: 0.09 }], 3, ['pace', 'persisting']],
    ['a note after a warning', 7, [{ gap: 0.09 }, { gap: 0.04 }], 1, ['pace']],
  ])('%s in month %i', (_, months, changes, level, rules) => {
    const result = grade(year(months, ...changes));
    expect(result.reached).toBe(level);
    expect(result.triggers.map((trigger) => trigger.rule)).toEqual(rules);
  });

  it('repeats are about single units, not about levels as a whole', () => {
    expect(grade(year(5, { gap: 0.04 }, { gap: 0.04 }), false).level).toBe(1);
  });

  it('what is switched off is held by name', () => {
    const off = { ...DEFAULTS, offRules: ['pace', 'persisting'] };
    const result = grade(year(5, { gap: 0.09 }, { gap: 0.09, unplannedShare: 0.3 }), true, off);
    expect(result.triggers.map(({ rule }) => rule)).toEqual(['unplanned']);
    expect(result.held).toEqual([expect.objectContaining({ rule: 'pace', reason: 'switched_off' })]);
  });

  it('thresholds are parameters: another version grades otherwise', () => {
    const strict = { ...DEFAULTS, pace: { note: 0.01, warning: 0.03 } };
    expect(grade(year(4, { gap: 0.04 })).reached).toBe(1);
    expect(grade(year(4, { gap: 0.04 }), true, strict).reached).toBe(2);
  });

  it('tells formula inputs, value and threshold, so that the sum can be done again', () => {
    const [trigger] = grade(year(4, { gap: 0.05, total: 45 })).triggers;
    expect(trigger).toEqual({
      rule: 'pace',
      level: 1,
      inputs: { A: 45, P: 100, T: 0.4 },
      value: 0.05,
      threshold: 0.03,
    });
  });
});

describe('before anything is graded', () => {
  it.each([
    ['too_early', 2, {}],
    ['incomplete', 4, { complete: false }],
    ['rule_changed', 4, { sameRule: false }],
  ] as const)('%s: what would have spoken is held by name', (reason, months, changes) => {
    const result = grade(year(months, { gap: 0.09, ...changes }));
    expect(result).toMatchObject({ level: 0, triggers: [], ungraded: reason });
    expect(result.held).toEqual([expect.objectContaining({ rule: 'pace', reason })]);
  });

  it('a comparison before the gate is held as well', () => {
    expect(grade(year(4, { yearOnYear: 2, lastYear: 1, gate: false })).held).toEqual([
      expect.objectContaining({ rule: 'year_on_year', reason: 'gate_not_passed' }),
    ]);
  });

  it('an ungraded month breaks a run of warnings', () => {
    expect(grade(year(5, { gap: 0.09 }, { gap: 0.09, complete: false }, { gap: 0.09 })).level).toBe(2);
  });
});

it.each([
  [1, 'city-department', { liaison: true, coordinators: true }],
  [1, 'county-department', { liaison: true, coordinators: true }],
  // Above a note people decide what the unit hears.
  [2, 'county-department', { liaison: false, coordinators: true }],
  [3, 'city-department', { liaison: false, coordinators: true }],
  [1, 'township', { liaison: false, coordinators: true }],
  [1, 'village', { liaison: false, coordinators: true }],
  [2, undefined, { liaison: false, coordinators: true }],
] as const)('level %i of a %s is told to %j', (level, tier, audience) => {
  expect(audienceOf(level, tier)).toEqual(audience);
});
