import { beforeEach, describe, expect, it } from 'vitest';
import {
  filing,
  planRevision,
  researchVisit,
  returnedDocument,
  trainingCourse,
  unit,
} from '../../db/schema/index.ts';
import { perform } from '../../src/delivery/perform.ts';
import { filings } from '../../src/filings/index.ts';
import { importWorkbook } from '../../src/system/verbs/import-workbook.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { type Cell, xlsx } from '../workbook/xlsx.ts';

const FILINGS = ['备案号', '名称', '组织单位编码', '类型', '对象编码', '开始', '结束', '批准文号'];
const VISITS = ['编号', '主题', '组织单位编码', '对象编码', '开始', '结束', '四不两直'];

const sheetNamed = (name: string) => (filings.sheets ?? []).find((sheet) => sheet.name === name);

let runtime: TestRuntime;
beforeEach(async () => {
  runtime = testRuntime();
  await runtime.store.db.insert(unit).values([
    { code: 'D1', name: '望泉县教育局', tier: 'county-department', county: '望泉县' },
    { code: 'T1', name: '柳溪镇', tier: 'township', county: '望泉县' },
    { code: 'T2', name: '槐荫镇', tier: 'township', county: '望泉县' },
  ]);
});

async function importing(sheets: Record<string, Cell[][]>) {
  const file = await xlsx(sheets);
  return perform(
    runtime.store,
    () => testCtx(runtime),
    (ctx) =>
      importWorkbook(ctx, {
        file,
        dryRun: false,
        sheets: filings.sheets ?? [],
        unknownPeople: async () => new Set(),
      }),
  );
}

const inFilings = (...rows: Cell[][]) => importing({ 备案清单: [FILINGS, ...rows] });
const yearly = (number: string, targets: string, start = '2026-11-02'): Cell[] => [
  number,
  '年度综合考核',
  'D1',
  '综合考核',
  targets,
  start,
  start,
  null,
];

describe('备案清单', () => {
  it('stores, updates by number, dumps what it stored', async () => {
    await inFilings([
      '1',
      '教育考核',
      'D1',
      '单项考核',
      'T1；T2',
      '2026/6/1',
      '2026-06-05',
      '望办〔2026〕3号',
    ]);
    await inFilings([
      '1',
      '教育工作考核',
      'D1',
      '单项考核',
      'T1',
      '2026-06-01',
      '2026-06-05',
      '望办〔2026〕3号',
    ]);
    expect(await runtime.store.db.select().from(filing)).toMatchObject([
      {
        number: '1',
        name: '教育工作考核',
        organiser: 'D1',
        kind: 'single',
        targets: ['T1'],
        startDay: '2026-06-01',
        endDay: '2026-06-05',
        approval: '望办〔2026〕3号',
      },
    ]);
    expect(await sheetNamed('备案清单')?.dump(testCtx(runtime))).toEqual([
      {
        备案号: '1',
        名称: '教育工作考核',
        组织单位编码: 'D1',
        类型: '单项考核',
        对象编码: 'T1',
        开始: '2026-06-01',
        结束: '2026-06-05',
        批准文号: '望办〔2026〕3号',
        依据: '',
        查看台账: '否',
        计划外: '否',
        状态: '已备案',
        原因: '',
      },
    ]);
  });

  it('what was decided in chat outlives an import of the older columns', async () => {
    const row = ['1', '教育检查', 'D1', '检查', 'T1', '2026-06-01', '2026-06-05', null];
    await inFilings(row);
    await runtime.store.db.update(filing).set({ state: 'withdrawn', reason: '不开展了' });
    await inFilings(row);
    expect(await runtime.store.db.select().from(filing)).toMatchObject([
      { state: 'withdrawn', reason: '不开展了', revision: 2 },
    ]);
  });

  it('beyond the plan of the same workbook it waits; a state that is written decides', async () => {
    await runtime.store.db.insert(planRevision).values({
      year: 2026,
      unit: 'D1',
      indicator: 'inspection',
      revision: 1,
      amount: 1,
      author: 'test',
      createdAt: 0,
    });
    const row = (number: string, start: string, state: string | null = null): Cell[] => [
      number,
      '检查',
      'D1',
      '检查',
      'T1',
      start,
      start,
      null,
      state,
    ];
    await importing({
      备案清单: [
        [...FILINGS, '状态'],
        row('1', '2026-06-01'),
        row('2', '2026-06-02'),
        row('3', '2026-06-03', '已备案'),
        row('4', '2027-06-03'),
      ],
    });
    expect(
      (await runtime.store.db.select().from(filing).orderBy(filing.number)).map(({ state }) => state),
    ).toEqual(['filed', 'pending', 'filed', 'filed']);
    expect(
      (await importing({ 备案清单: [[...FILINGS, '状态'], row('5', '2026-06-01', '好')] })).refused,
    ).toMatchObject([{ column: '状态' }]);
  });

  const row = (change: Record<string, Cell>): Cell[] => {
    const good = {
      备案号: '1',
      名称: '安全检查',
      组织单位编码: 'D1',
      类型: '检查',
      对象编码: 'T1',
      开始: '2026-06-01',
      结束: '2026-06-02',
      批准文号: null,
    };
    return FILINGS.map((title) => ({ ...good, ...change })[title] ?? null);
  };
  it.each<[string, Record<string, Cell>, string, RegExp]>([
    ['no number', { 备案号: null }, '备案号', /不能空着/],
    ['unknown organiser', { 组织单位编码: 'X' }, '组织单位编码', /没有编码为“X”/],
    ['unknown target', { 对象编码: 'T1;X' }, '对象编码', /没有编码为“X”/],
    ['no date', { 开始: '六月' }, '开始', /2026-07-01/],
    ['no such day', { 结束: '2026-06-31' }, '结束', /2026-07-01/],
    ['ends before it starts', { 结束: '2026-05-31' }, '结束', /早于/],
    ['unknown kind', { 类型: '抽查' }, '类型', /综合考核、单项考核、专项督查、检查、一票否决/],
    ['single assessment without approval (DC-04)', { 类型: '单项考核' }, '批准文号', /批准文号/],
  ])('refuses: %s', async (_, change, column, reason) => {
    expect(await inFilings(row(change))).toEqual({
      ok: false,
      imported: {},
      refused: [{ sheet: '备案清单', row: 2, column, reason: expect.stringMatching(reason) }],
    });
    expect(await runtime.store.db.select().from(filing)).toEqual([]);
  });

  it('refuses the same number twice', async () => {
    expect((await inFilings(row({}), row({}))).refused).toMatchObject([{ row: 3, column: '备案号' }]);
  });

  it('refuses a second comprehensive assessment within the workbook', async () => {
    const { refused } = await inFilings(yearly('1', 'T1；T2'), yearly('2', 'T2'));
    expect(refused).toEqual([
      {
        sheet: '备案清单',
        row: 3,
        column: '对象编码',
        reason: expect.stringMatching(/^槐荫镇 2026 年已有.*备案号 1/),
      },
    ]);
  });

  it('refuses one that collides with the database, but not a changed row of its own number or of another year', async () => {
    await inFilings(yearly('1', 'T1'));
    expect((await inFilings(yearly('2', 'T1'))).refused).toMatchObject([{ row: 2, column: '对象编码' }]);
    expect(await inFilings(yearly('1', 'T1；T2', '2026-12-01'))).toMatchObject({ ok: true });
    expect(await inFilings(yearly('2', 'T1', '2027-11-02'))).toMatchObject({ ok: true });
    expect(await inFilings(yearly('1', 'T2'), yearly('3', 'T1'))).toMatchObject({ ok: true });
  });
});

describe('调研计划', () => {
  it('stores and dumps', async () => {
    const row = ['DY-1', '产业发展', 'D1', 'T1；T2', '2026-07-01', '2026-07-02', '是'];
    expect(await importing({ 调研计划: [VISITS, row] })).toMatchObject({ ok: true });
    expect(await runtime.store.db.select().from(researchVisit)).toMatchObject([
      { number: 'DY-1', targets: ['T1', 'T2'], unannounced: true },
    ]);
    const [dumped] = (await sheetNamed('调研计划')?.dump(testCtx(runtime))) ?? [];
    expect(Object.values(dumped ?? {})).toEqual(row);
  });

  it('refuses what is neither yes nor no, and unknown units', async () => {
    const row = ['DY-1', '产业发展', 'X', 'T1', '2026-07-01', '2026-07-02', '可能'];
    expect((await importing({ 调研计划: [VISITS, row] })).refused).toMatchObject([
      { row: 2, column: '组织单位编码' },
      { row: 2, column: '四不两直' },
    ]);
  });
});

it.each([
  [
    '退文台账',
    {
      编号: 'R1',
      拟稿单位编码: 'D1',
      标题: '关于报送总结的通知',
      原因: '篇幅超过要求',
      退回日: '2026-06-01',
      再报日: '',
    },
    { 编号: 'R2', 拟稿单位编码: 'X', 标题: '通知', 原因: '不好', 退回日: '六月', 再报日: '2026-05-01' },
    3,
    () => runtime.store.db.select().from(returnedDocument),
  ],
  [
    '培训班次',
    {
      编号: 'P1',
      班次名称: '村干部轮训',
      主办单位编码: 'D1',
      培训对象: '村“两委”干部',
      参训单位编码: 'T1；T2',
      报名截止: '2026-07-03',
      开始: '2026-07-10',
      结束: '2026-07-12',
    },
    {
      编号: 'P2',
      班次名称: '轮训',
      主办单位编码: 'X',
      培训对象: '干部',
      参训单位编码: 'Y',
      报名截止: '2026-07-11',
      开始: '2026-07-10',
      结束: '2026-07-09',
    },
    4,
    () => runtime.store.db.select().from(trainingCourse),
  ],
])('%s: stored, dumped as it was, and refused with every reason', async (name, good, bad, problems, rows) => {
  const titles = Object.keys(good);
  const cells = (row: Record<string, string>) => titles.map((title) => row[title] ?? null);
  expect((await importing({ [name]: [titles, cells(good), cells(bad)] })).refused).toHaveLength(problems);
  expect(await rows()).toEqual([]);
  expect(await importing({ [name]: [titles, cells(good)] })).toMatchObject({ ok: true });
  expect(await importing({ [name]: [titles, cells(good)] })).toMatchObject({ ok: true });
  expect(await rows()).toHaveLength(1);
  expect(await sheetNamed(name)?.dump(testCtx(runtime))).toEqual([good]);
});
