import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCount, readNumber, readYears } from '../../src/kernel/number.ts';

describe('numbers as people type them', () => {
  it.each([
    ['12', 12],
    ['１２', 12],
    ['1２', 12],
    ['0', 0],
    ['零', 0],
    ['007', 7],
    ['1,200', 1200],
    ['1，200', 1200],
    ['１，２００', 1200],
    ['1,200.5', 1200.5],
    ['3万2', 32_000],
    ['3 万 2', 32_000],
    ['3.5万', 35_000],
    ['3.3万', 33_000],
    ['1.5亿', 150_000_000],
    ['12万3456', 123_456],
    ['3万零500', 30_500],
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['二十五', 25],
    ['一百十五', 115],
    ['一百一十五', 115],
    ['两百零五', 205],
    ['二百五', 250],
    ['一千二百', 1200],
    ['一千零五十', 1050],
    ['两千三', 2300],
    ['一万二', 12_000],
    ['一万零五', 10_005],
    ['四百万', 4_000_000],
    ['一亿两千万', 120_000_000],
    ['壹佰贰拾叁', 123],
    ['三点五', 3.5],
    ['十二点五', 12.5],
    ['三点五万', 35_000],
    ['-5', -5],
    ['负五', -5],
    ['−5', -5],
    ['12.5', 12.5],
    ['　 12\u200b ', 12],
  ])('%j is %d', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each(['12件', '12 次', '12个', '12元', '12年', '12人', '12人次', '十二场', '１２份'])(
    '%j is 12',
    (text) => {
      expect(readNumber(text)).toBe(12);
    },
  );

  it('3万元 is 30000', () => expect(readNumber('3万元')).toBe(30_000));
});

describe('what is no number, or could be two, is refused', () => {
  it.each([
    '',
    ' ',
    '-',
    '--5',
    '+5',
    '1e3',
    '0x10',
    'Infinity',
    'NaN',
    '3-4',
    '3~4',
    'abc',
    '12abc',
    '1 2',
    '12,00',
    '1,2000',
    '1.200,5',
    '.5',
    '5.',
    '1.2.3',
    '99999999999999999999',
    '三四', // “three or four”
    '一二三',
    '百',
    '万',
    '3万25', // 30,025 or 32,500?
    '3万0',
    '0万',
    '3.5万2',
    '一百二点五',
    '一百零',
    '十十',
    '廿',
    '12多',
    '约12',
    '件',
    '12件件',
  ])('%j', (text) => {
    expect(readNumber(text)).toBeUndefined();
  });
});

describe('a count is a whole number from 0 to 99,999', () => {
  it.each([
    ['', 'empty'],
    ['　', 'empty'],
    ['-', 'not-a-number'],
    ['abc', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['3-4', 'not-a-number'],
    ['12.5', 'fraction'],
    ['三点五', 'fraction'],
    ['-3', 'negative'],
    ['-0.5', 'negative'],
    ['100000', 'too-large'],
    ['10万', 'too-large'],
    ['99999999999999999999', 'too-large'],
  ])('%j is refused as %s', (text, problem) => {
    expect(readCount(text)).toEqual({ ok: false, problem });
  });

  it.each([
    ['0', 0],
    ['-0', 0],
    ['99,999', 99_999],
    ['3.5万', 35_000],
    ['479件', 479],
  ])('%j is %d', (text, value) => {
    expect(readCount(text)).toEqual({ ok: true, value });
  });

  it('a field may set a lower bound', () => {
    expect(readCount('13', 12)).toEqual({ ok: false, problem: 'too-large' });
    expect(readCount('12', 12)).toEqual({ ok: true, value: 12 });
  });
});

describe('spans of years', () => {
  it.each([
    ['八年半', 8.5],
    ['８年半', 8.5],
    ['8年零3个月', 8.25],
    ['8年 零 3个月', 8.25],
    ['8年3个月', 8.25],
    ['两年零六个月', 2.5],
    ['十二年', 12],
    ['8.5年', 8.5],
    ['8', 8],
    ['半年', 0.5],
    ['6个月', 0.5],
    ['18个月', 1.5],
    ['0年', 0],
  ])('%s is %d', (text, years) => {
    expect(readYears(text)).toBe(years);
  });

  it.each([
    '',
    '年',
    '半',
    '个月',
    '8年多',
    '8年15个月',
    '8.5年半',
    '8年2.5个月',
    '一个半月',
    '3年零',
    '-3年',
    '120年',
  ])('%j is refused', (text) => {
    expect(readYears(text)).toBeUndefined();
  });
});

describe('properties', () => {
  const count = fc.integer({ min: 0, max: 99_999 });

  it('every way of writing a number down reads back as that number', () => {
    fc.assert(
      fc.property(count, (n) => {
        for (const written of writings(n)) expect([written, readNumber(written)]).toEqual([written, n]);
      }),
    );
  });

  it('whatever is typed, reading never throws and a count is whole and in bounds', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,-零一二三两十百千万亿点半年个月件 ')) }),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const reading = readCount(text);
        if (reading.ok) {
          expect(Number.isInteger(reading.value)).toBe(true);
          expect(reading.value).toBeGreaterThanOrEqual(0);
          expect(reading.value).toBeLessThanOrEqual(99_999);
        }
        expect(readYears(text) ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

function writings(n: number): string[] {
  const plain = String(n);
  const grouped = plain.replace(/\B(?=(\d{3})+$)/g, ',');
  const wide = plain.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return [plain, grouped, wide, grouped.replaceAll(',', '，'), ` ${plain} 件`, inChinese(n)];
}

const DIGITS = '零一二三四五六七八九';

/** 10,203 → 一万零二百零三. */
function inChinese(n: number): string {
  let text = '';
  let skipped = false;
  for (const [size, unit] of [
    [10_000, '万'],
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / size) % 10;
    if (digit > 0) text += (skipped && text ? '零' : '') + DIGITS[digit] + unit;
    skipped = digit === 0;
  }
  return text || '零';
}
