import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { command, splitArgs } from './desk.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingfu-reconciliation-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cli = (line: string) => command(splitArgs(line), { DATABASE_PATH: join(folder, 'qingfu.db') });

it.each([
  ['report reconciliation', 64, '缺少参数：year'],
  ['report reconciliation 2025 --out statement.pdf', 64, '只能写成 .html 文件'],
  ['report reconciliation 25', 1, '年份“25”读不懂'],
  ['report reconciliation 2025 --level 县区:没有县', 1, '没有“县区:没有县”这个层级'],
])('%s → %i', async (line, code, text) => {
  const said = await cli(line);
  expect([said.code, [...said.err, ...said.out].join('\n')]).toEqual([code, expect.stringContaining(text)]);
});

it('of a level where nobody takes part it says so, and writes the page that was asked for', async () => {
  const path = join(folder, '对账单.html');
  const said = await cli(`report reconciliation 2025 --out ${path} --json`);
  expect(said.out.join('\n')).toContain('这一年没有参加对账的单位');
  expect(said.json).toMatchObject({ year: 2025, county: '', state: 'none', units: [] });
  expect(readFileSync(path, 'utf8')).toContain('<title>市级2025年对账单</title>');
});
