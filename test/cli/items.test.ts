import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/universal';
import { itemUnit } from '../../db/seed/demo/items.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
let database: string;

beforeAll(async () => {
  desk = await openDesk();
  database = desk.path('qingfu.db');
  const { code } = await desk.cli(database, `import ${await desk.workbook('city.xlsx')}`);
  expect(code).toBe(0);
}, 60_000);
afterAll(() => desk.close());

async function file(name: string, rows: string[][]): Promise<string> {
  const data = rows.map((cells) => cells.map((value) => ({ value, type: String })));
  const blob = await writeXlsx([{ sheet: '发文登记', data }]).toBlob();
  writeFileSync(desk.path(name), new Uint8Array(await blob.arrayBuffer()));
  return desk.path(name);
}

/** Long gone, so that it has been issued whatever the machine's clock says; but not too long. */
const day = `${new Date().getFullYear()}-01-01`;
const headings = ['发文字号', '标题', '印发日期'];
const good = [
  headings,
  ['景农〔2026〕201号', '关于冬小麦管理的通知', day],
  ['景农[2026]201号', '关于冬小麦管理的通知', day],
];

it('an export is rehearsed, imported, and a second time changes nothing', async () => {
  const path = await file('good.xlsx', good);
  const args = `items import ${path} --unit ${itemUnit.code}`;
  const rehearsal = await desk.cli(database, `${args} --dry-run`);
  expect([rehearsal.code, rehearsal.out[0]]).toEqual([
    0,
    '检查通过，没有写入。导入后新增 1 条，改动 0 条，已登记过 0 条，表内重复 1 条（只算一次）。',
  ]);
  expect((await desk.cli(database, args)).json).toMatchObject({ ok: true, fresh: 1, known: 0 });
  expect((await desk.cli(database, args)).json).toMatchObject({ ok: true, fresh: 0, known: 1 });
});

it('what is wrong is told with its rows, exit 1, and nothing is stored', async () => {
  const path = await file('bad.xlsx', [...good, ['', '', '不是日期'], ['甲', '关于乙的通知', day]]);
  const { code, json } = await desk.cli(database, `items import ${path} --unit ${itemUnit.code}`);
  const refused = json['refused'] as { row: number; column: string }[];
  expect([code, refused.map(({ row, column }) => [row, column])]).toEqual([
    1,
    [
      [4, '标题'],
      [4, '日期'],
      [5, '文号'],
    ],
  ]);
});

it.each([
  ['items import nowhere.xlsx --unit A01', 64],
  ['items import', 64],
])('%s is wrong usage', async (args, code) => {
  expect((await desk.cli(database, args)).code).toBe(code);
});
