import { describe, expect, it } from 'vitest';
import { findCommand } from '../../src/chat/commands.ts';
import { counts } from '../../src/counts/index.ts';
import { itemListPattern, itemPattern, readDraft } from '../../src/counts/items/lexicon.ts';
import { apartOf } from '../../src/counts/items/rules/apart.ts';
import { isCounted, KINDS, kindsOf } from '../../src/counts/items/rules/kinds.ts';
import { capacityOf, isSecret, kindIn, levelOf } from '../../src/counts/items/rules/lexicon-marks.ts';
import { findNumber, itemKey, readNumber } from '../../src/counts/items/rules/lexicon-number.ts';
import { sameTopic } from '../../src/counts/items/rules/lexicon-topic.ts';
import { changes, contributions } from '../../src/counts/items/rules/tally.ts';
import { figuresPattern, readFigures } from '../../src/counts/lexicon-figures.ts';
import { INDICATORS } from '../../src/counts/rules/indicator.ts';

const TODAY = '2026-06-22';

describe('a document number', () => {
  it.each([
    ['市政办〔2026〕12号', '市政办〔2026〕12号'],
    ['市政办[2026]12号', '市政办〔2026〕12号'],
    ['市政办(2026) 第 12 号', '市政办〔2026〕12号'],
    ['市政办【2026】012号', '市政办〔2026〕12号'],
    ['望教发（2026）3号', '望教发〔2026〕3号'],
    ['市政办2026年12号', undefined],
    ['市政办〔2026〕12', undefined],
    ['12号', undefined],
  ])('%s is read as %s', (text, written) => {
    expect(findNumber(text)?.text).toBe(written);
  });

  it('has one key however it is written, and is not confused with what surrounds it', () => {
    expect(itemKey({ number: '市政办[2026]012号', day: TODAY, title: '甲' })).toBe('市政办:2026:12');
    expect(itemKey({ number: '市政办〔2026〕12号', day: '2026-01-01', title: '乙' })).toBe('市政办:2026:12');
    expect(readNumber('关于市政办〔2026〕12号的通知')).toBeUndefined();
  });

  it('what has none is known by day and title', () => {
    expect(itemKey({ number: '', day: TODAY, title: '全市 防汛工作会议' })).toBe(
      itemKey({ number: '', day: TODAY, title: '《全市防汛工作会议》' }),
    );
  });
});

describe('what counts (domain 3.1 to 3.3)', () => {
  it.each([
    ['document', ['general', 'forwarded', 'telegram', 'unnumbered']],
    ['meeting', ['convened', 'system', 'video', 'continued', 'tasked']],
    ['inspection', ['comprehensive', 'single', 'unannounced']],
  ] as const)('%s: %j and nothing else', (indicator, counted) => {
    expect(kindsOf(indicator).filter((kind) => isCounted(indicator, kind))).toEqual(counted);
  });

  it('no kind of one indicator counts for another', () => {
    for (const one of INDICATORS)
      for (const other of INDICATORS.filter((i) => i !== one))
        for (const kind of Object.keys(KINDS[one])) expect(isCounted(other, kind)).toBe(false);
  });

  const item = {
    indicator: 'document' as const,
    kind: 'general',
    day: '2026-06-12',
    reach: '',
    unplanned: true,
    emergency: false,
    withdrawnDay: null,
    struck: null,
  };
  const one = { amount: 1, unplanned: 1, direct: 0, emergency: 0 };
  const minus = { amount: -1, unplanned: -1, direct: 0, emergency: 0 };

  it.each([
    ['issued', {}, [['2026-06', one]]],
    ['withdrawn in its month', { withdrawnDay: '2026-06-30' }, []],
    [
      'withdrawn two months later',
      { withdrawnDay: '2026-08-03' },
      [
        ['2026-06', one],
        ['2026-08', minus],
      ],
    ],
    ['not counted', { kind: 'decision' }, []],
    ['struck', { struck: 'duplicate' }, []],
  ] as const)('a document %s', (_, more, expected) => {
    expect([...changes(undefined, { ...item, ...more })]).toEqual(expected);
  });

  it('a correction over the end of a month moves both months', () => {
    expect([...changes(item, { ...item, day: '2026-05-31' })]).toEqual([
      ['2026-05', one],
      ['2026-06', minus],
    ]);
  });

  it('only meetings are told to reach the townships directly', () => {
    const reach = { reach: 'village' };
    expect(contributions({ ...item, ...reach })[0]?.tally.direct).toBe(0);
    const meeting = { ...item, ...reach, indicator: 'meeting' as const, kind: 'video' };
    expect(contributions(meeting)[0]?.tally.direct).toBe(1);
  });

  it('what stands apart is told apart: discussions, saved meetings, papers without a number', () => {
    const base = { ...item, number: '甲〔2026〕1号', parts: 1, heads: false, unplanned: false };
    const meeting = { ...base, indicator: 'meeting' as const, kind: 'convened', number: '' };
    const apart = apartOf(
      [
        { ...base, kind: 'decision' },
        { ...base, kind: 'unnumbered', number: '' },
        { ...meeting, parts: 3 },
        { ...meeting, kind: 'discussion', heads: true },
        { ...meeting, kind: 'discussion', struck: 'cancelled' },
        { ...meeting, emergency: true },
        { ...meeting, kind: 'statutory', day: '2026-07-01' },
      ],
      new Set(['2026-06']),
    );
    expect(apart).toEqual({
      discussion: 1,
      uncounted: { document: 1, meeting: 0, inspection: 0 },
      unnumbered: 1,
      saved: 2,
      bundled: 0,
      heads: 1,
      emergency: { document: 0, meeting: 1, inspection: 0 },
    });
  });
});

describe('what is typed in chat', () => {
  it.each([
    [
      '市政办〔2026〕12号 关于做好2026年防汛工作的通知',
      { number: '市政办〔2026〕12号', title: '关于做好2026年防汛工作的通知', day: TODAY, kind: 'general' },
    ],
    [
      '市政办〔2026〕12号关于做好“5月12日”防灾减灾日工作的通知，6月12日',
      { title: '关于做好“5月12日”防灾减灾日工作的通知', day: '2026-06-12' },
    ],
    [
      '市政办[2026]7号 《关于转发省通知的通知》 计划外 应急',
      { kind: 'forwarded', unplanned: true, emergency: true },
    ],
    ['关于安全检查的工作提示 昨天', { number: '', kind: 'unnumbered', day: '2026-06-21' }],
    ['市政办〔2026〕8号 关于张三等同志任免职的通知', { kind: 'decision' }],
    ['市防汛抗旱指挥部关于启动应急响应的通知 市汛〔2026〕3号', { issuer: '市防汛抗旱指挥部' }],
    ['市教〔2026〕9号 关于五项制度的通知 含5项', { parts: 5 }],
    ['市政办〔2025〕90号 关于年终工作的通知 12月31日', { day: '2025-12-31' }],
  ])('发文 %s', (text, expected) => {
    expect(readDraft('document', text, TODAY)).toMatchObject(expected);
  });

  it.each([
    ['6月12日 全市防汛工作会议', { title: '全市防汛工作会议', day: '2026-06-12', kind: 'convened' }],
    [
      '昨天 全市安全生产视频会 直达乡镇 批准：市委主要负责同志',
      { kind: 'video', reach: 'township', basis: '市委主要负责同志' },
    ],
    ['6.3 重点项目座谈会', { kind: 'discussion', day: '2026-06-03' }],
    [
      '6月5日 农村工作会议 套开三个会 要求乡镇主要负责人参加',
      { parts: 3, heads: true, title: '农村工作会议' },
    ],
    ['6月5日 政府常务会议', { kind: 'statutory' }],
    ['6月5日 以市委农村工作领导小组名义 秸秆禁烧会', { issuer: '市委农村工作领导小组', title: '秸秆禁烧会' }],
  ])('会议 %s', (text, expected) => {
    expect(readDraft('meeting', text, TODAY)).toMatchObject(expected);
  });

  it.each([
    ['发文 市政办〔2026〕12号 关于防汛的通知', true],
    ['登记发文', true],
    ['登记会议 全市大会', true],
    ['会议 6月12日 全市防汛工作会议', true],
    ['发文 计划外怎么算', false],
    ['发文 市政办〔2026〕12号 算不算普发？', false],
    ['会议 一年能开几次', false],
    ['会议 6月12日能不能开到乡镇', false],
    ['发文要不要编号', false],
  ])('%s is an item: %s', (text, is) => {
    expect(itemPattern.test(text)).toBe(is);
    expect(findCommand([counts], text) !== undefined).toBe(is);
  });

  it.each([
    ['登记 2026-05', ['2026', '05']],
    ['登记 5月', [undefined, '5']],
    ['登记清单2026年5月', ['2026', '5']],
  ])('%s asks for the list of a month', (text, groups) => {
    expect(itemListPattern.exec(text)?.slice(1)).toEqual(groups);
  });

  it.each([
    ['绝密★', true],
    ['关于某事的通知（机密）', true],
    ['机密文件 关于某事', true],
    ['秘密 三年', true],
    ['关于加强国家秘密管理工作的通知', false],
    ['关于保密宣传月活动的通知', false],
  ])('%s bears a mark of secrecy: %s', (text, secret) => {
    expect(isSecret(text)).toBe(secret);
  });
});

describe('whole numbers typed in chat', () => {
  const read = (text: string, now = '2026-06') => {
    const match = figuresPattern.exec(text);
    return match
      ? readFigures(
          match.slice(1).map((group) => group ?? ''),
          now,
        )
      : undefined;
  };

  it.each([
    ['6月发文12件会议3个', '2026-06', { document: { amount: 12 }, meeting: { amount: 3 } }],
    ['六月份发文十二件，会议三次。', '2026-06', { document: { amount: 12 }, meeting: { amount: 3 } }],
    [
      '2025年12月 发文 8 会议 2 督查1次',
      '2025-12',
      { document: { amount: 8 }, meeting: { amount: 2 }, inspection: { amount: 1 } },
    ],
    ['12月发文8件', '2025-12', { document: { amount: 8 } }],
    ['上月会议两次', '2026-05', { meeting: { amount: 2 } }],
    [
      '本月发文１２件，其中计划外1件；会议3个，其中直达乡镇1个',
      '2026-06',
      { document: { amount: 12, unplanned: 1 }, meeting: { amount: 3, direct: 1 } },
    ],
    ['6月督查检查考核0次', '2026-06', { inspection: { amount: 0 } }],
  ])('%s', (text, month, figures) => {
    expect(read(text.normalize('NFKC').replaceAll(',', '，'))).toEqual({ month, figures });
  });

  it.each(['6月发文12件够不够', '6月发文最多几件', '6月开会', '发文12件', '6月发文12件会议3个行吗'])(
    '%s is no report of figures',
    (text) => {
      expect(figuresPattern.test(text)).toBe(false);
    },
  );

  it.each(['6月发文12件发文13件', '13月发文1件', '6月计划外3件'])('%s is asked again', (text) => {
    expect(figuresPattern.test(text)).toBe(true);
    expect(read(text)).toBeUndefined();
  });
});

describe('who issued it', () => {
  it.each([
    ['市防汛抗旱指挥部', 'city-department', 'body'],
    ['中共望泉县委', 'office', 'party'],
    ['望泉县人民政府', 'office', 'government'],
    ['市政府办公室', 'office', 'office'],
    ['望泉县教育局', 'county-department', 'department'],
  ] as const)('%s (%s) issues as %s', (issuer, tier, capacity) => {
    expect(capacityOf(issuer, tier)).toBe(capacity);
  });

  it('levels are kept apart', () => {
    expect([levelOf('office', ''), levelOf('office', '望泉县'), levelOf('township', '望泉县')]).toEqual([
      'city',
      'county',
      'township',
    ]);
  });
});

it.each([
  ['关于做好防汛抗旱工作的通知', '全市防汛抗旱工作会议', true],
  ['关于加强安全生产工作的通知', '全市安全生产视频会议', true],
  ['关于做好秸秆禁烧工作的通知', '全市安全生产工作会议', false],
  ['关于印发2026年工作要点的通知', '2026年全市工作会议', false],
])('%s and %s are about one matter: %s', (a, b, same) => {
  expect(sameTopic(a, b)).toBe(same);
});

it.each([
  ['meeting', '收看全省会议', 'listened'],
  ['inspection', '食品安全暗访', 'unannounced'],
  ['document', '关于某事的请示', 'upward'],
] as const)('%s %s is %s', (indicator, title, kind) => {
  expect(kindIn(indicator, title)).toBe(kind);
});
