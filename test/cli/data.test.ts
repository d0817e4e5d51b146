import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrationFiles } from '../../src/main/migrations.ts';
import { openDatabase } from '../../src/main/open-database.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
let city: string;
/** A database into which the city's workbook has been imported. */
let database: string;

beforeAll(async () => {
  desk = await openDesk();
  city = await desk.workbook('city.xlsx');
  database = desk.path('qingfu.db');
  const { code, json } = await desk.cli(database, `import ${city}`);
  expect([code, json]).toMatchObject([0, { ok: true, refused: [], imported: { 单位: 80, 考察组: 17 } }]);
}, 60_000);
afterAll(() => desk.close());

const units = async (path: string) =>
  ((await desk.cli(path, `export ${desk.path('out.xlsx')}`)).json['exported'] as Record<string, number>)[
    '单位'
  ];

describe('migrate', () => {
  it('names what it applied, and nothing the second time', async () => {
    const fresh = desk.path('fresh.db');
    expect((await desk.cli(fresh, 'migrate')).json).toEqual({
      ok: true,
      applied: migrationFiles,
    });
    expect((await desk.cli(fresh, 'migrate')).json).toEqual({ ok: true, applied: [] });
  });
});

describe('import', () => {
  it('a rehearsal says what would be stored and stores nothing', async () => {
    const fresh = desk.path('rehearsal.db');
    const { code, json, out } = await desk.cli(fresh, `import ${city} --dry-run`);
    expect([code, json['ok']]).toEqual([0, true]);
    expect(out[0]).toContain('没有写入');
    expect(await units(fresh)).toBe(0);
  });

  it('all refused rows are listed with sheet, row, column and reason, and nothing is stored', async () => {
    const bad = await desk.workbook('bad.xlsx', (sheets) => {
      const [first, second, ...rest] = sheets['单位'] ?? [];
      sheets['单位'] = [{ ...first, 层级: '省直' }, second ?? {}, ...rest];
      const [person, ...others] = sheets['人员'] ?? [];
      sheets['人员'] = [{ ...person, open_id: 'ou_nobody_knows' }, ...others];
    });
    const fresh = desk.path('refused.db');
    const { code, json } = await desk.cli(fresh, `import ${bad}`);
    const refused = json['refused'] as Record<string, unknown>[];
    expect([code, json['ok'], json['imported']]).toEqual([1, false, {}]);
    expect(refused).toContainEqual({ sheet: '单位', row: 2, column: '层级', reason: expect.any(String) });
    expect(refused).toContainEqual({ sheet: '人员', row: 2, column: 'open_id', reason: expect.any(String) });
    expect(await units(fresh)).toBe(0);
  });

  it.each([
    ['an unreachable platform', { FEISHU_BASE_URL: 'http://127.0.0.1:9' }],
    ['a wrong app secret', { FEISHU_APP_SECRET: 'wrong' }],
  ])('%s: says so and stores nothing', async (name, changes) => {
    const fresh = desk.path(`${Object.keys(changes)[0]}.db`);
    const { code, json } = await desk.cli(fresh, `import ${city}`, changes);
    expect(code, name).toBe(1);
    expect(json['refused']).toEqual([
      { sheet: '人员', row: 0, column: '', reason: expect.stringContaining('飞书') },
    ]);
    expect(await units(fresh)).toBe(0);
  });

  it('without credentials: names the settings that are missing', async () => {
    const { code, err, json } = await desk.cli(desk.path('none.db'), `import ${city}`, {
      FEISHU_APP_SECRET: '',
    });
    expect([code, err]).toEqual([1, [expect.stringContaining('FEISHU_APP_SECRET')]]);
    expect(json).toEqual({ ok: false, reason: err[0] });
  });

  it('something that is no workbook', async () => {
    writeFileSync(desk.path('notes.xlsx'), 'just text');
    const { code, json } = await desk.cli(database, `import ${desk.path('notes.xlsx')}`);
    expect([code, json['ok']]).toEqual([1, false]);
  });
});

describe('export', () => {
  it('what comes out can go in again and changes nothing', async () => {
    const again = desk.path('again.xlsx');
    const first = await desk.cli(database, `export ${again}`);
    expect([first.code, first.json]).toMatchObject([0, { ok: true, file: again }]);
    const second = await desk.cli(database, `import ${again}`);
    expect([second.code, second.json['refused']]).toEqual([0, []]);
    const third = await desk.cli(database, `export ${desk.path('third.xlsx')}`);
    expect(third.json['exported']).toEqual(first.json['exported']);
  }, 30_000);
});

describe('backup and restore', () => {
  it('a copy while the server writes; restored, it replaces what is there, which is kept', async () => {
    const present = desk.copy(database, 'present.db');
    const copy = desk.path('copy.db');
    const server = openDatabase(present);
    const made = await desk.cli(present, `backup ${copy}`);
    expect([made.code, made.json]).toMatchObject([0, { ok: true, file: copy, bytes: expect.any(Number) }]);
    const refused = await desk.cli(present, `restore ${copy}`);
    expect([refused.code, refused.json]).toEqual([
      1,
      { ok: false, reason: expect.stringContaining('请先停掉服务') },
    ]);
    server.store.close();
    const restored = await desk.cli(present, `restore ${copy}`);
    expect([restored.code, restored.json]).toEqual([0, { ok: true, database: present }]);
    expect(existsSync(`${present}.before-restore`)).toBe(true);
    expect(await units(present)).toBe(80);
  });

  it('a bad copy is refused and the database stays', async () => {
    const present = desk.copy(database, 'stays.db');
    const before = readFileSync(present);
    writeFileSync(desk.path('bad.db'), 'no database');
    const { code, json } = await desk.cli(present, `restore ${desk.path('bad.db')}`);
    expect([code, json['ok']]).toEqual([1, false]);
    expect(readFileSync(present).equals(before)).toBe(true);
  });

  it('without a database there is nothing to back up', async () => {
    const { code, json } = await desk.cli(desk.path('absent.db'), `backup ${desk.path('x.db')}`);
    expect([code, json]).toEqual([1, { ok: false, reason: expect.stringContaining('找不到数据库') }]);
  });
});
