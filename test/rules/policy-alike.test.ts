import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  groupAlike as groupUnder,
  likenessOf as likenessUnder,
  type Miss,
} from '../../src/policy/misses/rules/alike.ts';
import { starterList } from '../../src/policy/retrieval/synonyms.ts';

const groupAlike = (misses: readonly Miss[]) => groupUnder(misses, starterList.words);
const likenessOf = (a: string, b: string) => likenessUnder(a, b, starterList.words);

function miss(text: string, times = 1): Miss {
  return { id: text, text, times, near: '', handled: false };
}

const groupsOf = (...texts: string[]) =>
  groupAlike(texts.map((text) => miss(text))).map(({ members }) => members.map(({ text }) => text).sort());

describe('two wordings', () => {
  it.each([
    ['高铁票怎么抢', '抢高铁票咋抢'],
    ['食堂几点开饭', '请问食堂几点开饭呀'],
    ['公务用车平台怎么申请', '怎样申请公务用车平台'],
    ['年休假能不能补休', '年休假可以补休吗'],
    ['乡补补发到几月', '乡镇补贴补发到几月'],
  ])('of one wish: %s / %s', (a, b) => {
    expect(likenessOf(a, b)).toBeGreaterThanOrEqual(0.65);
    expect(groupsOf(a, b)).toHaveLength(1);
  });

  it.each([
    ['食堂几点开饭', '高铁票怎么抢'],
    ['年休假能不能补休', '年休假工资怎么算'],
    ['公务用车平台怎么申请', '公务接待标准是多少'],
    ['驻村补助多少', '高温补助多少'],
    ['驾照年审在哪办', '驾照换证在哪办'],
  ])('of two wishes: %s / %s', (a, b) => {
    expect(groupsOf(a, b)).toHaveLength(2);
  });
});

describe('groups', () => {
  it('count all their wordings, show the one asked most, and come with the most wanted first', () => {
    const groups = groupAlike([
      miss('食堂几点开饭', 4),
      miss('高铁票怎么抢', 2),
      miss('抢高铁票咋抢', 3),
      miss('高铁票抢不到', 1),
    ]);
    expect(groups.map(({ sample, times }) => [sample.text, times])).toEqual([
      ['抢高铁票咋抢', 6],
      ['食堂几点开饭', 4],
    ]);
  });

  it('come out the same in whatever order the misses lie', () => {
    const texts = [
      '食堂几点开饭',
      '请问食堂几点开饭呀',
      '高铁票怎么抢',
      '抢高铁票咋抢',
      '年休假能不能补休',
      '***',
    ];
    const misses = texts.map((text, i) => miss(text, (i % 3) + 1));
    const expected = groupAlike(misses);
    fc.assert(
      fc.property(fc.shuffledSubarray(misses, { minLength: misses.length }), (shuffled) => {
        expect(groupAlike(shuffled)).toEqual(expected);
      }),
    );
  });

  it('hold every miss once', () => {
    const word = fc.constantFrom('食堂', '高铁票', '年休假', '补休', '几点', '怎么', '抢', '***', ' ');
    const text = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 30 }), (texts) => {
        const members = groupAlike(texts.map((one) => miss(one))).flatMap((group) => group.members);
        expect(members.map((one) => one.text).sort()).toEqual([...texts].sort());
      }),
    );
  });
});
