import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tier } from '../../src/policy/calculators/rules/step.ts';
import { joined, readTable } from '../../src/policy/calculators/rules/tiers.ts';
import { given, linesFrom, linesOf, stepOf } from './calculators-world.ts';

/** 0–5 years 220, 5–10 280, from 10 on 350; two remote townships. */
const local = {
  tiers: [
    { from: 0, until: 5, amount: 220 },
    { from: 5, until: 10, amount: 280 },
    { from: 10, amount: 350 },
  ],
  tiersSince: '2026-01-01',
};
const remote = [
  { place: '石臼坪乡', category: '一类', amount: 200 },
  { place: '泉脑乡', category: '二类', amount: 120 },
];

describe('the local table (LOC-01, LOC-02)', () => {
  it.each<[string, string[]]>([
    ['我在乡镇干了8年，一个月该拿多少乡镇补贴', ['每月 280 元', '8 年，满 5 年不满 10 年这一档：280 元/月']],
    ['干满五年的乡补一月多少', ['每月 280 元', '刚好满 5 年，归“满 5 年”这一档。']],
    ['乡补干了4年零11个月该拿多少', ['4 年零 11 个月，不满 5 年这一档：220 元/月']],
    ['乡镇补贴我干了22年，拿哪一档', ['22 年，满 10 年这一档：350 元/月']],
    ['我干了8年，乡补一年能拿多少', ['一年：280 元 × 12 ＝ 3360 元']],
    ['我2012年9月到的乡镇，乡补每月多少', ['2012 年 9 月到 2026 年 6 月 ＝ 13 年零 9 个月', '每月 350 元']],
    [
      '我先在甲镇6年，又在乙镇7年，中间县局2年，乡补多少钱',
      [
        '6年 ＋ 7年 ＝ 13 年。各乡镇的时间累计是通行做法，本地认不认以本地规则为准。',
        '每月 350 元',
        '不在乡镇的 2年没有算进去。',
      ],
    ],
  ])('%s', (text, lines) => {
    const all = linesOf(text, given(local));
    expect(all).toEqual(expect.arrayContaining(lines));
    expect(all).toContain('按本地分档表算（2026年1月1日起执行）：');
    expect(all.at(-1)).toBe('以人社、财政、组织部门核定为准。');
  });

  it('what remoteness adds is said to be missing while nobody has entered it', () => {
    expect(linesOf('我在乡镇干了8年，一个月该拿多少乡镇补贴', given(local))).toContain(
      '偏远加发的名单和金额本地还没录入，没有算进去。',
    );
  });

  it.each<[string, string, string[]]>([
    [
      'named in the question',
      '我在石臼坪乡干了8年，乡补多少',
      ['石臼坪乡在偏远名单里，偏远加发：200 元/月', '280 元 ＋ 200 元 ＝ 480 元/月'],
    ],
    [
      'not said',
      '我干了8年，乡补多少',
      ['每月 280 元；列入偏远的每月 480 元或 400 元', '偏远的（泉脑乡）：280 元 ＋ 120 元 ＝ 400 元/月'],
    ],
    ['said not to be', '我干了8年，不在偏远镇，乡补多少', ['每月 280 元']],
  ])('the township is %s', (_, text, lines) => {
    expect(linesOf(text, given({ ...local, remote }))).toEqual(expect.arrayContaining(lines));
  });

  it.each([
    ['泉脑乡', '每月 400 元'],
    ['柳溪镇', '您所在的柳溪镇不在偏远名单里，没有加发。'],
  ])('nobody is asked where the roster knows: %s', (township, line) => {
    expect(linesOf('我干了8年，乡补多少', given({ ...local, remote }, { township }))).toContain(line);
  });

  it('the years are asked for, and nothing else', () => {
    expect(linesOf('帮我算算乡镇补贴', given({ ...local, remote }))).toEqual(['ask years']);
    expect(linesFrom({ calculator: 'allowance', inputs: {} }, given(local))).toEqual(['ask years']);
  });

  it.each([
    ['没多久', 'unreadable'],
    ['-3', 'negative'],
    ['200年', 'too_many_years'],
    ['8年15个月', 'unreadable'],
  ])('years that are none: %s', (years, problem) => {
    expect(linesFrom({ calculator: 'allowance', inputs: { years } }, given(local))).toEqual([
      `ask years: ${problem}`,
    ]);
  });

  it('without a table there is no number, whatever is said', () => {
    for (const text of [
      '我在乡镇干了8年，一个月该拿多少乡镇补贴',
      '帮我算算乡镇补贴',
      '满十五年的人乡镇补贴一月是几百',
    ])
      expect(linesOf(text)).toEqual(['gap LOC-01']);
  });

  it('never less for longer service', () => {
    const totalOf = (months: number) => {
      const text = `乡补多少，我干了${Math.floor(months / 12)}年${months % 12 ? `零${months % 12}个月` : ''}`;
      const step = stepOf(text, given(local));
      if (step?.kind !== 'done' || step.result.kind !== 'allowance') throw new Error(text);
      return step.result.total;
    };
    assert(
      property(integer({ min: 12, max: 480 }), integer({ min: 0, max: 120 }), (months, more) => {
        expect(totalOf(months + more)).toBeGreaterThanOrEqual(totalOf(months));
      }),
    );
  });
});

describe('a table given in the question (BT-13)', () => {
  it.each<[string, string[]]>([
    [
      '俺们县的表是：不满5年220、5到10年280、10年以上350，偏远再加110。我干了9年半在偏远镇，算下多少',
      ['每月 390 元', '9 年半，满 5 年不满 10 年这一档：280 元/月', '280 元 ＋ 110 元 ＝ 390 元/月'],
    ],
    [
      '俺县不满五年二百二、五到十年二百八、十年以上三百五，偏远多发一百一，俺干了十年整在偏远镇，合多少',
      ['刚好满 10 年，归“满 10 年”这一档。', '350 元 ＋ 110 元 ＝ 460 元/月'],
    ],
    [
      '我们县：满3年不满8年200元，满8年及以上260元，不满3年150，偏远每月另加80。我干了5年，不在偏远镇，每月多少',
      ['每月 200 元'],
    ],
    [
      '我县5年以下200元、5-10年260元、10-20年330元、20年以上420元，我整10年，该拿多少',
      ['10 年，满 10 年不满 20 年这一档：330 元/月'],
    ],
    [
      '标准是0到5年180，6到10年240，11年以上300，我干了10年半算哪档多少钱',
      ['10 年半，满 6 年不满 11 年这一档：240 元/月'],
    ],
    ['不满5年220.1、5年以上280.2，偏远加110.1，我6年在偏远镇多少', ['280.2 元 ＋ 110.1 元 ＝ 390.3 元/月']],
    ['不满5年220、5年以上280，我6年在偏远镇多少', ['每月 280 元', '表里没有写偏远加发多少，没有算进去。']],
    ['不满5年220、5年以上280，偏远再加50，我6年多少', ['偏远的：280 元 ＋ 50 元 ＝ 330 元/月']],
    ['满3年不满8年200，满8年260，我干了1年，多少', ['表里没有管到 1 年的那一档，算不出来。']],
  ])('%s', (text, lines) => {
    expect(linesOf(text)).toEqual(expect.arrayContaining(lines));
  });

  it('wins over the local table', () => {
    const text = '不满5年100、5年以上150，我6年乡补多少';
    expect(linesOf(text, given(local))).toContain('每月 150 元');
  });

  it.each(['表是1-5年200、8年以上300，我干了6年多少', '表是不满6年200、5到10年300，我干了6年多少'])(
    'tiers that overlap or leave a gap are given back: %s',
    (text) => {
      expect(linesOf(text).join()).toContain('叠在一起或者中间断开了');
    },
  );

  it('asks for the years alone', () => {
    expect(linesOf('我县不满5年220、5年以上280，我该拿多少')).toEqual(['ask years']);
  });

  it('any table of touching tiers is read as it was written', () => {
    assert(
      property(integer({ min: 1, max: 9 }), integer({ min: 1, max: 9 }), (first, more) => {
        const [a, b] = [first, first + more];
        const table = readTable(`不满${a}年210，满${a}年不满${b}年260，满${b}年以上310`);
        const tiers: Tier[] = [
          { from: 0, until: a, amount: 210 },
          { from: a, until: b, amount: 260 },
          { from: b, amount: 310 },
        ];
        expect(joined(table?.tiers ?? [])).toEqual(tiers);
      }),
    );
  });
});

describe('examples of other places (BT-07, BT-08)', () => {
  it.each<[string, string]>([
    ['按湖南那个办法，在乡镇12年，又是特别艰苦偏远的，一个月多少', '260 元 ＋ 100 元 ＝ 360 元/月'],
    ['湖南的表，9年零11个月，一般乡镇，每月拿多少', '9 年零 11 个月，不满 10 年这一档：200 元/月'],
    ['湖南的表，刚好10年，一般乡镇，每月拿多少', '10 年，满 10 年不满 15 年这一档：260 元/月'],
    ['湖南的表，刚好15年，一般乡镇，每月拿多少', '15 年，满 15 年不满 20 年这一档：320 元/月'],
    ['湖南的表，刚好20年，一般乡镇，每月拿多少', '20 年，满 20 年不满 25 年这一档：380 元/月'],
    ['湖南的表，刚好25年，一般乡镇，每月拿多少', '25 年，满 25 年不满 30 年这一档：440 元/月'],
    ['湖南的表，刚好30年，一般乡镇，每月拿多少', '30 年，满 30 年这一档：500 元/月'],
    ['湖南的办法我在甲镇6年又在乙镇7年能拿多少', '13 年，满 10 年不满 15 年这一档：260 元/月'],
  ])('%s', (text, line) => {
    const lines = linesOf(text);
    expect(lines).toContain(line);
    expect(lines).toContain('外地例（湖南省 2015 年办法，网页转载），不是本地标准：');
  });

  it.each<[string, string]>([
    ['别的省艰苦偏远乡镇干了22年能拿多少补贴', '22 年，满 20 年不满 30 年这一档：420 元/月'],
    ['外地那个表，我在一般乡镇干了10年，一个月补多少', '10 年，满 10 年不满 20 年这一档：260 元/月'],
    ['外省乡镇补贴干了31年拿多少', '偏远的：410 元 ＋ 90 元 ＝ 500 元/月'],
  ])('%s', (text, line) => {
    const lines = linesOf(text);
    expect(lines).toContain(line);
    expect(lines).toContain('外地例（转载页没写是哪个省），不是本地标准：');
  });

  it('is taken only when asked for', () => {
    expect(linesOf('我干了12年乡补多少')).toEqual(['gap LOC-01']);
    expect(linesOf('人家湖南是咋定的，有没有表')).toEqual(['no calculation']);
    expect(linesOf('云南乡镇补贴干了8年多少')).toEqual(['no calculation']);
  });
});

describe('years put together (BT-11)', () => {
  const text = '我先在A镇干6年，又在B镇干了7年，中间在县局2年，年限咋算，是13年还是7年';

  it('by common practice, hedged', () => {
    expect(linesOf(text)).toEqual([
      '乡镇工作年限怎么算',
      '按常见做法是 13 年',
      '6年 ＋ 7年 ＝ 13 年。各乡镇的时间累计是通行做法，本地认不认以本地规则为准。',
      '不在乡镇的 2年没有算进去。',
      '年限以人社部门核定为准。',
    ]);
  });

  it('knows whether the local rule is there (LOC-03)', () => {
    expect(stepOf(text)).toMatchObject({ result: { ruleMissing: true } });
    expect(stepOf(text, given({ serviceRules: true }))).toMatchObject({ result: { ruleMissing: false } });
  });
});

it.each([
  '我去年10月借调到县里帮忙，到现在快一年了，乡镇补贴能不能领',
  '驻村第一书记干了2年补贴多少',
  '干满三十年退休了还有没有乡补',
  '五年以下、五到十年各发多少乡镇补贴',
])('is no calculation: %s', (text) => {
  expect(linesOf(text, given(local))).toEqual(['no calculation']);
});
