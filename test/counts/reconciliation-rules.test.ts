import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, isLevel, mayCorrect, turnOf } from '../../src/counts/reconciliation/rules/compare.ts';
import { KINDS } from '../../src/counts/reconciliation/rules/difference.ts';
import { type Claims, EXPLANATIONS } from '../../src/counts/reconciliation/rules/explanation.ts';
import {
  type Booked,
  type Books,
  bareTitle,
  type LedgerRow,
} from '../../src/counts/reconciliation/rules/ledger.ts';
import { sampleSize } from '../../src/counts/reconciliation/rules/receiving.ts';

const blank: LedgerRow = {
  indicator: 'document',
  code: '',
  serial: 0,
  numberYear: 0,
  title: '',
  bare: '',
  day: '',
  month: '',
  plan: '',
  mark: 'none',
  parts: 1,
  meantFor: [],
  receiver: '',
};

/** 市农〔2025〕n号, about something, on a day. */
const doc = (serial: number, title: string, day = '', more: Partial<LedgerRow> = {}): LedgerRow => ({
  ...blank,
  code: '市农',
  serial,
  numberYear: 2025,
  title,
  bare: bareTitle(title),
  day,
  ...more,
});

const paper = (title: string, more: Partial<LedgerRow> = {}): LedgerRow => ({
  ...blank,
  title,
  bare: bareTitle(title),
  ...more,
});

interface Parts {
  plan?: LedgerRow[];
  register?: LedgerRow[];
  numbers?: LedgerRow[];
  received?: LedgerRow[];
  /** Documents of month 1, 2, … */
  reported?: number[];
  planned?: Partial<Record<Booked, number>>;
  shared?: Books['shared'];
}

function books(parts: Parts): Books {
  const months = (amounts: number[]) =>
    new Map(amounts.map((amount, i) => [`2025-${String(i + 1).padStart(2, '0')}`, { amount, unplanned: 0 }]));
  return {
    year: 2025,
    rows: {
      plan: parts.plan ?? [],
      register: parts.register ?? [],
      numbers: parts.numbers ?? [],
      received: parts.received ?? [],
    },
    reported: { document: months(parts.reported ?? []), meeting: months([]) },
    planned: parts.planned ?? {},
    shared: parts.shared ?? new Map(),
  };
}

const said = (explanations: Record<string, string>, accepted = false): Claims =>
  new Map(Object.entries(explanations).map(([key, explanation]) => [key, { key, explanation, accepted }]));

const keys = (parts: Parts, kind?: string) =>
  compare(books(parts), new Map(), [])
    .differences.filter((one) => kind === undefined || one.kind === kind)
    .map((one) => one.key);

const a = doc(1, '关于春耕备耕的通知', '2025-01-10');
const b = doc(2, '关于秸秆禁烧的通知', '2025-01-20');
const c = doc(3, '关于农机检修的通知', '2025-03-05');

describe('the eight kinds (domain 4.3)', () => {
  const cases: [string, Parts, string, string[]][] = [
    ['断号：登记里没有的号', { register: [a, c] }, 'gap', ['gap:document:市农/2025/2']],
    ['断号：从 1 号算起', { register: [b, c] }, 'gap', ['gap:document:市农/2025/1']],
    ['断号：文号流水排到更后的号', { register: [a, b], numbers: [c] }, 'gap', ['gap:document:市农/2025/3']],
    [
      '断号：流水里已注明作废的不再问',
      { register: [a, c], numbers: [doc(2, '', '', { mark: 'void' })] },
      'gap',
      [],
    ],
    ['断号：没有登记清单的单位只看流水', { numbers: [a, c] }, 'gap', ['gap:document:市农/2025/2']],
    [
      '断号：太多就按段问',
      { register: [a, doc(60, '尾号', '2025-12-01')] },
      'gap',
      ['gap:document:市农/2025/2-59'],
    ],
    ['断号：上年的号不算', { register: [a, doc(9, '旧文', '2025-01-02', { numberYear: 2024 })] }, 'gap', []],
    [
      '断号：与别的单位共用代字，对方登记了的不算',
      { register: [a, c], shared: new Map([['市农', { serials: new Set([2]), owned: true }]]) },
      'gap',
      [],
    ],
    [
      '断号：共用代字的缺口只问用得多的单位',
      { register: [a, c], shared: new Map([['市农', { serials: new Set<number>(), owned: false }]]) },
      'gap',
      [],
    ],
    [
      '重号：一号两个标题',
      { register: [a, doc(1, '关于抗旱的通知')] },
      'duplicate',
      ['duplicate:document:市农/2025/1'],
    ],
    ['重号：只差标点不算', { register: [a, doc(1, '《关于春耕备耕的通知》')] }, 'duplicate', []],
    [
      '有发无计划',
      { register: [a, b], plan: [paper('春耕备耕', { plan: '1' })] },
      'unplanned',
      ['unplanned:document:市农/2025/2/关于秸秆禁烧的通知'],
    ],
    [
      '有发无计划：登记时已记计划外的不再问',
      { register: [a, doc(2, '临时件', '', { mark: 'unplanned' })], plan: [paper('春耕备耕')] },
      'unplanned',
      [],
    ],
    [
      '有发无计划：计划只有总数，多出来的',
      { register: [a, b, c], planned: { document: 2 } },
      'unplanned',
      ['unplanned:document:'],
    ],
    [
      '有发无计划：只报数的单位比总数',
      { reported: [2, 2], planned: { document: 3 } },
      'unplanned',
      ['unplanned:document:'],
    ],
    ['有发无计划：没有计划的不比', { register: [a, b] }, 'unplanned', []],
    [
      '有计划没发',
      { register: [a], plan: [paper('春耕备耕'), paper('畜禽防疫', { plan: '2' })] },
      'unused',
      ['unused:document:2'],
    ],
    [
      '有计划没发：按计划编号对上的',
      { register: [doc(1, '防疫工作通知', '', { plan: '2' })], plan: [paper('畜禽防疫', { plan: '2' })] },
      'unused',
      [],
    ],
    [
      '收到没登记',
      { register: [a], received: [doc(2, '关于秸秆禁烧的通知', '2025-01-20', { receiver: 'T1' })] },
      'unregistered',
      ['unregistered:document:市农/2025/2'],
    ],
    [
      '收到没登记：没有文号的白头件',
      { register: [a], received: [paper('关于报送台账的工作提示', { receiver: 'T1' })] },
      'unregistered',
      ['unregistered:document:关于报送台账的工作提示'],
    ],
    [
      '收到没登记：两个单位收到同一件，只问一次',
      {
        register: [a],
        received: ['T1', 'T2'].map((receiver) => doc(2, '关于秸秆禁烧的通知', '', { receiver })),
      },
      'unregistered',
      ['unregistered:document:市农/2025/2'],
    ],
    [
      '收到没登记：流水里注明不计的不再问',
      {
        register: [a],
        numbers: [doc(2, '人事任免', '', { mark: 'uncounted' })],
        received: [doc(2, '人事任免', '', { receiver: 'T1' })],
      },
      'unregistered',
      [],
    ],
    [
      '收到没登记：没有登记清单的单位比不了',
      { received: [doc(2, '关于秸秆禁烧的通知', '', { receiver: 'T1' })] },
      'unregistered',
      [],
    ],
    [
      '收到没登记的号不再当断号问',
      { register: [a, c], received: [doc(2, '关于秸秆禁烧的通知', '', { receiver: 'T1' })] },
      'gap',
      [],
    ],
    [
      '登记没收到：在发送范围里的抽样单位没有',
      {
        register: [doc(1, '关于春耕备耕的通知', '', { meantFor: ['T1', 'T2'] })],
        received: [doc(1, '关于春耕备耕的通知', '', { receiver: 'T1' })],
      },
      'unreceived',
      ['unreceived:document:市农/2025/1/关于春耕备耕的通知'],
    ],
    ['登记没收到：不在发送范围的不算', { register: [a], received: [] }, 'unreceived', []],
    [
      '登记没收到：已撤回的不算',
      { register: [doc(1, '关于春耕备耕的通知', '', { meantFor: ['T1'], mark: 'withdrawn' })] },
      'unreceived',
      [],
    ],
    [
      '归月差：印发在 1 月，登记在 2 月',
      { register: [doc(1, '关于春耕备耕的通知', '2025-01-31', { month: '2025-02' })], reported: [0, 1] },
      'month',
      ['month:document:市农/2025/1/关于春耕备耕的通知'],
    ],
    [
      '归月差：跨年补登归上年',
      {
        register: [a, doc(9, '年末的文', '2024-12-31', { month: '2025-01', numberYear: 2024 })],
        reported: [2],
      },
      'month',
      ['month:document:市农/2024/9/年末的文'],
    ],
    [
      '归月差：合计一样、分月不一样',
      { register: [a, b, c], reported: [1, 0, 2] },
      'month',
      ['month:document:'],
    ],
    ['数不等', { register: [a, b, c], reported: [1, 0, 1] }, 'sum', ['sum:document:']],
    [
      '数不等：作废、不计的不进清单数',
      { register: [a, b, doc(3, '任免', '', { mark: 'uncounted' })], reported: [2] },
      'sum',
      [],
    ],
    ['数不等：没有清单的单位不比', { reported: [5, 5] }, 'sum', []],
  ];

  it.each(cases)('%s', (_, parts, kind, expected) => {
    expect(keys(parts, kind)).toEqual(expected);
  });

  it('has cases for every kind', () => {
    expect(new Set(cases.map(([, , kind]) => kind))).toEqual(new Set(KINDS));
  });
});

it('tells nothing of books that agree', () => {
  const register = [a, b, c].map((row) => ({ ...row, meantFor: ['T1'] }));
  const received = [a, b, c].map((row) => ({ ...row, receiver: 'T1' }));
  const plan = [a, b, c].map((row) => paper(row.title));
  const agreed: Parts = { register, received, plan, numbers: [a, b, c], reported: [2, 0, 1] };
  expect(keys(agreed)).toEqual([]);
  expect(isLevel(compare(books(agreed), new Map(), []))).toBe(true);
});

it('lets what is left of a plan lapse by rule: nobody is asked (不结转)', () => {
  const { differences } = compare(
    books({ register: [a], planned: { document: 5 }, reported: [1] }),
    new Map(),
    [],
  );
  expect(differences.map((one) => [one.kind, one.standing, one.numbers])).toEqual([
    ['unused', 'settled', { left: 5, right: 1 }],
  ]);
});

describe('level (对平标准)', () => {
  it.each([
    [
      '断号有说明就平',
      { register: [a, c], reported: [1, 0, 1] },
      { 'gap:document:市农/2025/2': 'void' },
      'settled',
    ],
    ['没说明就不平', { register: [a, c], reported: [1, 0, 1] }, {}, 'open'],
    [
      '“收到没登记”说成不计，要两办认可',
      { register: [a], reported: [1], received: [doc(2, '函', '2025-01-20', { receiver: 'T1' })] },
      { 'unregistered:document:市农/2025/2': 'uncounted' },
      'office',
    ],
    [
      '清单不全，等两办补清单',
      { register: [a, b], reported: [1] },
      { 'sum:document:': 'list-short' },
      'office',
    ],
  ] as [string, Parts, Record<string, string>, string][])('%s', (_, parts, claims, turn) => {
    expect(turnOf(compare(books(parts), said(claims), []))).toBe(turn);
  });

  it('is reached when the office has agreed', () => {
    const parts = { register: [a], reported: [1], received: [doc(2, '函', '', { receiver: 'T1' })] };
    const claims = said({ 'unregistered:document:市农/2025/2': 'not-ours' }, true);
    expect(turnOf(compare(books(parts), claims, []))).toBe('settled');
  });
});

describe('what the months must show', () => {
  const due = (parts: Parts, claims: Record<string, string>) =>
    compare(books(parts), said(claims), []).due.map((one) => [
      one.month,
      `${one.from.amount}/${one.from.unplanned}`,
      `${one.to.amount}/${one.to.unplanned}`,
    ]);

  it.each([
    [
      '以清单为准',
      { register: [a, b, c], reported: [1, 0, 1] },
      { 'sum:document:': 'by-list' },
      [['2025-01', '1/0', '2/0']],
    ],
    [
      '收到没登记的补进清单，按文件上的日期归月',
      { register: [a], reported: [1], received: [doc(2, '通知', '2025-04-02', { receiver: 'T1' })] },
      { 'unregistered:document:市农/2025/2': 'omitted' },
      [['2025-04', '0/0', '1/0']],
    ],
    [
      '漏登的断号按前一个号的日期归月',
      { register: [a, c], reported: [1, 0, 1] },
      { 'gap:document:市农/2025/2': 'omitted' },
      [['2025-01', '1/0', '2/0']],
    ],
    [
      '归月差：年度不变、月度更正',
      { register: [doc(1, '通知', '2025-01-31', { month: '2025-02' })], reported: [0, 1] },
      { 'month:document:市农/2025/1/通知': 'by-date' },
      [
        ['2025-01', '0/0', '1/0'],
        ['2025-02', '1/0', '0/0'],
      ],
    ],
    [
      '归月差：日期写错的，登记月份不动',
      { register: [doc(1, '通知', '2025-01-31', { month: '2025-02' })], reported: [0, 1] },
      { 'month:document:市农/2025/1/通知': 'date-wrong' },
      [],
    ],
    [
      '跨月撤回冲在撤回当月的，归回印发当月（3.1）',
      {
        register: [a, { ...b, mark: 'withdrawn' }, c, doc(4, '四号', '2025-03-09')],
        reported: [2, 0, 1],
      },
      { 'month:document:': 'by-date' },
      [
        ['2025-01', '2/0', '1/0'],
        ['2025-03', '1/0', '2/0'],
      ],
    ],
    [
      '上年的文从本年减去',
      { register: [doc(9, '旧文', '2024-12-31', { month: '2025-01', numberYear: 2024 })], reported: [1] },
      { 'month:document:市农/2024/9/旧文': 'by-date' },
      [['2025-01', '1/0', '0/0']],
    ],
    [
      '重复登记的只算一件',
      { register: [a, doc(1, '春耕通知', '2025-01-11')], reported: [2] },
      { 'duplicate:document:市农/2025/1': 'same' },
      [['2025-01', '2/0', '1/0']],
    ],
    [
      '记计划外',
      { register: [a, b], plan: [paper('春耕备耕')], reported: [2] },
      { 'unplanned:document:市农/2025/2/关于秸秆禁烧的通知': 'outside' },
      [['2025-01', '2/0', '2/1']],
    ],
  ] as [string, Parts, Record<string, string>, string[][]][])('%s', (_, parts, claims, expected) => {
    expect(due(parts, claims)).toEqual(expected);
  });
});

it('takes 10 % of the receiving units, at least three', () => {
  expect([0, 2, 3, 30, 31, 44, 120].map(sampleSize)).toEqual([0, 2, 3, 3, 4, 5, 12]);
});

it('whatever the books say: once all is explained and put right, the year is level and stays so', () => {
  const row = fc.record({
    serial: fc.integer({ min: 0, max: 6 }),
    title: fc.constantFrom('春耕备耕', '秸秆禁烧', '农机检修', '畜禽防疫'),
    day: fc.constantFrom('2025-01-10', '2025-05-31', '2025-12-31', '2024-12-30'),
    month: fc.constantFrom('', '2025-01', '2025-06'),
    mark: fc.constantFrom('none', 'unplanned', 'withdrawn', 'void' as const),
  });
  const rows = fc.array(row, { maxLength: 8 });
  fc.assert(
    fc.property(
      rows,
      rows,
      rows,
      fc.array(fc.nat(9), { maxLength: 12 }),
      fc.nat(),
      (listed, got, plan, reported, pick) => {
        const made = (list: typeof listed, more: Partial<LedgerRow> = {}) =>
          list.map((one) => ({
            ...doc(one.serial, one.title, one.day),
            month: one.month,
            mark: one.mark as LedgerRow['mark'],
            ...more,
          }));
        const before = books({
          register: made(listed, { meantFor: ['T1'] }),
          received: made(got, { receiver: 'T1', mark: 'none' }),
          plan: made(plan),
          reported,
        });
        const found = compare(before, new Map(), []).differences;
        const claims: Claims = new Map(
          found.map(({ key, kind }) => {
            const choices = EXPLANATIONS[kind].filter(({ effect }) => effect !== 'list');
            const explanation = choices[pick % choices.length]?.code ?? '';
            return [key, { key, explanation, accepted: true }];
          }),
        );
        const explained = compare(before, claims, []);
        expect(mayCorrect(explained)).toBe(true);
        const document = new Map(before.reported.document);
        for (const { month, to } of explained.due) document.set(month, to);
        const after = compare(
          { ...before, reported: { ...before.reported, document } },
          claims,
          explained.due,
        );
        expect(turnOf(after)).toBe('settled');
        expect(after.differences.map((one) => one.key)).toEqual(explained.differences.map((one) => one.key));
      },
    ),
  );
});
