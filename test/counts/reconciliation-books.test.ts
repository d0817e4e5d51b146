import { beforeEach, describe, expect, it } from 'vitest';
import { cardText } from '../../src/chat/card-text.ts';
import { readPart } from '../../src/counts/reconciliation/read-part.ts';
import type { Book } from '../../src/counts/reconciliation/rules/ledger.ts';
import { perform } from '../../src/delivery/perform.ts';
import { exportWorkbook } from '../../src/system/verbs/export-workbook.ts';
import { importWorkbook } from '../../src/system/verbs/import-workbook.ts';
import { type TestRuntime, testCtx } from '../support/ctx.ts';
import { importTables, sheets, type Tables, 单位, 历史 } from './city.ts';
import { cardOf, tap } from './desk.ts';
import { itemRuntime, say } from './item-desk.ts';
import { unevenRuntime, unevenYear } from './reconciliation-desk.ts';

let runtime: TestRuntime;

beforeEach(async () => {
  runtime = await unevenRuntime();
});

const differencesOf = async (unit = 'NY') => {
  const part = await readPart(testCtx(runtime), 2025, unit);
  return part?.comparison.differences.map((one) => one.key) ?? [];
};

const book = async (which: Book) => (await readPart(testCtx(runtime), 2025, 'NY'))?.books.rows[which] ?? [];

it('every problem of every sheet is told at once, and nothing is stored', async () => {
  const { refused } = await importTables(runtime, {
    计划清单: [{ 年份: '25', 单位编码: 'NY', 指标: '督查检查考核', 标题: '春耕' }],
    登记清单: [
      {
        单位编码: 'XX',
        指标: '发文',
        文号: '市农2025年3号',
        标题: '甲',
        日期: '3月5日',
        发至: '乡镇街道；某某',
        备注: '涉密',
      },
    ],
    文号流水: [{ 单位编码: 'NY', 文号: '市农〔2025〕7号', 标题: '不该写在这里', 备注: '涉密' }],
    受文登记: [
      { 受文单位编码: 'NY', 发文单位编码: 'NY', 标题: '乙' },
      { 受文单位编码: 'XZ', 发文单位编码: 'NY', 标题: '张某 110101199003071234', 日期: '2025-03-05' },
    ],
  });
  expect(refused.map((one) => [one.sheet, one.row, one.column, one.reason])).toEqual([
    ['计划清单', 2, '指标', '指标只能写：发文、会议'],
    ['计划清单', 2, '年份', '年份请写四位数，如 2025'],
    ['登记清单', 2, '单位编码', '没有编码为“XX”的单位，请先在“单位”表登记'],
    ['登记清单', 2, '文号', '文号请写成“市农〔2025〕3号”这样'],
    ['登记清单', 2, '日期', '日期请写成 2025-03-05 这样'],
    ['登记清单', 2, '备注', '备注只能写：作废、不计、撤回、计划外，没有就留空'],
    ['登记清单', 2, '发至', '“某某”不是单位编码，也不是层级（市直、县区直、乡镇街道、村社区、两办）'],
    ['文号流水', 2, '标题', '涉密的只写文号，不要写标题'],
    ['受文登记', 2, '受文单位编码', '受文单位和发文单位是同一个'],
    ['受文登记', 2, '日期', '没有文号的请写日期'],
    ['受文登记', 3, '标题', '这里像是身份证号。系统不收身份证号，请删去。'],
  ]);
  expect(await book('register')).toHaveLength(5);
});

it('what was exported comes back the same', async () => {
  const out = await exportWorkbook(testCtx(runtime), { sheets });
  const second = await unevenRuntime('2026-01-09T09:35', { 单位: unevenYear['单位'] ?? [] });
  const result = await perform(
    second.store,
    () => testCtx(second),
    (ctx) =>
      importWorkbook(ctx, {
        file: out.result.file,
        dryRun: false,
        sheets,
        unknownPeople: async () => new Set<string>(),
      }),
  );
  expect(result.refused).toEqual([]);
  const first = await readPart(testCtx(runtime), 2025, 'NY');
  const again = await readPart(testCtx(second), 2025, 'NY');
  expect(again?.books).toEqual(first?.books);
});

describe('what the books say', () => {
  it('twice the same number and title is one line (domain 3.4)', async () => {
    const 登记清单 = unevenYear['登记清单'] ?? [];
    await importTables(runtime, { 登记清单: [...登记清单, ...登记清单] });
    expect(await book('register')).toHaveLength(5);
  });

  it('a void number in the book of numbers answers the gap before anybody is asked', async () => {
    await importTables(runtime, { 文号流水: [{ 单位编码: 'NY', 文号: '市农[2025]第3号', 备注: '作废' }] });
    expect(await differencesOf()).not.toContain('gap:document:市农/2025/3');
  });

  it('what another unit has registered under the same code is no gap', async () => {
    await importTables(runtime, {
      登记清单: [
        {
          单位编码: 'JY',
          指标: '发文',
          文号: '市农〔2025〕3号',
          标题: '关于劳动教育的通知',
          日期: '2025-06-01',
        },
      ],
    });
    expect(await differencesOf()).not.toContain('gap:document:市农/2025/3');
    expect((await differencesOf('JY')).filter((key) => key.startsWith('gap'))).toEqual([]);
  });

  it('a document without a number that a township got is found by its title (BR-21)', async () => {
    await importTables(runtime, {
      受文登记: [
        { 受文单位编码: 'WK', 发文单位编码: 'NY', 标题: '关于填报台账的工作提示', 日期: '2025-12-03' },
      ],
    });
    expect(await differencesOf()).toContain('unregistered:document:关于填报台账的工作提示');
  });

  it('a document of last December registered in January belongs to last year (domain 10.3)', async () => {
    await importTables(runtime, {
      登记清单: [
        {
          单位编码: 'NY',
          指标: '发文',
          文号: '市农〔2025〕7号',
          标题: '年末的通知',
          日期: '2025-12-30',
          登记月份: '2026-01',
        },
      ],
    });
    const key = 'month:document:市农/2025/7/年末的通知';
    expect(await differencesOf()).toContain(key);
    const next = await readPart(testCtx(runtime), 2026, 'NY');
    expect(next?.comparison.differences.map((one) => one.key)).toContain(key);
  });

  it('units that report numbers only are compared by their plan alone; a rest of the plan asks nobody', async () => {
    const part = await readPart(testCtx(runtime), 2025, 'JY');
    expect(part).toMatchObject({ turn: 'settled', unlisted: ['document'] });
    expect(await differencesOf('JY')).toEqual(['unused:document:']);
    await importTables(runtime, { 历史数据: 历史('JY', '发文', '2025-03', [5]) } satisfies Tables);
    expect(await differencesOf('JY')).toEqual(['unplanned:document:']);
  });
});

it('units that register item by item need no list: their items are the register', async () => {
  runtime = await itemRuntime('2025-03-10T10:00');
  for (const [line, day] of [
    ['发文 市农〔2025〕1号 关于春耕备耕的通知', '2025-03-10T10:00'],
    ['发文 市农〔2025〕3号 关于农机检修的通知', '2025-03-12T10:00'],
  ] as const) {
    runtime.clock.set(day);
    await tap(runtime, 'ou_lin', await say(runtime, 'ou_lin', line), '登记');
  }
  expect((await book('register')).map((row) => [row.code, row.serial, row.mark])).toEqual([
    ['市农', 1, 'none'],
    ['市农', 3, 'none'],
  ]);
  expect(await differencesOf()).toEqual(['gap:document:市农/2025/2']);
});

it('tells the offices of documents and meetings that stand for several (domain 3.1, 3.2)', async () => {
  runtime = await itemRuntime('2025-06-20T10:00', {
    逐件登记: [
      {
        单位编码: 'NY',
        指标: '发文',
        文号: '市农〔2025〕1号',
        标题: '关于印发三个方案的通知',
        日期: '2025-06-02',
        含项数: 3,
      },
      { 单位编码: 'NY', 指标: '会议', 标题: '全市农业农村工作会议', 日期: '2025-06-03', 含项数: 2 },
    ],
  });
  runtime.clock.set('2026-01-12T10:00');
  expect(cardText(await say(runtime, 'ou_zhou', '年对账'))).toContain(
    '登记里有多文合一 1 件、套开 1 次，各按 1 计',
  );
});

it('a level with many units and long titles still fits a card of 30 KB', async () => {
  const codes = Array.from({ length: 30 }, (_, i) => `D${i}`);
  const long = (i: number) => `关于${'长'.repeat(50)}第${i}项工作的通知`;
  const { refused } = await importTables(runtime, {
    单位: codes.map((code) => 单位(code, `市名称很长很长很长很长很长的局${code}`)),
    计划清单: codes.map((code) => ({ 年份: 2025, 单位编码: code, 指标: '发文', 标题: '别的事' })),
    登记清单: codes.flatMap((code, n) =>
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((i) => ({
        单位编码: code,
        指标: '发文',
        文号: `市${String.fromCodePoint(0x4e00 + n)}〔2025〕${i * 2}号`,
        标题: long(i),
        日期: '2025-03-05',
      })),
    ),
  });
  expect(refused).toEqual([]);
  const card = await say(runtime, 'ou_zhou', '年对账');
  const draft = await tap(runtime, 'ou_zhou', card, '生成差异清单');
  expect(cardText(cardOf(draft))).toContain('还有差异没说明的单位（31 个）');
  expect(cardText(cardOf(draft))).toContain('另外还有：');
});
