import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audienceOf } from '../../src/warnings/rules/audience.ts';
import { decideNotice } from '../../src/warnings/rules/decide.ts';
import type { Figures } from '../../src/warnings/rules/figures.ts';
import { gradeOf } from '../../src/warnings/rules/level.ts';
import { DEFAULTS } from '../../src/warnings/rules/parameters.ts';

/** A quiet month: nothing speaks. */
const quiet: Figures = {
  month: 0,
  amount: 10,
  monthLastYear: 10,
  monthYearOnYear: 0,
  monthGate: false,
  total: 40,
  plan: 100,
  execution: 0.4,
  elapsed: 0.4,
  gap: 0,
  lastYear: 40,
  yearOnYear: 0,
  gate: false,
  lastYearTotal: 110,
  forecast: 100,
  cap: 100,
  remaining: 60,
  unplannedShare: 0,
  quarterShare: null,
  spikeLine: 15,
  complete: true,
  sameRule: true,
};

/** January to the last month; the changes apply to the last months, newest last. */
function year(months: number, ...changes: Partial<Figures>[]): Figures[] {
  return Array.from({ length: months }, (_, i) => ({
    ...quiet,
    month: i + 1,
    ...changes[i - (months - changes.length)],
  }));
}

const grade = (figures: Figures[], unit = true) => gradeOf(figures, unit, DEFAULTS);
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
    expect(result.level).toBe(level);
    expect(result.triggers.map((trigger) => trigger.rule)).toEqual(rules);
  });

  it('repeats are about single units, not about levels as a whole', () => {
    expect(grade(year(5, { gap: 0.04 }, { gap: 0.04 }), false).level).toBe(1);
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

describe('whether to tell', () => {
  const graded = (level: 0 | 1 | 2 | 3) => ({ level, triggers: [], held: [] });
  it.each([
    [0, undefined, 'hold', 'not_triggered'],
    [1, undefined, 'send', 'first'],
    [1, 0, 'send', 'first'],
    [2, 1, 'send', 'raised'],
    [3, 2, 'send', 'raised'],
    [1, 1, 'hold', 'unchanged'],
    [1, 2, 'hold', 'lowered'],
  ] as const)('level %i after %s: %s, %s', (level, last, decision, reason) => {
    expect(decideNotice(graded(level), last)).toEqual({ decision, reason });
  });

  it('held by the gate is a reason of its own', () => {
    const held = grade(year(4, { yearOnYear: 2, lastYear: 1, gate: false }));
    expect(decideNotice(held, undefined)).toEqual({ decision: 'hold', reason: 'gate_not_passed' });
  });

  it('nothing is sent without a trigger, and every decision has a reason', () => {
    const month = fc.record({
      gap: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
      total: fc.nat(120),
      complete: fc.boolean(),
      yearOnYear: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
      gate: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(month, { minLength: 1, maxLength: 12 }), fc.option(fc.nat(3)), (months, last) => {
        const result = grade(year(months.length, ...months));
        const decided = decideNotice(result, last ?? undefined);
        expect(decided.reason).toBeTruthy();
        expect(result.level > 0).toBe(result.triggers.length > 0);
        if (decided.decision === 'send') expect(result.triggers.length).toBeGreaterThan(0);
      }),
    );
  });
});

it.each([
  [1, 'city-department', { liaison: true, coordinators: true }],
  [2, 'county-department', { liaison: true, coordinators: true }],
  [3, 'city-department', { liaison: false, coordinators: true }],
  [1, 'township', { liaison: false, coordinators: true }],
  [1, 'village', { liaison: false, coordinators: true }],
  [2, undefined, { liaison: false, coordinators: true }],
] as const)('level %i of a %s is told to %j', (level, tier, audience) => {
  expect(audienceOf(level, tier)).toEqual(audience);
});
