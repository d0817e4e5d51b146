import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measure } from '../../src/policy/retrieval/rules/measures.ts';
import { queryOf } from '../../src/policy/retrieval/rules/query.ts';
import { rank } from '../../src/policy/retrieval/rules/rank.ts';
import {
  countsOf,
  type IndexedEntry,
  rowsOf,
  statisticsOf,
} from '../../src/policy/retrieval/rules/statistics.ts';
import { initialsIn } from '../../src/policy/retrieval/rules/synonyms.ts';
import {
  countToken,
  ftsTokens,
  searchText as searchTextUnder,
  tokensOf,
  withoutScaffolding,
} from '../../src/policy/retrieval/rules/tokens.ts';
import { starterList } from '../../src/policy/retrieval/synonyms.ts';
import { samples } from '../policy/fixtures/questions.ts';

const { words } = starterList;
const searchText = (text: string) => searchTextUnder(text, words);

/** Any characters below the surrogates; a range that can be drawn from at once. */
const anything = array(integer({ min: 1, max: 0xd7ff }), { maxLength: 60 }).map((codes) =>
  String.fromCodePoint(...codes),
);

describe('text as the index holds it', () => {
  it.each([
    ['乡补２００元！', ' 乡镇工作补贴 200 元 '],
    ['乡镇工作补贴', ' 乡镇工作补贴 '],
    ['村两委的报仇', ' 村两委的报酬 '],
    ['wx和zzf', ' 五小和周转房 '],
    ['wxid', ' wxid '],
    ['1,200元、6%', ' 1200 元 6% '],
    ['咋发、发啥', ' 怎么发 发什么 '],
  ])('%s', (text, expected) => {
    expect(searchText(text)).toBe(expected);
  });

  it('has single characters and pairs of Chinese, whole words of the rest', () => {
    expect(tokensOf(' 五小房 app 200 ')).toEqual(['五', '五小', '小', '小房', '房', 'app', '200']);
    expect(ftsTokens(' 满 6% ')).toBe('满 6');
  });

  it('counts whole numbers, overlapping characters', () => {
    expect(countToken(' 36 条 3 条 ', '3')).toBe(1);
    expect(countToken(' 五小五小 ', '五小')).toBe(2);
  });

  it('takes the question out of a question, but never everything', () => {
    expect(withoutScaffolding(' 请问五小是什么 ')).toBe(' 五小 ');
    expect(withoutScaffolding(' 怎么办 ')).toBe(' 怎么办 ');
  });

  it('is stable and never fails', () => {
    assert(
      property(anything, (text) => {
        expect(searchText(searchText(text))).toBe(searchText(text));
        expect(ftsTokens(searchText(text))).not.toMatch(/["*()]/);
      }),
    );
  }, 30_000);

  it('names the initials it read', () => {
    expect(initialsIn('zzf有多大', words)).toEqual([{ said: 'zzf', official: '周转房' }]);
    expect(initialsIn('周转房有多大', words)).toEqual([]);
  });
});

function ranked(text: string, more: IndexedEntry[] = []) {
  const entries = [...samples.map((entry) => ({ ...entry, title: entry.topic })), ...more];
  const rows = entries.flatMap((entry) => rowsOf(entry, words));
  return rank(queryOf(searchText(text), statisticsOf(countsOf(rows))), rows);
}

describe('order and certainty', () => {
  it('an exact phrasing is found first and surely, however it is typed', () => {
    for (const { number, question, like } of samples)
      for (const phrase of [question, ...like, ` ${question}？？`]) {
        const [first] = ranked(phrase);
        expect([phrase, first?.number]).toEqual([phrase, number]);
        expect(first?.confidence).toBeGreaterThan(0.6);
      }
  });

  it('a counter-example of an entry vetoes it', () => {
    const all = ranked('乡镇补贴国家最低标准是多少');
    expect(all.find(({ number }) => number === 'BT02')).toMatchObject({ vetoed: true, confidence: 0 });
    expect(all.at(-1)?.number).toBe('BT02');
  });

  it('what is not there is not sure of anything', () => {
    for (const text of ['今天天气怎么样', '高铁票怎么抢', '给我讲个笑话'])
      expect(ranked(text)[0]?.confidence ?? 0).toBeLessThan(0.3);
  });

  it('more phrasings alone do not make an entry win', () => {
    const loud = {
      number: 'ZZ99',
      question: '停车怎么收费',
      like: Array.from({ length: 30 }, (_, i) => `停车收费${i}是怎么定的`),
      unlike: [],
      title: '',
      answer: '停车收费看公示牌。',
    };
    expect(ranked('五小是什么', [loud])[0]?.number).toBe('WX01');
  });
});

describe('measures of an evaluation', () => {
  const right = (confidence: number) => ({ relevant: ['a'], found: ['a', 'b'], confidence, answered: true });
  const wrong = (confidence: number) => ({ relevant: ['a'], found: ['b', 'a'], confidence, answered: true });
  const none = (confidence: number, answered = false) => ({
    relevant: [],
    found: ['b'],
    confidence,
    answered,
  });

  it('perfect', () => {
    expect(measure([right(0.9), right(0.8), none(0.1)])).toEqual({
      queries: 3,
      answerable: 2,
      recall1: 1,
      recall3: 1,
      mrr10: 1,
      auroc: 1,
      precisionAtCoverage90: 1,
      coverageAtPrecision95: 1,
      falseAnswerRate: 0,
    });
  });

  it('unanswerable questions weigh a quarter of the traffic', () => {
    const result = measure([right(0.9), right(0.9), right(0.9), none(0.9, true), none(0.9, true)]);
    expect(result.precisionAtCoverage90).toBeCloseTo(0.75);
    expect(result).toMatchObject({ auroc: 0.5, coverageAtPrecision95: 0, falseAnswerRate: 1 });
  });

  it('a wrong first entry costs recall and precision', () => {
    expect(measure([right(0.9), wrong(0.5)])).toMatchObject({
      recall1: 0.5,
      recall3: 1,
      mrr10: 0.75,
      coverageAtPrecision95: 0.5,
      precisionAtCoverage90: 0.5,
    });
  });

  it('an empty set gives zeros', () => {
    expect(measure([])).toMatchObject({ queries: 0, recall1: 0, auroc: 0 });
  });
});
