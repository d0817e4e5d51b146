import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact, shown, times } from '../../src/policy/calculators/rules/exact.ts';
import { given, linesFrom, linesOf, stepOf } from './calculators-world.ts';

describe('20 % ceiling of the village reward funds (CW-02, CW-06)', () => {
  it.each<[string, string[]]>([
    ['我们村集体去年经营性收入46万，能提多少奖励村干部', ['最多可提 9.2 万元', '46 万元 × 20% ＝ 9.2 万元']],
    ['村集体经营性收入30万元，奖金上限多少', ['30 万元 × 20% ＝ 6 万元']],
    ['村里厂房出租一年收25万，奖励村干部顶多能拿出来多少', ['25 万元 × 20% ＝ 5 万元']],
    ['集体经济收入四十六万五，两成是多少，能提多少', ['46.5 万元 × 20% ＝ 9.3 万元']],
    ['村集体经营性收入123456元能提多少奖励', ['12.3456 万元 × 20% ＝ 24691.2 元']],
    ['村集体收入46w最多提多少', ['46 万元 × 20% ＝ 9.2 万元']],
    [
      '村集体厂房出租10万、门面租金5万，一共15万，最多提多少',
      ['经营性收入：10 万元 ＋ 5 万元 ＝ 15 万元', '15 万元 × 20% ＝ 3 万元'],
    ],
    [
      '一共80万，里头55万补助，25万出租，村集体能提多少奖励',
      ['25 万元 × 20% ＝ 5 万元', '55 万元像是补助一类，没有算进经营性收入；算不算以本地界定为准。'],
    ],
    [
      '村集体收入80万，其中55万是上级项目补助，能提多少奖励',
      ['经营性收入：80 万元 − 55 万元 ＝ 25 万元', '25 万元 × 20% ＝ 5 万元'],
    ],
    [
      '村集体一年收入60万，上级补助20万、光伏收益15万、门面出租25万，最多提多少奖金',
      ['经营性收入：15 万元 ＋ 25 万元 ＝ 40 万元', '40 万元 × 20% ＝ 8 万元'],
    ],
    [
      '村集体经营性收入100万，成本40万，净收益60万，20%按哪个算',
      ['100 万元 × 20% ＝ 20 万元', '要是按净收益算：60 万元 × 20% ＝ 12 万元。'],
    ],
  ])('%s', (text, lines) => {
    expect(linesOf(text)).toEqual(expect.arrayContaining(lines));
  });

  it('says what the ceiling means, and whose word counts', () => {
    const lines = linesOf('经营性收入46万，村集体能提多少').join('\n');
    expect(lines).toContain('全体村干部合计的上限，不是每人的数，也不是必须提满');
    expect(lines).toContain('以财政、组织部门核定为准。');
  });

  it.each<[string, string]>([
    ['去年村集体经营性收入46万，提了12万发奖励，行不行', '12 万元超过上限：12 万元 − 9.2 万元 ＝ 2.8 万元'],
    ['村集体收入46万提了9万奖励村干部可以吗', '9 万元没有超过上限 9.2 万元；'],
    ['村集体收入46万提了9.2万奖励村干部可以吗', '9.2 万元没有超过上限 9.2 万元；'],
    ['给5个村干部每人发2万奖励，村集体经营性收入40万够不够提', '10 万元超过上限：10 万元 − 8 万元 ＝ 2 万元'],
    ['村集体经营收入30万，按15%提奖励是多少', '按 15% 提：30 万元 × 15% ＝ 4.5 万元，没有超过上限。'],
    ['村集体经营收入30万，提三成行不行', '30 万元 × 30% ＝ 9 万元，多出 3 万元。'],
  ])('%s', (text, line) => {
    expect(linesOf(text).join('\n')).toContain(line);
  });

  it('a mean is shown only when it is asked for, as arithmetic only', () => {
    const asked = linesOf(
      '村两委就3个人，集体经营性收入12万，按百分之二十，每人最多能分多少，是不是必须平分',
    );
    expect(asked).toContain('只作算术参考，平均到每人：2.4 万元 ÷ 3 ＝ 8000 元。');
    expect(linesOf('村两委就3个人，集体经营性收入12万，最多能提多少').join()).not.toContain('平均到每人');
  });

  it('the income that a sum needs', () => {
    expect(linesOf('想给村干部发6万奖励，村集体得有多少经营性收入才行')).toEqual(
      expect.arrayContaining(['当年经营性收入至少要 30 万元', '6 万元 ÷ 20% ＝ 30 万元']),
    );
  });

  it.each([
    ['村集体今年经营性收入是0，还能提奖励不', '0 元 × 20% ＝ 0 元'],
    ['村集体经营亏了5万，能不能提20%', '亏了就没有可提的'],
  ])('nothing comes from nothing: %s', (text, line) => {
    const lines = linesOf(text);
    expect(lines[1]).toBe('没有可提的');
    expect(lines.join()).toContain(line);
  });

  it.each([
    [
      'several sums that nothing tells apart',
      '村集体收入甲项目30万，乙项目20万，提多少奖励',
      ['30万', '20万', '30万+20万'],
    ],
    ['two years', '村集体去年收入46万今年收入50万，能提多少奖励', ['46万', '50万', '46万+50万']],
  ])('%s are asked about', (_, text, offers) => {
    expect(stepOf(text)).toEqual({ kind: 'ask', field: 'income', offers });
  });

  it('a slip of the unit is explained, with what was probably meant', () => {
    expect(stepOf('村集体经营性收入46，能提多少奖励')).toEqual({
      kind: 'ask',
      field: 'income',
      typed: '46',
      problem: 'too_small',
      offers: ['46万'],
    });
  });

  it('an order without a sum is asked for it; a question about the rule is none', () => {
    expect(linesOf('帮我算算村集体20%能提多少奖金')).toEqual(['ask income']);
    for (const text of [
      '20%必须提么？村里想留着搞大棚',
      '村集体经营性收入能提多少奖励',
      '村集体收入几十万，最多能提多少万',
      '外地年经营收益10万元以上才可提奖励是哪里的规定',
      '上半年发了479件文',
    ])
      expect(linesOf(text)).not.toContain('村干部奖励资金上限');
  });

  it.each(['abc', '-5', '99999999999999999万', '46'])('a hostile value in the card: %s', (income) => {
    const [first] = linesFrom({ calculator: 'ceiling', inputs: { income } });
    expect(first).toMatch(income === '-5' ? /村干部奖励资金上限/ : /^ask income: /);
  });

  it('grows with the income, and is a fifth of it to the cent', () => {
    const ceilingOf = (yuan: number) => {
      const step = stepOf(`村集体经营性收入${yuan}元能提多少奖励`);
      if (step?.kind !== 'done' || step.result.kind !== 'ceiling') throw new Error('no ceiling');
      return step.result.ceiling;
    };
    assert(
      property(integer({ min: 100, max: 5_000_000 }), integer({ min: 0, max: 5_000_000 }), (income, more) => {
        expect(times(ceilingOf(income), exact(5))).toEqual(exact(income));
        expect(Number(shown(ceilingOf(income + more), 2))).toBeGreaterThanOrEqual(
          Number(shown(ceilingOf(income), 2)),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('6 % – 20 % supplement (CW-03, CW-07)', () => {
  it.each<[string, string[]]>([
    [
      '基本报酬2600一月，按12%增发，一年多拿多少',
      ['按 12%：每月多 312 元，一年多 3744 元', '2600 元 × 12% ＝ 312 元；312 元 × 12 ＝ 3744 元'],
    ],
    [
      '基本报酬每月1950，最少最多能增发多少',
      ['按 6%：每月多 117 元，一年多 1404 元', '按 20%：每月多 390 元，一年多 4680 元'],
    ],
    ['村支书一月2800，得了市里党建先进，最高涨多少', ['2800 元 × 20% ＝ 560 元；560 元 × 12 ＝ 6720 元']],
    ['基本报酬2600按一成增发一年多拿多少', ['2600 元 × 10% ＝ 260 元；260 元 × 12 ＝ 3120 元']],
    [
      '基本报酬一年3万，按10%增发多少',
      ['每月基本报酬：3 万元 ÷ 12 ＝ 2500 元', '按 10%：每月多 250 元，一年多 3000 元'],
    ],
    ['基本报酬1955，按6.5%增发每月多少', ['1955 元 × 6.5% ≈ 127.08 元；127.08 元 × 12 ＝ 1524.96 元']],
    [
      '书记每月3000、主任2600、委员2200，按10%增发各多少',
      [
        '书记',
        '3000 元 × 10% ＝ 300 元；300 元 × 12 ＝ 3600 元',
        '委员',
        '按 10%：每月多 220 元，一年多 2640 元',
      ],
    ],
    [
      '5个村干部基本报酬都是2000一个月，按8%增发，全村一年多发多少',
      ['5 个人合计：160 元 × 5 ＝ 800 元/月；1920 元 × 5 ＝ 9600 元/年'],
    ],
    [
      '基本报酬2000，增发25%是多少',
      ['您说的 25% 不在 6%—20% 之内，下面按两头算：', '按 6%：每月多 120 元，一年多 1440 元'],
    ],
    ['基本报酬2000，增发5%行不行', ['您说的 5% 不在 6%—20% 之内，下面按两头算：']],
  ])('%s', (text, lines) => {
    const all = linesOf(text);
    expect(all).toEqual(expect.arrayContaining(lines));
    expect(all.at(-1)).toBe('以财政、组织部门核定为准。');
  });

  it('the local share of the honour that was named (LOC-08)', () => {
    const world = given({
      shares: [
        { level: '县级', share: 6 },
        { level: '市级', share: 12 },
      ],
    });
    expect(linesOf('基本报酬2000，村里得了市级先进，能增发多少', world)).toEqual(
      expect.arrayContaining(['本地分档：市级 12%', '按 12%：每月多 240 元，一年多 2880 元']),
    );
    expect(linesOf('基本报酬2000，增发10%，市级先进', world).join()).not.toContain('12%：');
  });

  it.each([
    ['帮我算下按12%增发一年多多少', 'ask pay'],
    ['基本报酬负2000按10%增发多少', 'ask pay: negative'],
    ['基本报酬0元按10%增发多少', 'ask pay: zero'],
  ])('%s', (text, asked) => {
    expect(linesOf(text)).toEqual([asked]);
  });

  it.each(['那个6%到20%，县级表彰给几，市级给几，省里的又给几', '公务员涨工资了没有', '我工资3000能涨多少'])(
    'is no calculation: %s',
    (text) => {
      expect(linesOf(text)).toEqual(['no calculation']);
    },
  );

  it('a year is twelve months to the cent, and more percent is never less', () => {
    const stepsOf = (pay: number, share: number) => {
      const step = stepOf(`基本报酬每月${pay}元，增发${share}%`);
      if (step?.kind !== 'done' || step.result.kind !== 'supplement') throw new Error('no supplement');
      return step.result.pays[0]?.steps[0];
    };
    assert(
      property(integer({ min: 500, max: 9999 }), integer({ min: 6, max: 19 }), (pay, share) => {
        const [less, more] = [stepsOf(pay, share), stepsOf(pay, share + 1)];
        if (!less || !more) throw new Error('no step');
        expect(less.year).toEqual(times(less.month, exact(12)));
        expect(less.month).toEqual(exact(Math.round(pay * share) / 100));
        expect(Number(shown(more.month, 2))).toBeGreaterThan(Number(shown(less.month, 2)));
      }),
    );
  });
});
