import { array, assert, constantFrom, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corrected, soundsToLookUp } from '../../src/policy/retrieval/rules/correct.ts';
import { homophonesOf, readingsOf, soundsOf } from '../../src/policy/retrieval/rules/sounds.ts';
import { seededDice, withTypos } from '../../src/policy/retrieval/rules/typos.ts';

describe('how a pair sounds', () => {
  it.each([
    ['报酬', ['bao chou']],
    ['报仇', ['bao chou', 'bao qiu']],
    ['银行', ['yin hang', 'yin heng', 'yin xing']],
    ['旅行', ['lv hang', 'lv heng', 'lv xing']],
    ['报', []],
    ['app', []],
    ['a酬', []],
    ['报酬表', []],
  ])('%s', (token, sounds) => {
    expect(soundsOf(token)).toEqual(sounds);
  });

  it('common and rarer characters have readings, others none', () => {
    expect([readingsOf('贴'), readingsOf('皴'), readingsOf('x'), readingsOf('😀')]).toEqual([
      ['tie'],
      ['cun'],
      [],
      [],
    ]);
    expect(homophonesOf('酬')).toContain('仇');
    expect(homophonesOf('酬')).not.toContain('酬');
  });
});

const WORDS = [
  '报酬',
  '酬多',
  '多少',
  '容错',
  '错纠',
  '纠错',
  '津贴',
  '补贴',
  '村干',
  '干部',
  '部的',
  '的报',
];

function mend(text: string, words: readonly string[] = WORDS): string | undefined {
  const sounds = soundsToLookUp(text, (pair) => words.includes(pair));
  const vocabulary = words.flatMap((token) =>
    soundsOf(token)
      .filter((sound) => sounds.includes(sound))
      .map((sound) => ({ sound, token, rows: 3 })),
  );
  return corrected(text, vocabulary);
}

describe('words typed by ear', () => {
  it.each([
    [' 村干部的报仇多少 ', ' 村干部的报酬多少 '],
    [' 容措纠错 ', ' 容错纠错 '],
    [' 容措揪错 ', ' 容错纠错 '],
    [' 津铁 200 元 ', ' 津贴 200 元 '],
    [' 卜贴 app ', ' 补贴 app '],
  ])('%s → %s', (text, expected) => {
    expect(mend(text)).toBe(expected);
  });

  it.each([' 村干部的报酬多少 ', ' 容错 ', ' 高铁票 ', ' 报 ', ' app 200 ', '  '])(
    '%s stays as it is',
    (text) => {
      expect(mend(text)).toBeUndefined();
    },
  );

  it('asks for no sounds where every pair is one that somebody wrote', () => {
    expect(soundsToLookUp(' 报酬多少 补贴 ', (pair) => WORDS.includes(pair))).toEqual([]);
  });

  it('keeps the number of characters and everything that is not Chinese, whatever the words', () => {
    const text = array(constantFrom(...Array.from('报仇措错揪纠津铁贴补村干布部的多少 a1')), {
      maxLength: 20,
    });
    assert(
      property(text, (characters) => {
        const searchable = ` ${characters.join('').trim().replace(/ +/g, ' ')} `;
        const result = mend(searchable) ?? searchable;
        expect(result).toHaveLength(searchable.length);
        expect(result.replace(/\p{Script=Han}/gu, '*')).toBe(searchable.replace(/\p{Script=Han}/gu, '*'));
      }),
    );
  });
});

describe('typos of an evaluation', () => {
  it('are as many as asked for, sound alike, and are the same for the same seed', () => {
    assert(
      property(
        string({ unit: constantFrom(...Array.from('乡镇工作补贴按什么发a1？')) }),
        integer({ min: 0, max: 9 }),
        (text, n) => {
          const wrong = withTypos(text, n, seededDice(7));
          expect(withTypos(text, n, seededDice(7))).toBe(wrong);
          const changed = Array.from(text).flatMap((one, i) =>
            wrong[i] === one ? [] : [[one, wrong[i] ?? '']],
          );
          expect(changed).toHaveLength(Math.min(n, text.replace(/[a1？]/g, '').length));
          for (const [one = '', other = ''] of changed) expect(homophonesOf(one)).toContain(other);
        },
      ),
    );
  });
});
