import { beforeEach, describe, expect, it } from 'vitest';
import { cardText } from '../../src/chat/card-text.ts';
import { perform } from '../../src/delivery/perform.ts';
import { filings } from '../../src/filings/index.ts';
import { importWorkbook } from '../../src/system/verbs/import-workbook.ts';
import { type TestRuntime, testCtx } from '../support/ctx.ts';
import { type Cell, xlsx } from '../workbook/xlsx.ts';
import { openDesk, queued, register } from './desk.ts';

const FILINGS = ['备案号', '名称', '组织单位编码', '类型', '对象编码', '开始', '结束', '批准文号'];
const VISITS = ['编号', '主题', '组织单位编码', '对象编码', '开始', '结束', '四不两直'];

const filed = (number: string, organiser: string, targets: string, day: string, kind = '检查'): Cell[] => [
  number,
  `${number} 检查`,
  organiser,
  kind,
  targets,
  day,
  day,
  null,
];
const visit = (number: string, organiser: string, targets: string, day: string, hidden?: string): Cell[] => [
  number,
  `${number} 调研`,
  organiser,
  targets,
  day,
  day,
  hidden ?? null,
];

let runtime: TestRuntime;
beforeEach(async () => {
  runtime = await openDesk();
});

async function importing(sheets: { filings?: Cell[][]; visits?: Cell[][] }) {
  const file = await xlsx({
    ...(sheets.filings ? { 备案清单: [FILINGS, ...sheets.filings] } : {}),
    ...(sheets.visits ? { 调研计划: [VISITS, ...sheets.visits] } : {}),
  });
  const result = await perform(
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
  expect(result.refused).toEqual([]);
}

/** Who has been told, and how often. */
async function told(): Promise<string[]> {
  return (await queued(runtime, 'filings.clash')).map(({ target }) => target).toSorted();
}

describe('an import that brings clashes', () => {
  it.each<[what: string, sheets: Parameters<typeof importing>[0], told: string[]]>([
    ['nothing meets', { filings: [filed('1', 'B1', 'T1', '2026-07-01')] }, []],
    [
      'five rows, one message for each of the county’s offices, none for the city’s or another county’s',
      {
        filings: [
          filed('1', 'B1', 'T1', '2026-07-01'),
          filed('2', 'B2', 'T1', '2026-07-03'),
          filed('3', 'B2', 'T2', '2026-07-03'),
        ],
        visits: [visit('4', 'B1', 'T2', '2026-07-05'), visit('5', 'B1', 'T3', '2026-07-05')],
      },
      ['coordinator', 'secondCoordinator'],
    ],
    [
      'research alone',
      { visits: [visit('1', 'B1', 'T1', '2026-07-01'), visit('2', 'B2', 'T1', '2026-07-08')] },
      ['coordinator', 'secondCoordinator'],
    ],
    [
      'a city department: its own offices as well',
      { filings: [filed('1', 'A1', 'T1', '2026-07-01'), filed('2', 'B2', 'T1', '2026-07-03')] },
      ['cityCoordinator', 'coordinator', 'secondCoordinator'],
    ],
    [
      'two counties: each its own',
      {
        filings: [
          filed('1', 'B1', 'T1', '2026-07-01'),
          filed('2', 'B2', 'T1', '2026-07-03'),
          filed('3', 'C1', 'S1', '2026-07-01'),
          filed('4', 'C1', 'S1', '2026-07-03'),
        ],
      },
      ['coordinator', 'otherCoordinator', 'secondCoordinator'],
    ],
    [
      'over already',
      { filings: [filed('1', 'B1', 'T1', '2026-06-01'), filed('2', 'B2', 'T1', '2026-06-03')] },
      [],
    ],
    [
      'unannounced: nobody learns of it',
      {
        filings: [filed('1', 'B1', 'T1', '2026-07-01'), filed('2', 'B2', 'T1', '2026-07-03', '暗访')],
        visits: [visit('3', 'B2', 'T1', '2026-07-03', '是')],
      },
      [],
    ],
  ])('%s', async (_, sheets, expected) => {
    await importing(sheets);
    expect(await told()).toEqual(expected);
  });

  it('says how many and with what; the same workbook once more is no news, a moved row is', async () => {
    await register(runtime, 'liaison');
    const rows = [filed('2', 'B2', 'T1', '2026-07-05')];
    await importing({ filings: rows });
    expect((await queued(runtime, 'filings.clash')).map(({ card }) => card && cardText(card))).toEqual([
      expect.stringMatching(
        /有 1 项在 10 天内和别的去同一个乡镇[\s\S]*云栈镇[\s\S]*校园安全检查[\s\S]*2 检查/,
      ),
      expect.stringContaining('撞期提示'),
    ]);
    await importing({ filings: rows });
    expect(await told()).toHaveLength(2);
    await importing({ filings: [filed('2', 'B2', 'T1', '2026-07-06')] });
    expect(await told()).toHaveLength(4);
  });
});
