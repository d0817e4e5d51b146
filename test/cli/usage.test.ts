import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { command, splitArgs } from './desk.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingfu-usage-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cli = (line: string, settings: Record<string, string> = {}) =>
  command(splitArgs(line), { DATABASE_PATH: join(folder, 'qingfu.db'), ...settings });

it('has every command of the operating contract', () => {
  const names = commands.map(({ name }) => name);
  const promised = [
    'ask',
    'backup',
    'doctor',
    'eval',
    'explain warning',
    'export',
    'faq check',
    'import',
    'jobs list',
    'jobs run',
    'migrate',
    'report clashes',
    'report half',
    'report month',
    'report quarter',
    'report visits',
    'report year',
    'restore',
  ];
  expect(names).toEqual(expect.arrayContaining(promised));
});

describe('wrong usage: 64, one sentence and the list of commands, nothing on the standard output', () => {
  it.each([
    ['', '请写出要执行的命令'],
    ['jsob list', '没有“jsob”这个命令'],
    ['jobs', '没有“jobs”这个命令'],
    ['migrate --force', '没有 --force 这个选项'],
    ['import', '缺少参数：workbook.xlsx'],
    ['import nowhere.xlsx', '找不到文件：nowhere.xlsx'],
    ['export', '缺少参数'],
    ['ask', '缺少参数'],
    ['ask 乡补 --at tomorrow', '时间“tomorrow”读不懂'],
    ['ask 乡补 --at 2026-07-01', '时间“2026-07-01”读不懂'],
    ['ask 乡补 --as', '选项 --as 后面要写值'],
    ['jobs run', '缺少参数'],
    ['jobs run due --at 2026-07-01T09:00', '读不懂'],
    ['report month', '缺少参数：period'],
    ['report month 2026-06 --out report.pdf', '.xlsx 或 .md'],
    ['report visits 2026-06', '期间“2026-06”读不懂'],
    ['report clashes 2026-06-01', '缺少参数：from to'],
    ['report clashes 2026-06-01 2026-06-31', '日期“2026-06-31”读不懂'],
    ['report clashes 2026-06-30 2026-06-01', '结束日期早于开始日期'],
    ['explain warning 0101 发文', '缺少参数'],
    ['backup', '缺少参数'],
    ['restore', '缺少参数'],
    ['restore nowhere.db', '找不到文件：nowhere.db'],
    ['eval', '缺少参数'],
  ])('%s', async (line, sentence) => {
    const { code, out, err } = await cli(line);
    expect([code, out]).toEqual([64, []]);
    expect(err[0]).toContain(sentence);
    expect(err.slice(2)).toHaveLength(commands.length);
  });
});

describe('before the command itself', () => {
  it('a wrong setting: 78', async () => {
    const { code, err } = await cli('jobs list', { HOST_LEVEL: '乡镇', PORT: '0' });
    expect([code, err.length]).toEqual([78, 2]);
  });

  it('a damaged database: 65, also for scripts', async () => {
    const database = join(folder, 'damaged.db');
    writeFileSync(database, 'no database at all, '.repeat(500));
    const { code, err, json } = await cli('jobs list --json', { DATABASE_PATH: database });
    expect([code, err]).toEqual([65, [expect.stringContaining('已损坏')]]);
    expect(json).toEqual({ ok: false, reason: err[0] });
  });

  it('commands that work on files alone open no database', async () => {
    const { code } = await cli(`backup ${join(folder, 'copy.db')}`, {
      DATABASE_PATH: join(folder, 'none.db'),
    });
    expect(code).toBe(1);
    expect(existsSync(join(folder, 'none.db'))).toBe(false);
  });
});
