import { beforeEach, describe, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/universal';
import { countItem } from '../../db/schema/index.ts';
import { cardText } from '../../src/chat/card-text.ts';
import { importExport } from '../../src/counts/items/verbs/import-export.ts';
import type { Indicator } from '../../src/counts/rules/indicator.ts';
import { perform } from '../../src/delivery/perform.ts';
import { readWorkbook } from '../../src/system/workbook/read.ts';
import { worldOf } from '../../src/system/workbook/world.ts';
import { type TestRuntime, testCtx, testRuntime } from '../support/ctx.ts';
import { importTables, sheets } from './city.ts';
import { runJob, tap } from './desk.ts';
import { figuresOf, itemCity, itemRuntime, say } from './item-desk.ts';

type Cells = (string | number)[];

let runtime: TestRuntime;

beforeEach(async () => {
  runtime = await itemRuntime('2026-06-22T10:00');
});

/** As office automation writes it: a title line, headings, rows, a sum below. */
async function oaFile(rows: readonly Cells[], headings: Cells = HEADINGS): Promise<Uint8Array> {
  const lines: Cells[] = [['发文登记表（2026年6月）'], headings, ...rows, ['合计', rows.length]];
  const data = lines.map((cells) =>
    cells.map((value) => (typeof value === 'number' ? { value, type: Number } : { value, type: String })),
  );
  return new Uint8Array(await (await writeXlsx([{ sheet: 'Sheet1', data }]).toBlob()).arrayBuffer());
}

const HEADINGS = ['序号', '发文字号', '文件标题', '文种', '印发日期', '主送', '拟稿人', '计划外'];

async function bring(
  rows: readonly Cells[],
  options: { dryRun?: boolean; indicator?: Indicator; headings?: Cells } = {},
) {
  const [raw] = await readWorkbook(await oaFile(rows, options.headings));
  if (!raw) throw new Error('nothing in it');
  const world = await worldOf(testCtx(runtime), [], async () => new Set());
  return perform(
    runtime.store,
    () => testCtx(runtime, { kind: 'cli', name: 'import' }),
    (ctx) =>
      importExport(ctx, {
        raw,
        unit: 'NY',
        indicator: options.indicator ?? 'document',
        world,
        dryRun: options.dryRun ?? false,
      }),
  );
}

const items = () => runtime.store.db.select().from(countItem);

const GOOD: Cells[] = [
  [1, '市农〔2026〕1号', '关于春耕的通知', '通知', '2026-05-06', '各县区', '甲', '否'],
  [2, '市农[2026]2号', '关于秋播的通知', '通知', '2026/6/12 09:30', '各县区', '乙', '是'],
  [3, '市农〔2026〕3号', '关于经费的请示', '请示', '2026年6月15日', '市政府', '乙', ''],
];

describe('an office-automation export', () => {
  it('is shown beforehand: what would come, nothing stored', async () => {
    expect(await bring(GOOD, { dryRun: true })).toEqual({
      ok: true,
      fresh: 3,
      changed: 0,
      known: 0,
      repeated: [],
      months: [
        { month: '2026-05', items: 1 },
        { month: '2026-06', items: 2 },
      ],
      refused: [],
    });
    expect(await items()).toEqual([]);
  });

  it('fills the months in: what is not counted stands apart', async () => {
    await bring(GOOD);
    expect((await figuresOf(runtime, '2026-05')).document?.amount).toBe(1);
    expect((await figuresOf(runtime, '2026-06')).document).toEqual({
      amount: 1,
      unplanned: 1,
      direct: 0,
      emergency: 0,
    });
    expect(cardText(await say(runtime, 'ou_lin', '登记'))).toContain('不计数的发文 1 件');
  });

  it('brought twice, or with the same number twice, counts once', async () => {
    const [first] = GOOD;
    const twice = await bring([
      ...GOOD,
      [4, '市农（2026）第01号', '关于春耕的通知', '通知', '2026-05-06', '', '', ''],
    ]);
    expect(first).toBeDefined();
    expect(twice).toMatchObject({ ok: true, fresh: 3, repeated: [{ row: 6, first: 3 }] });
    expect(await bring(GOOD)).toMatchObject({ ok: true, fresh: 0, changed: 0, known: 3 });
    expect((await figuresOf(runtime, '2026-05')).document?.amount).toBe(1);
  });

  it('does not undo what was marked by hand; a later date in the file corrects the month', async () => {
    const form = await say(runtime, 'ou_lin', '发文 市农〔2026〕1号 关于春耕的通知 5月6日 应急');
    await tap(runtime, 'ou_lin', form, '登记');
    await bring([[1, '市农〔2026〕1号', '关于春耕的通知', '通知', '2026-06-01', '', '', '']]);
    expect((await figuresOf(runtime, '2026-05')).document?.amount).toBe(0);
    expect((await figuresOf(runtime, '2026-06')).document).toMatchObject({ amount: 1, emergency: 1 });
  });

  it('tells every problem at once, with the rows as the spreadsheet shows them, and stores nothing', async () => {
    const result = await bring([
      ...GOOD,
      [4, '市农〔2026〕2号', '关于别的事的通知', '通知', '2026-06-13', '', '', ''],
      [5, '市农十二号', '关于乙的通知', '通知', '2026-13-40', '', '', ''],
      [6, '市农〔2026〕6号', '', '通知', '2026-06-13', '', '', ''],
      [7, '市农〔2026〕7号', '关于丙的通知（机密）', '通知', '2026-06-13', '', '', ''],
      [8, '市农〔2026〕8号', '关于丁的通知', '通知', '2026-12-13', '', '', ''],
      [9, '市农九号', '关于戊的通知', '通知', '2026-06-14', '', '', ''],
    ]);
    expect(result.ok).toBe(false);
    expect(result.refused.map(({ row, column, reason }) => [row, column, reason])).toEqual([
      [6, '文号', '文号与第 4 行相同，标题不同，请核对文号'],
      [7, '日期', '日期请写成 2026-06-12 这样'],
      [8, '标题', '“标题”不能空着'],
      [9, '标题', '这里像是涉密文件。涉密文件不在系统登记，由保密渠道线下合计，请删去这一行'],
      [10, '日期', '印发日还没到，印发以后再登记'],
      [11, '文号', '文号“市农九号”看不懂，请写成 市政办〔2026〕12号，没有文号就空着'],
    ]);
    expect(await items()).toEqual([]);
  });

  it('without headings that can be understood says which are needed', async () => {
    const result = await bring(GOOD, { headings: ['甲', '乙', '丙'] });
    expect(result.refused).toMatchObject([
      { row: 1, reason: expect.stringContaining('文号、标题、印发日期') },
    ]);
  });

  it('of meetings is known by day and name', async () => {
    const headings = ['会议名称', '召开日期', '备注'];
    const rows = [
      ['全市防汛工作会议', '2026-06-03', ''],
      ['全市防汛工作会议', '2026-06-03', '重复'],
      ['重点项目座谈会', '2026-06-04', ''],
    ];
    const result = await bring(rows, { headings, indicator: 'meeting' });
    expect(result).toMatchObject({ ok: true, fresh: 2, repeated: [{ row: 4, first: 3 }] });
    expect((await figuresOf(runtime, '2026-06')).meeting?.amount).toBe(1);
  });

  it('for a unit that reports numbers only is refused, row by row', async () => {
    const world = await worldOf(testCtx(runtime), [], async () => new Set());
    const [raw] = await readWorkbook(await oaFile(GOOD.slice(0, 1)));
    const result = await perform(
      runtime.store,
      () => testCtx(runtime),
      (ctx) =>
        importExport(ctx, {
          raw: raw ?? { rows: [], peculiar: [] },
          unit: 'JY',
          indicator: 'document',
          world,
          dryRun: false,
        }),
    );
    expect(result.refused.map(({ row, reason }) => [row, reason.slice(0, 17)])).toEqual([
      [3, '这个单位2026年5月不是逐件登记'],
    ]);
  });

  it('for a month that was settled is a correction with its reason', async () => {
    runtime.clock.set('2026-06-30T09:10');
    await runJob(runtime, 'counts.open', '2026-06');
    runtime.clock.set('2026-07-03T18:05');
    await runJob(runtime, 'counts.close', '2026-06');
    await bring(GOOD);
    const rows = await runtime.store.db.query.countRevision.findMany();
    expect(rows.find((row) => row.month === '2026-06' && row.amount === 1)).toMatchObject({
      source: 'corrected',
      reason: 'omitted',
    });
  });
});

it('what was exported comes back as the same data, figures counted once', async () => {
  await bring(GOOD);
  const form = await say(
    runtime,
    'ou_lin',
    '会议 6月3日 全市视频会 直达乡镇 批准：市委主要负责同志 套开2个会',
  );
  await tap(runtime, 'ou_lin', form, '登记');
  const before = { may: await figuresOf(runtime, '2026-05'), june: await figuresOf(runtime, '2026-06') };
  const dumped = async () =>
    Object.fromEntries(
      await Promise.all(
        sheets.map(async (sheet) => [sheet.name, await sheet.dump(testCtx(runtime))] as const),
      ),
    );
  const tables = await dumped();
  runtime = testRuntime('2026-06-22T10:00');
  expect((await importTables(runtime, tables)).refused).toEqual([]);
  expect({ may: await figuresOf(runtime, '2026-05'), june: await figuresOf(runtime, '2026-06') }).toEqual(
    before,
  );
  expect(await dumped()).toEqual(tables);
  await importTables(runtime, tables);
  expect(await dumped()).toEqual(tables);
});

describe('another way of reporting', () => {
  const mode = async (month: string) => {
    const answer = cardText(await say(runtime, 'ou_chen', `登记 ${month}`));
    return answer.includes('登记清单') ? 'items' : 'figures';
  };
  const change = (to: string) =>
    importTables(runtime, {
      填报名单: (itemCity.填报名单 ?? []).map((row) =>
        row['单位编码'] === 'JY' ? { ...row, 填法: to } : row,
      ),
    });

  it('holds from the month after; what went before stays as it was (domain 3.4)', async () => {
    runtime.clock.set('2026-08-10T10:00');
    expect((await change('逐件')).refused).toEqual([]);
    expect([await mode('2026-08'), await mode('2026-07')]).toEqual(['figures', 'figures']);
    runtime.clock.set('2026-09-01T10:00');
    expect([await mode('2026-08'), await mode('2026-09')]).toEqual(['figures', 'items']);
    await change('逐件');
    expect([await mode('2026-08'), await mode('2026-09')]).toEqual(['figures', 'items']);
  });

  it('taken back before it holds is as if it had never been', async () => {
    runtime.clock.set('2026-08-10T10:00');
    await change('逐件');
    await change('只报数');
    runtime.clock.set('2026-09-01T10:00');
    expect([await mode('2026-08'), await mode('2026-09')]).toEqual(['figures', 'figures']);
  });

  it('one unit has one way only', async () => {
    const { refused } = await importTables(runtime, {
      填报名单: [
        { 单位编码: 'JY', 指标: '发文', 填法: '逐件' },
        { 单位编码: 'JY', 指标: '会议', 填法: '只报数' },
      ],
    });
    expect(refused).toMatchObject([{ row: 3, column: '填法', reason: '同一单位只能选一种填法' }]);
  });
});
