import { assert, constantFrom, double, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  plainly,
  readAmounts,
  readHeadcount,
  readPercentages,
} from '../../src/policy/calculators/rules/amounts.ts';
import {
  ceiling,
  divided,
  exact,
  floor,
  isWithin,
  minus,
  plus,
  rounded,
  shown,
  times,
} from '../../src/policy/calculators/rules/exact.ts';
import { readDay } from '../../src/policy/calculators/rules/read-dates.ts';
import { readSum, readWhole } from '../../src/policy/calculators/rules/read-value.ts';
import { monthsIn, readStints } from '../../src/policy/calculators/rules/service.ts';
import { isPercent, isYuan, yuan } from '../../src/policy/calculators/words-numbers.ts';

describe('exact arithmetic', () => {
  it.each([
    ['0.1 + 0.2', shown(plus(exact(0.1), exact(0.2)), 20), '0.3'],
    ['1.005 × 100', shown(times(exact(1.005), exact(100)), 2), '100.5'],
    ['a third', shown(divided(exact(1), exact(3)), 4), '0.3333'],
    ['half up', shown(exact(2.345), 2), '2.35'],
    ['half away from zero', shown(exact(-2.345), 2), '−2.35'],
    ['no minus before nothing', shown(exact(-0.001), 2), '0'],
    ['a large number', shown(times(exact(1e15), exact(1e6)), 0), '1000000000000000000000'],
    ['a small number', shown(exact(1e-7), 7), '0.0000001'],
  ])('%s', (_, text, expected) => {
    expect(text).toBe(expected);
  });

  it('whole numbers around', () => {
    expect([floor(exact(2.5)), ceiling(exact(2.5)), floor(exact(-2.5)), ceiling(exact(-2.5))]).toEqual([
      2, 3, -3, -2,
    ]);
    expect([floor(exact(4)), ceiling(exact(4))]).toEqual([4, 4]);
  });

  it('adding and taking off, multiplying and dividing undo each other', () => {
    const numbers = double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 });
    assert(
      property(numbers, numbers, (a, b) => {
        expect(minus(plus(exact(a), exact(b)), exact(b))).toEqual(exact(a));
        if (b !== 0) expect(divided(times(exact(a), exact(b)), exact(b))).toEqual(exact(a));
      }),
    );
  });

  it('a rounded number is within its decimals and no further than half a unit away', () => {
    assert(
      property(integer({ min: -1e9, max: 1e9 }), integer({ min: 1, max: 1e6 }), (a, b) => {
        const value = divided(exact(a), exact(b));
        const near = rounded(value, 2);
        expect(isWithin(near, 2)).toBe(true);
        const away = minus(value, near);
        expect((away.over < 0n ? -away.over : away.over) * 200n <= away.under).toBe(true);
      }),
    );
  });
});

describe('sums as people write them', () => {
  it.each([
    [92_000, '9.2 万元'],
    [3744, '3744 元'],
    [9999.5, '9999.5 元'],
    [10_000, '1 万元'],
    [12_345, '1.2345 万元'],
    [24_691.2, '24691.2 元'],
    [120_000_000, '1.2 亿元'],
    [-50_000, '−5 万元'],
    [0, '0 元'],
  ])('%d', (value, text) => {
    expect(yuan(exact(value))).toBe(text);
  });

  it('says whether it was rounded', () => {
    expect(isYuan(divided(exact(100), exact(4)))).toBe('＝ 25 元');
    expect(isYuan(divided(exact(100), exact(3)))).toBe('≈ 33.33 元');
    expect(isPercent(divided(exact(1), exact(2)))).toBe('＝ 50%');
    expect(isPercent(divided(exact(479), exact(998)))).toBe('≈ 48.0%');
  });
});

describe('sums of money in a sentence', () => {
  it.each([
    ['经营性收入46万', [460_000]],
    ['一共80万，里头有55万是补助，25万是出租', [800_000, 550_000, 250_000]],
    ['基本报酬2600一月，按12%增发', [2600]],
    ['收入１２．５万元', [125_000]],
    ['收入1,200元', [1200]],
    ['收入3万2', [32_000]],
    ['收入3千', [3000]],
    ['收入46w', [460_000]],
    ['收入1.2亿', [120_000_000]],
    ['四十六万', [460_000]],
    ['四十六万五', [465_000]],
    ['两千六百元', [2600]],
    ['报酬每月两千四，一千字，两千人', [2400]],
    ['亏了5万', [-50_000]],
    ['收入-5万', [-50_000]],
    ['收入46-50万', [500_000]],
    ['收入是0', [0]],
    ['2026年发了479件文，20%是村里的，3个人分', []],
    ['第一书记三个不开，一块说说', []],
    ['收入几十万', []],
  ])('%s', (text, values) => {
    expect(readAmounts(text).map(({ value }) => value)).toEqual(values);
  });

  it('a comma that parts clauses is no comma of a number', () => {
    expect(plainly('计划998，479已发')).toBe('计划998;479已发');
    expect(readAmounts('去年收入1200，600是补助').map(({ value }) => value)).toEqual([1200, 600]);
  });

  it.each([
    ['按12%，最多百分之二十', [12, 20]],
    ['两成', [20]],
    ['一成半到两成', [15, 20]],
    ['百分之6到20', [6, 20]],
    ['6%到20%', [6, 20]],
    ['6~20%', [6, 20]],
    ['百分之十二点五', [12.5]],
    ['12个点', [12]],
    ['一成立就完成，成绩不错', []],
  ])('shares in %s', (text, shares) => {
    expect(readPercentages(text)).toEqual(shares);
  });

  it.each([
    ['两委就 3 个人', 3],
    ['一共五名干部', 5],
    ['5个村干部', 5],
    ['每人多少', undefined],
    ['1000个人', undefined],
  ])('heads in %s', (text, heads) => {
    expect(readHeadcount(text)).toBe(heads);
  });
});

describe('values as typed into a card', () => {
  it.each([
    ['46万', { value: exact(460_000) }],
    ['2600元', { value: exact(2600) }],
    ['0', { value: exact(0) }],
    ['-5万', { value: exact(-50_000) }],
    ['46', { problem: 'too_small' }],
    ['没多少', { problem: 'unreadable' }],
    ['99999999999999999万', { problem: 'too_large' }],
    ['二十来万', { problem: 'unreadable' }],
    ['1e9', { problem: 'unreadable' }],
    ['Infinity', { problem: 'unreadable' }],
  ])('a sum: %s', (typed, reading) => {
    expect(readSum(typed)).toEqual(reading);
  });

  it.each([
    ['34件', { value: exact(34) }],
    ['三十四', { value: exact(34) }],
    ['4300字', { value: exact(4300) }],
    ['30个工作日', { value: exact(30) }],
    ['-3', { problem: 'negative' }],
    ['3.5', { problem: 'fraction' }],
    ['一些', { problem: 'unreadable' }],
    ['1234567890123456', { problem: 'too_large' }],
  ])('a count: %s', (typed, reading) => {
    expect(readWhole(typed)).toEqual(reading);
  });

  it.each([
    ['9年半', 114],
    ['八年零三个月', 99],
    ['半年', 6],
    ['9.99年', 119],
    ['8', 96],
    ['200年', undefined],
    ['-3年', undefined],
    ['8年15个月', undefined],
  ])('years: %s', (typed, months) => {
    expect(monthsIn(typed)).toBe(months);
  });

  it.each([
    ['3月2号', '2026-03-02'],
    ['2026年3月2日', '2026-03-02'],
    ['2026/3/2', '2026-03-02'],
    ['2026-03-02 +0800', '2026-03-02'],
    ['三月十五日', '2026-03-15'],
    ['今天', '2026-06-22'],
    ['昨天', '2026-06-21'],
    ['2月30日', undefined],
    ['下周', undefined],
  ])('a day: %s', (typed, day) => {
    expect(readDay(typed, '2026-06-22')).toBe(day);
  });
});

describe('spans of service', () => {
  const counted = (text: string) =>
    readStints(plainly(text)).map(({ months, counted: counts }) => (counts ? months : -months));

  it.each([
    ['我在乡镇干了8年', [96]],
    ['干了9年半在偏远镇', [114]],
    ['先在A镇干6年，又在B镇干了7年，中间在县局2年，是13年还是7年', [72, 84, -24]],
    ['在镇上6年后借调县里2年', [72, -24]],
    ['12年，一个月多少', [144]],
    ['干了8年，一年能拿多少', [96]],
    ['2015年到镇上的', []],
    ['三年前来的', []],
    ['干了二十多年', []],
    ['十年、十五年、二十年的乡补各是多少', []],
  ])('%s', (text, months) => {
    expect(counted(text)).toEqual(months);
  });

  it('months of two spans add up to whole years exactly', () => {
    assert(
      property(
        integer({ min: 0, max: 20 }),
        integer({ min: 1, max: 11 }),
        integer({ min: 0, max: 20 }),
        constantFrom('镇', '乡'),
        (first, months, second, place) => {
          const text = `先在甲${place}${first}年${months}个月，又在乙${place}${second}年${12 - months}个月`;
          expect(counted(text).reduce((sum, one) => sum + one, 0)).toBe((first + second + 1) * 12);
        },
      ),
    );
  });
});
