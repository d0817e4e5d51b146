import { describe, expect, it } from 'vitest';
import { dayIn, lookUpPattern } from '../../src/filings/lexicon.ts';
import { matches } from '../../src/filings/rules/match.ts';
import { type Assessment, secondComprehensive } from '../../src/filings/rules/second-comprehensive.ts';

describe('one comprehensive assessment per township and year (BR-27)', () => {
  const a = (number: string, year: number, ...targets: string[]): Assessment => ({ number, year, targets });
  it.each<[string, Assessment[], string[]]>([
    ['one is fine', [a('1', 2026, 'T1', 'T2')], []],
    ['another township', [a('1', 2026, 'T1'), a('2', 2026, 'T2')], []],
    ['another year', [a('1', 2026, 'T1'), a('2', 2027, 'T1')], []],
    ['the same township again', [a('1', 2026, 'T1', 'T2'), a('2', 2026, 'T2', 'T3')], ['2 T2 1']],
    ['two townships at once', [a('1', 2026, 'T1', 'T2'), a('2', 2026, 'T1', 'T2')], ['2 T1 1', '2 T2 1']],
    [
      'a third collides with the first',
      [a('1', 2026, 'T1'), a('2', 2026, 'T1'), a('3', 2026, 'T1')],
      ['2 T1 1', '3 T1 1'],
    ],
    ['departments are not counted', [a('1', 2026, 'D1'), a('2', 2026, 'D1')], []],
  ])('%s', (_, assessments, expected) => {
    const found = secondComprehensive(assessments, new Set(['T1', 'T2', 'T3']));
    expect(found.map((row) => `${row.number} ${row.township} ${row.other}`)).toEqual(expected);
  });
});

describe('finding by the words people remember', () => {
  const text = '2026 年乡镇教育工作年度考核 望督备〔2026〕7号 望泉县教育局 单项考核';
  it.each([
    ['教育工作', true],
    ['教育局 考核', true],
    ['教育局考核', true],
    ['望督备〔2026〕7号', true],
    ['望督备[2026]7号', true],
    ['环保检查', false],
    ['考勤', false],
    ['', false],
    ['？！', false],
  ])('%s', (query, expected) => {
    expect(matches(query, text)).toBe(expected);
  });
});

it.each([
  ['查备案 教育考核', '教育考核'],
  ['查备案教育考核', '教育考核'],
  ['备案：教育考核', '教育考核'],
  ['备案 望督备〔2026〕7号', '望督备〔2026〕7号'],
  ['备案要怎么办', undefined],
  ['没备案的检查咋办', undefined],
])('the command %s', (text, keyword) => {
  expect(lookUpPattern.exec(text)?.[1]).toBe(keyword);
});

it.each([
  ['2026-07-01', '2026-07-01'],
  ['2026/7/1', '2026-07-01'],
  ['2026.7.1', '2026-07-01'],
  ['2026年7月1日', '2026-07-01'],
  ['2026-02-30', ''],
  ['7月1日', ''],
  ['46204', ''],
])('the date %s', (cell, expected) => {
  expect(dayIn(cell)).toBe(expected);
});
