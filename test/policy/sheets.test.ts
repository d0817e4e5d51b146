import { beforeEach, describe, expect, it } from 'vitest';
import { localFigure, question, unit } from '../../db/schema/index.ts';
import { perform } from '../../src/delivery/perform.ts';
import { findPublished } from '../../src/policy/repo.ts';
import { sheets } from '../../src/policy/sheets.ts';
import { importWorkbook } from '../../src/system/verbs/import-workbook.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { type Cell, xlsx } from '../workbook/xlsx.ts';
import { ask, policyWorld } from './world.ts';

let runtime: TestRuntime;
beforeEach(async () => {
  runtime = testRuntime();
  await runtime.store.db
    .insert(unit)
    .values({ code: 'T1', name: '柳溪镇', tier: 'township', county: '青禾县' });
});

async function importing(sheet: string, titles: string[], ...rows: Cell[][]) {
  const file = await xlsx({ [sheet]: [titles, ...rows] });
  return perform(
    runtime.store,
    () => testCtx(runtime),
    (ctx) => importWorkbook(ctx, { file, dryRun: false, sheets, unknownPeople: async () => new Set() }),
  );
}

async function dump(name: string) {
  return sheets.find((sheet) => sheet.name === name)?.dump(testCtx(runtime)) ?? [];
}

const QUESTION = [
  '编号',
  '标准问题',
  '相似问法',
  '不应命中',
  '答复',
  '依据文件',
  '施行日',
  '失效日',
  '适用单位编码',
  '事实编号',
  '本地标准编号',
];
const good = [
  'ZZ01',
  '周转房能买吗',
  '周转房卖不卖；住几年归我',
  '',
  '只住不卖。',
  '市里通知',
  '2022-07-01',
  '',
  'T1',
  'ZZ-02',
  'LOC-13',
];

describe('政策问答', () => {
  it('publishes, is found at once by those it is for, and comes back as it went in', async () => {
    expect(await importing('政策问答', QUESTION, good)).toMatchObject({
      ok: true,
      imported: { 政策问答: 1 },
    });
    expect(await ask(runtime, '住几年归我')).toMatchObject({ decision: 'local_gap', entryIds: ['ZZ01'] });
    const [row] = await dump('政策问答');
    expect(row).toMatchObject(Object.fromEntries(QUESTION.map((title, i) => [title, good[i]])));
  });

  it('a second import of the same changes nothing; another answer is a new revision', async () => {
    await importing('政策问答', QUESTION, good);
    await importing('政策问答', QUESTION, good);
    expect(await runtime.store.db.select().from(question)).toMatchObject([{ publishedRevision: 1 }]);
    await importing('政策问答', QUESTION, good.with(4, '产权公有，只住不卖。'));
    expect(await findPublished(runtime.store.db)).toMatchObject([
      { revision: 2, answer: '产权公有，只住不卖。' },
    ]);
  });

  it('what was exported can be imported without a change', async () => {
    runtime = await policyWorld();
    await runtime.store.db
      .insert(unit)
      .values({ code: 'C1', name: '青禾县', tier: 'office', county: '青禾县' });
    const before = await dump('政策问答');
    const titles = Object.keys(before[0] ?? {});
    await importing('政策问答', titles, ...before.map((row) => titles.map((title) => row[title] ?? '')));
    expect(await dump('政策问答')).toEqual(before);
    expect((await findPublished(runtime.store.db)).every(({ revision }) => revision === 1)).toBe(true);
  });

  it('tells every problem of every row', async () => {
    const bad = [
      'Z Z',
      '周转房',
      '',
      '',
      '密级：机密 的内容',
      '通知',
      '2022-13-01',
      '',
      'T9',
      'ZZ-99',
      'LOC-99',
    ];
    const { ok, refused } = await importing('政策问答', QUESTION, good, good, bad);
    expect(ok).toBe(false);
    expect(refused.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '3 编号',
      '4 编号',
      '4 施行日',
      '4 答复',
      '4 适用单位编码',
      '4 事实编号',
      '4 本地标准编号',
    ]);
    expect(await findPublished(runtime.store.db)).toEqual([]);
  });

  it('what gets in the way of another entry is refused with its number, unless a reason is given', async () => {
    await importing('政策问答', QUESTION, good);
    const titles = [...QUESTION, '并存理由'];
    const twin = [...good.with(0, 'ZZ02').with(1, '周转房归谁').with(2, '住几年归我'), ''];
    const refusal = await importing('政策问答', titles, [...good, ''], twin);
    expect(refusal.refused).toEqual([
      {
        sheet: '政策问答',
        row: 3,
        column: '相似问法',
        reason:
          '会抢走 ZZ01 的问法“住几年归我”，请改写本条的问法，或者修改 ZZ01。确需并存的，在“并存理由”里写明理由。',
      },
    ]);
    const forced = await importing('政策问答', titles, [...twin.slice(0, -1), '两份文件说法不同，已请示']);
    expect(forced).toMatchObject({ ok: true });
    expect((await findPublished(runtime.store.db)).map(({ number }) => number)).toEqual(['ZZ01', 'ZZ02']);
  });

  it('an end before the beginning', async () => {
    const { refused } = await importing('政策问答', QUESTION, good.with(7, '2022-06-30'));
    expect(refused).toMatchObject([{ row: 2, column: '失效日' }]);
  });
});

const LOCAL = [
  '编号',
  '适用单位编码',
  '项目',
  '内容',
  '起年',
  '止年',
  '月额',
  '表彰级别',
  '比例',
  '科室',
  '电话',
];
const tier = (from: string, until: string, amount: string) => ['LOC-01', '', '', '', from, until, amount];

describe('本地标准', () => {
  it('stores tables in order and gives them back', async () => {
    const rows = [
      tier('0', '10', '200'),
      tier('10', '', '260'),
      ['LOC-10', 'T1', '小食堂', '不超过八十平方米'],
    ];
    expect(await importing('本地标准', LOCAL, ...rows)).toMatchObject({ ok: true });
    expect(await dump('本地标准')).toEqual([
      { 编号: 'LOC-01', 适用单位编码: '', 起年: '0', 止年: '10', 月额: '200' },
      { 编号: 'LOC-01', 适用单位编码: '', 起年: '10', 月额: '260' },
      { 编号: 'LOC-10', 适用单位编码: 'T1', 项目: '小食堂', 内容: '不超过八十平方米' },
    ]);
  });

  it('takes the columns that the local office thinks of, and gives them back', async () => {
    const titles = ['编号', '机关', '电话', '面积（平方米）'];
    expect(await importing('本地标准', titles, ['LOC-18', '县纪委监委', '0000-1', ''])).toMatchObject({
      ok: true,
    });
    expect(await importing('本地标准', titles, ['LOC-13', '', '', 25])).toMatchObject({ ok: true });
    expect(await dump('本地标准')).toEqual([
      { 编号: 'LOC-13', 适用单位编码: '', '面积（平方米）': '25' },
      { 编号: 'LOC-18', 适用单位编码: '', 机关: '县纪委监委', 电话: '0000-1' },
    ]);
  });

  it('the next table of the allowance can be entered before it comes into force', async () => {
    const titles = ['编号', '起年', '止年', '月额', '生效日'];
    const old = [
      ['LOC-01', '0', '10', '200', '2026-01-01'],
      ['LOC-01', '10', '', '260', '2026-01-01'],
    ];
    const next = ['LOC-01', '0', '', '300', '2027-01-01'];
    expect(await importing('本地标准', titles, ...old, next)).toMatchObject({ ok: true });
    expect(await dump('本地标准')).toHaveLength(3);
    const { refused } = await importing('本地标准', titles, ...old, next.with(1, '5'), next.with(4, '明年'));
    expect(refused.map(({ row, column }) => `${row} ${column}`)).toEqual(['4 起年', '5 生效日']);
  });

  it('a standard is replaced as a whole; others stay', async () => {
    await importing('本地标准', LOCAL, tier('0', '10', '200'), tier('10', '', '260'), [
      'LOC-05',
      '',
      '来源',
      '县财政',
    ]);
    await importing('本地标准', LOCAL, tier('0', '', '300'));
    expect(
      (await runtime.store.db.select().from(localFigure).orderBy(localFigure.code)).map(
        ({ code, values }) => [code, values],
      ),
    ).toEqual([
      ['LOC-01', { 起年: '0', 月额: '300' }],
      ['LOC-05', { 项目: '来源', 内容: '县财政' }],
    ]);
  });

  it.each<[string, Cell[][], string]>([
    ['an unknown number', [['LOC-38', '', '项目']], '编号'],
    ['an unknown unit', [['LOC-05', 'T9', '来源']], '适用单位编码'],
    ['nothing but the number', [['LOC-05']], ''],
    ['a gap between tiers', [tier('0', '10', '200'), tier('12', '', '260')], '起年'],
    ['tiers that overlap', [tier('0', '10', '200'), tier('8', '', '260')], '起年'],
    ['tiers that end', [tier('0', '10', '200'), tier('10', '20', '260')], '起年'],
    ['tiers that begin late', [tier('5', '', '200')], '起年'],
    ['an amount that is none', [tier('0', '', '二百多')], '月额'],
    ['a tier without amount', [tier('0', '', '')], '月额'],
    ['a share above 20 %', [['LOC-08', '', '', '', '', '', '', '市级', '25%']], '比例'],
    ['a phone without office', [['LOC-36', '', '', '', '', '', '', '', '', '', '0000-1']], '科室'],
  ])('%s is refused', async (_, rows, column) => {
    const { ok, refused } = await importing('本地标准', LOCAL, ...rows);
    expect(ok).toBe(false);
    expect(refused.map((refusal) => refusal.column)).toContain(column);
  });
});

describe('同义词', () => {
  const SYNONYM = ['规范词', '又称', '启用', '备注'];

  it('come back as they went in, and without a list of one’s own the starters come', async () => {
    const starters = await dump('同义词');
    expect(starters).toContainEqual({
      规范词: '乡镇工作补贴',
      又称: '乡补；乡镇岗位补贴；乡镇补贴',
      启用: '是',
      备注: '简称',
    });
    const rows = starters.map((row) => SYNONYM.map((title) => row[title] ?? ''));
    expect(await importing('同义词', SYNONYM, ...rows)).toMatchObject({ ok: true });
    expect(await dump('同义词')).toEqual(starters);
  });

  it('a row replaces the list of its word and leaves the others', async () => {
    const before = await dump('同义词');
    await importing('同义词', SYNONYM, ['周转房', '公寓；ＺＺＦ', '', '县里的叫法']);
    const after = await dump('同义词');
    expect(after.filter((row) => row['规范词'] === '周转房')).toEqual([
      { 规范词: '周转房', 又称: 'zzf；公寓', 启用: '是', 备注: '县里的叫法' },
    ]);
    const others = (rows: typeof before) => rows.filter((row) => row['规范词'] !== '周转房');
    expect(others(after)).toEqual(others(before));
  });

  it('tells every problem of every row', async () => {
    const { ok, refused } = await importing(
      '同义词',
      SYNONYM,
      ['', '公寓', '', ''],
      ['周转房', '', '', ''],
      ['周转房', '周转房', '', ''],
      ['周转房', '房', '', ''],
      ['房', '公寓楼', '', ''],
      ['周转房', '公寓 楼', '', ''],
      ['周转房', '宿舍楼', '大概', ''],
      ['五小', '宿舍楼', '', ''],
      ['乡补', '乡里补贴', '', ''],
      ['甲组', '乙组', '', ''],
      ['乙组', '甲组', '', ''],
      ['五小', '村两委', '', ''],
    );
    expect(ok).toBe(false);
    expect(refused.map(({ row, column, reason }) => `${row} ${column} ${reason}`)).toEqual([
      expect.stringContaining('2 规范词'),
      expect.stringContaining('3 又称'),
      '4 又称 “周转房”和规范词相同。',
      '5 又称 “房”只有一个字，会误伤别的词，请写两个字以上。',
      '6 规范词 “房”只有一个字，会误伤别的词，请写两个字以上。',
      '6 规范词 “房”自己又是“周转房”的又称，请直接写“周转房”。',
      '7 又称 “公寓 楼”里只能有汉字、字母、数字和 %。',
      '8 启用 只能写“是”或“否”，不写等于“是”。',
      '9 又称 “宿舍楼”在第 8 行已写作“周转房”的又称，只能归一个规范词。',
      '10 规范词 “乡补”自己又是“乡镇工作补贴”的又称，请直接写“乡镇工作补贴”。',
      '11 规范词 “甲组”自己又是“乙组”的又称，请直接写“乙组”。',
      '12 规范词 “乙组”自己又是“甲组”的又称，请直接写“甲组”。',
      '13 又称 “村两委”自己是规范词（下面有“支村两委”），请把它的又称直接写到这一行。',
    ]);
  });
});
