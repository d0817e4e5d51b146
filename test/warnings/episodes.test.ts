import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Circumstances, decideNotice, toldAfter } from '../../src/warnings/rules/decide.ts';
import type { Figures } from '../../src/warnings/rules/figures.ts';
import { type Grade, gradesOf, type Ungraded } from '../../src/warnings/rules/level.ts';
import { DEFAULTS } from '../../src/warnings/rules/parameters.ts';
import type { Held, Level } from '../../src/warnings/rules/triggers.ts';
import { year } from './year.ts';

const OPEN: Circumstances = { off: false, silenced: false, covered: false };

const graded = (level: Level, reached: Level = level, more: Partial<Grade> = {}): Grade => ({
  level,
  reached,
  calm: 0,
  triggers: [],
  held: [],
  ...more,
});
const heldBy = (reason: Held['reason']): Partial<Grade> => ({
  held: [{ rule: 'pace', level: 1, inputs: {}, value: 1, threshold: 1, reason }],
});
const ungraded = (reason: Ungraded) => graded(2, 0, { ungraded: reason });

describe('a named reason for every send and every hold', () => {
  it.each<[string, Grade, number, Partial<Circumstances>, 'send' | 'hold', string]>([
    ['the first time', graded(1), 0, {}, 'send', 'first'],
    ['higher than told', graded(2), 1, {}, 'send', 'raised'],
    ['higher still', graded(3), 2, {}, 'send', 'raised'],
    ['back to normal after something was told', graded(0), 2, {}, 'send', 'recovered'],
    ['the same as told', graded(1), 1, {}, 'hold', 'unchanged'],
    ['one level lower', graded(1, 0), 2, {}, 'hold', 'lowered'],
    ['standing without a trigger, as told', graded(2, 0), 2, {}, 'hold', 'calming'],
    ['standing without a trigger, never told', graded(2, 0), 0, {}, 'hold', 'calming'],
    ['nothing', graded(0), 0, {}, 'hold', 'not_triggered'],
    ['only what the gate stopped', graded(0, 0, heldBy('gate_not_passed')), 0, {}, 'hold', 'gate_not_passed'],
    ['only what is switched off', graded(0, 0, heldBy('switched_off')), 0, {}, 'hold', 'switched_off'],
    ['an indicator switched off', graded(3), 0, { off: true }, 'hold', 'switched_off'],
    ['silenced', graded(2), 0, { silenced: true }, 'hold', 'silenced'],
    ['a recovery while silenced', graded(0), 1, { silenced: true }, 'hold', 'silenced'],
    ['silenced, but nothing to tell', graded(1), 1, { silenced: true }, 'hold', 'unchanged'],
    ['a note below a correction of the whole', graded(1), 0, { covered: true }, 'hold', 'covered_by_larger'],
    ['a warning below a correction of the whole', graded(2), 0, { covered: true }, 'send', 'first'],
    ['too few figures', ungraded('incomplete'), 0, {}, 'hold', 'incomplete'],
    ['January', ungraded('too_early'), 1, {}, 'hold', 'too_early'],
    ['another counting rule', ungraded('rule_changed'), 0, {}, 'hold', 'rule_changed'],
  ])('%s', (_, grade, told, here, decision, reason) => {
    expect(decideNotice(grade, told, { ...OPEN, ...here })).toEqual({ decision, reason });
  });
});

describe('a level falls slowly (domain 4.2: two months in a row without a trigger)', () => {
  const far = { gap: 0.09 };
  const near = { gap: 0.04 };
  it.each<[string, Partial<Figures>[], Level[]]>([
    ['one calm month changes nothing', [far, {}], [2, 2]],
    ['two lower it by one', [far, {}, {}], [2, 2, 1]],
    ['two more end it', [far, {}, {}, {}, {}], [2, 2, 1, 1, 0]],
    ['a trigger between starts the count again', [near, {}, near, {}], [1, 1, 1, 1]],
    ['a lower trigger keeps the lower level', [far, near, {}], [2, 2, 1]],
    ['an incomplete month neither calms nor alarms', [far, {}, { complete: false }, {}], [2, 2, 2, 1]],
  ])('%s', (_, changes, levels) => {
    const grades = gradesOf(year(4 + changes.length, ...changes), false, () => DEFAULTS);
    expect(grades.slice(4).map(({ level }) => level)).toEqual(levels);
  });

  it('how many months is a parameter', () => {
    const quick = { ...DEFAULTS, calmMonths: 1 };
    const grades = gradesOf(year(6, far, {}), false, () => quick);
    expect(grades.at(-1)?.level).toBe(1);
  });
});

/** A year of any figures and circumstances, decided month by month as the job does. */
const months = fc.array(
  fc.record({
    figures: fc.record({
      gap: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
      total: fc.nat(120),
      complete: fc.boolean(),
      sameRule: fc.boolean(),
      yearOnYear: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
      gate: fc.boolean(),
      unplannedShare: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    }),
    here: fc.record({ off: fc.boolean(), silenced: fc.boolean(), covered: fc.boolean() }),
  }),
  { minLength: 1, maxLength: 12 },
);

function decided(input: { figures: Partial<Figures>; here: Circumstances }[]) {
  const grades = gradesOf(
    input.map(({ figures }, i) => ({ ...(year(i + 1)[i] as Figures), ...figures })),
    true,
    () => DEFAULTS,
  );
  let told = 0;
  return grades.map((grade, i) => {
    const decision = decideNotice(grade, told, input[i]?.here ?? OPEN);
    const before = told;
    told = toldAfter(told, decision, grade.level);
    return { grade, ...decision, before, told };
  });
}

describe('whatever the year brings', () => {
  it('nothing is sent without something that was found, or an end of something that was told', () => {
    fc.assert(
      fc.property(months, (input) => {
        for (const { grade, decision, reason, before } of decided(input)) {
          if (decision !== 'send') continue;
          if (reason === 'recovered') expect(before).toBeGreaterThan(0);
          else expect(grade.triggers.some(({ level }) => level > before)).toBe(true);
        }
      }),
    );
  });

  it('an episode ends with at most one recovery', () => {
    fc.assert(
      fc.property(months, (input) => {
        let open = false;
        for (const { decision, reason } of decided(input)) {
          if (decision !== 'send') continue;
          if (reason === 'recovered') expect(open).toBe(true);
          open = reason !== 'recovered';
        }
      }),
    );
  });

  it('every hold has a named reason, and says nothing twice', () => {
    const known =
      /^(not_triggered|gate_not_passed|switched_off|unchanged|lowered|calming|silenced|covered_by_larger|incomplete|too_early|rule_changed)$/;
    fc.assert(
      fc.property(months, (input) => {
        for (const { decision, reason } of decided(input))
          if (decision === 'hold') expect(reason).toMatch(known);
      }),
    );
  });

  it('a level never lies below what the month’s triggers say, and falls by one at most', () => {
    fc.assert(
      fc.property(months, (input) => {
        let last = 0;
        for (const { grade } of decided(input)) {
          if (!grade.ungraded) expect(grade.level).toBeGreaterThanOrEqual(grade.reached);
          expect(grade.level).toBeGreaterThanOrEqual(Math.max(0, last - 1));
          last = grade.level;
        }
      }),
    );
  });
});
