import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmounts, readHeadcount, readPercentages } from '../../src/policy/rules/amounts.ts';
import { readCalculation } from '../../src/policy/rules/calculators.ts';

describe('sums of money in a sentence', () => {
  it.each([
    ['经营性收入46万', [460_000]],
    ['一共80万，里头有55万是补助，25万是出租', [800_000, 550_000, 250_000]],
    ['基本报酬2600一月，按12%增发', [2600]],
    ['收入１２．５万元', [125_000]],
    ['收入1,200元', [1200]],
    ['收入3万2', [32_000]],
    ['四十六万', [460_000]],
    ['两千六百元', [2600]],
    ['2026年发了479件文，20%是村里的，3个人分', []],
    ['第一书记三个不开', []],
  ])('%s', (text, values) => {
    expect(readAmounts(text).map(({ value }) => value)).toEqual(values);
  });

  it('shares and heads', () => {
    expect(readPercentages('按12%，最多百分之二十')).toEqual([12, 20]);
    expect(readHeadcount('两委就 3 个人')).toBe(3);
    expect(readHeadcount('一共五名干部')).toBe(5);
    expect(readHeadcount('每人多少')).toBeUndefined();
  });
});

describe('20 % ceiling of the village reward funds (CW-02, CW-06)', () => {
  it.each([
    ['我们村集体去年经营性收入46万，能提多少奖励村干部', 460_000, 92_000],
    ['村集体经营性收入30万元，奖金上限多少', 300_000, 60_000],
    ['村集体收入一共80万，里头有55万是上级项目补助，25万是厂房出租，那20%按哪个算', 250_000, 50_000],
    ['村集体厂房出租10万、门面租金5万，一共15万，最多提多少', 150_000, 30_000],
  ])('%s', (text, income, ceiling) => {
    expect(readCalculation(text)).toMatchObject({ kind: 'ceiling', income, share: 20, ceiling });
  });

  it('shows a mean only when it is asked for', () => {
    expect(
      readCalculation('村两委就3个人，集体经营性收入12万，按百分之二十，每人最多能分多少'),
    ).toMatchObject({ ceiling: 24_000, each: { people: 3, amount: 8000 } });
  });

  it.each([
    '20%必须提么？村里想留着搞大棚',
    '村集体经营性收入能提多少奖励',
    '村集体收入甲项目30万，乙项目20万，提多少',
    '上半年发了479件文',
  ])('computes nothing from %s', (text) => {
    expect(readCalculation(text)).toBeUndefined();
  });
});

describe('6 % – 20 % supplement (CW-03, CW-07)', () => {
  it('takes the share that was given', () => {
    expect(readCalculation('基本报酬2600一月，按12%增发，一年多拿多少')).toMatchObject({
      kind: 'supplement',
      monthly: 2600,
      steps: [{ share: 12, month: 312, year: 3744 }],
    });
  });

  it('shows both ends when none was given', () => {
    expect(readCalculation('基本报酬每月1950，最少最多能增发多少')).toMatchObject({
      steps: [
        { share: 6, month: 117, year: 1404 },
        { share: 20, month: 390, year: 4680 },
      ],
    });
  });

  it('says when a share lies outside', () => {
    expect(readCalculation('基本报酬2000，增发25%是多少')).toMatchObject({
      outside: 25,
      steps: [{ share: 6 }, { share: 20 }],
    });
  });

  it('reads a yearly base', () => {
    expect(readCalculation('基本报酬一年3万，按10%增发多少')).toMatchObject({
      yearly: 30_000,
      monthly: 2500,
      steps: [{ month: 250, year: 3000 }],
    });
  });

  it('a year is twelve months, to the cent', () => {
    assert(
      property(integer({ min: 500, max: 9999 }), integer({ min: 6, max: 20 }), (pay, share) => {
        const reading = readCalculation(`基本报酬每月${pay}元，增发${share}%`);
        expect(reading?.kind === 'supplement' && reading.steps).toEqual([
          { share, month: Math.round(pay * share) / 100, year: Math.round(pay * share * 12) / 100 },
        ]);
      }),
    );
  });
});
