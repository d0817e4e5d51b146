import { array, assert, constantFrom, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialsIn, inOrder, withOfficialWords } from '../../src/policy/retrieval/rules/synonyms.ts';
import { starterRows } from '../../src/policy/retrieval/synonyms.ts';

const words = inOrder([
  { said: '补贴', official: '津贴' },
  { said: '乡镇补贴', official: '乡镇工作津贴' },
  { said: '工作津贴', official: '乡镇工作津贴' },
  { said: 'xb', official: '乡镇工作津贴' },
]);

describe('official words', () => {
  it.each([
    ['乡镇补贴多少', '乡镇工作津贴多少'],
    ['补贴多少', '津贴多少'],
    ['乡镇工作津贴', '乡镇工作津贴'],
    ['工作津贴', '乡镇工作津贴'],
    ['xb和xbox', '乡镇工作津贴和xbox'],
    ['咋发', '怎么发'],
  ])('%s', (text, expected) => {
    expect(withOfficialWords(text, words)).toBe(expected);
  });

  it('do not depend on the order of the list', () => {
    const pair = tuple(constantFrom('甲乙', '乙丙', '甲乙丙', '丙丁'), constantFrom('戊己', '庚辛'));
    assert(
      property(array(pair, { maxLength: 6 }), (pairs) => {
        const list = [...new Map(pairs)].map(([said, official]) => ({ said, official }));
        const read = (some: typeof list) => withOfficialWords('甲乙丙丁甲乙', inOrder(some));
        expect(read(list.toReversed())).toBe(read(list));
      }),
    );
  });

  it('initials are told apart from words', () => {
    expect(initialsIn('XB 补贴', words).map(({ said }) => said)).toEqual(['xb']);
  });
});

describe('the starter list', () => {
  it('has every word once, and none that is one character or leads on', () => {
    const said = starterRows.map((row) => row.said);
    expect(new Set(said).size).toBe(said.length);
    for (const row of starterRows) {
      expect(Array.from(row.said).length, row.said).toBeGreaterThan(1);
      expect(Array.from(row.official).length, row.official).toBeGreaterThan(1);
      expect(said, row.official).not.toContain(row.official);
    }
  });
});
