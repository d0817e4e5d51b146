import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceOf } from '../../src/policy/retrieval/rules/confidence.ts';
import { fitLogistic } from '../../src/policy/retrieval/rules/logistic.ts';
import type { Features } from '../../src/policy/retrieval/rules/rank.ts';
import { starterList } from '../../src/policy/retrieval/synonyms.ts';
import { leaveOneOut, observeAsked, trainConfidence } from '../../src/policy/retrieval/training.ts';
import { samples } from '../policy/fixtures/questions.ts';

const { words } = starterList;

const middling: Features = {
  said: 0.5,
  covered: 0.7,
  missing: 0.5,
  spread: 0.5,
  lead: 0.3,
  won: 0.2,
  length: 0.5,
};

describe('the stored model', () => {
  it.each<[keyof Features, 'more' | 'less']>([
    ['said', 'more'],
    ['covered', 'more'],
    ['spread', 'more'],
    ['won', 'more'],
    ['missing', 'less'],
  ])('of %s gives %s confidence', (name, direction) => {
    const change = confidenceOf({ ...middling, [name]: 1 }) - confidenceOf({ ...middling, [name]: 0 });
    expect(direction === 'more' ? change : -change).toBeGreaterThan(0);
  });
});

describe('fitting', () => {
  it('finds what made the samples', () => {
    const grid = [0, 0.25, 0.5, 0.75, 1].flatMap((a) => [0, 0.5, 1].map((b) => [a, b]));
    const truth = (a = 0, b = 0) => 1 / (1 + Math.exp(-(-1 + 3 * a - 2 * b)));
    const weights = fitLogistic(
      grid.flatMap((features) => [
        { features, holds: true, weight: truth(...features) },
        { features, holds: false, weight: 1 - truth(...features) },
      ]),
    );
    expect(weights.map((weight) => Math.round(weight))).toEqual([-1, 3, -2]);
  });

  it('stays finite when the samples can be told apart perfectly, or say nothing', () => {
    const sample = constantFrom(
      { features: [0, 1], holds: false, weight: 1 },
      { features: [1, 1], holds: true, weight: 1 },
    );
    assert(
      property(array(sample, { minLength: 1, maxLength: 20 }), (some) => {
        expect(fitLogistic(some).every(Number.isFinite)).toBe(true);
      }),
    );
  });
});

describe('observations', () => {
  const entries = samples.map((entry) => ({ ...entry, title: entry.topic }));

  it('a phrasing is asked without itself, and again without its entry', () => {
    const observed = leaveOneOut(entries, words);
    expect(observed.filter(({ answerable }) => answerable)).toHaveLength(observed.length / 2);
    expect(observed.every(({ answerable, right }) => answerable || !right)).toBe(true);
  });

  it('train a model that knows far questions', () => {
    const far = ['高铁票怎么抢', '股票明天涨不涨', '彩票今晚开什么号'].map((text) => ({
      text,
      relevant: [],
    }));
    const model = trainConfidence([
      { observations: [...leaveOneOut(entries, words), ...observeAsked(entries, far, words)], weight: 1 },
    ]);
    expect(Object.keys(model.features)).toEqual(['said', 'covered', 'missing', 'spread', 'won', 'length']);
    expect(observeAsked(entries, far, words).every(({ answerable, right }) => !answerable && !right)).toBe(
      true,
    );
  });
});
