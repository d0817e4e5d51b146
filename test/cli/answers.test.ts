import { readFileSync } from 'node:fs';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoCast } from '../../db/seed/demo/index.ts';
import { openDatabase } from '../../src/main/open-database.ts';
import { writeSetting } from '../../src/store/settings.ts';
import type { SheetRows } from '../../src/system/workbook/write.ts';
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

const cli = (line: string) => desk.cli(database, line);

describe('ask', () => {
  it('answers as the chat does, with decision, reason, entries, facts and scores', async () => {
    const { code, json } = await cli(
      `ask "乡补最低多少钱一个月" --as ${demoCast.cadre} --at 2026-06-22T09:00:00+08:00`,
    );
    expect(code).toBe(0);
    expect(Object.keys(json)).toEqual(['decision', 'reason', 'entryIds', 'factIds', 'text', 'scores']);
    expect(json).toMatchObject({ decision: 'answer', text: expect.stringMatching(/200 ?元/) });
  });

  it('says so when nothing is on record', async () => {
    expect((await cli('ask 今天天气怎么样')).json).toMatchObject({ decision: 'unknown', entryIds: [] });
  });

  it('a look-up is answered by the list of filings, as in chat, for whoever asks', async () => {
    const { json } = await cli(
      `ask 县林业局明天来检查备案没 --as ${demoCast.cadre} --at 2026-06-22T09:00:00+08:00`,
    );
    expect(Object.keys(json)).toEqual(['decision', 'reason', 'entryIds', 'factIds', 'text', 'scores']);
    expect(json).toMatchObject({
      decision: 'answer',
      reason: 'looked_up',
      entryIds: [],
      text: expect.stringContaining('没有查到备案，可请来检单位出示，并向两办核实'),
    });
  });

  it('a fresh database answers at once', async () => {
    const { json } = await desk.cli(desk.path('fresh.db'), 'ask 乡补最低多少钱一个月');
    expect(json['decision']).toBe('answer');
  });
});

describe('jobs', () => {
  it('list: name, schedule, last slot and state, next moment', async () => {
    const { code, json } = await cli('jobs list');
    const jobs = json['jobs'] as Record<string, unknown>[];
    expect(code).toBe(0);
    expect(jobs.map(({ name }) => name)).toEqual(expect.arrayContaining(['counts.open', 'visits.remind']));
    for (const job of jobs) {
      expect(job).toMatchObject({ schedule: expect.any(String), lastSlot: null, lastState: null });
      expect(job['nextAt']).toEqual(job['gap'] === null ? expect.stringMatching(/\+08:00$/) : null);
    }
  });

  it('run due: a rehearsal commits and sends nothing; the run does; moments only move forward', async () => {
    const own = desk.copy(database, 'due.db');
    const run = (line: string) => desk.cli(own, line);
    const first = await run('jobs run due --at 2026-06-29T18:30:00+08:00');
    expect([first.code, first.json]).toMatchObject([
      0,
      { at: '2026-06-29T18:30:00+08:00', sent: 0, failed: 0 },
    ]);
    const due = 'jobs run due --at 2026-06-30T09:30:00+08:00';
    const rehearsed = await run(`${due} --dry-run`);
    expect(Object.keys(rehearsed.json)).toEqual(['at', 'ran', 'sent', 'held', 'failed']);
    expect(rehearsed.json['ran']).toContainEqual({ slot: 'counts.open@2026-06', state: 'due' });
    expect(received(demoCast.liaison)).toBe(0);
    const done = await run(due);
    expect(done.json['ran']).toContainEqual({ slot: 'counts.open@2026-06', state: 'finished' });
    expect(done.json).toMatchObject({ held: 0, failed: 0 });
    expect(received(demoCast.liaison)).toBe(1);
    expect((await run(due)).json).toMatchObject({ ran: [], sent: 0 });
    const back = await run('jobs run due --at 2026-06-30T09:29:00+08:00');
    expect([back.code, back.json['ok']]).toEqual([1, false]);
    const again = await run('jobs run counts.open --at 2026-06-30T09:31:00+08:00');
    expect([again.code, again.json]).toMatchObject([
      0,
      { ran: [{ slot: 'counts.open@2026-06', state: 'finished' }] },
    ]);
    expect(received(demoCast.liaison)).toBe(1);
  }, 60_000);

  it('an unknown job is refused', async () => {
    const { code, err } = await cli('jobs run counts.opne');
    expect([code, err]).toEqual([1, [expect.stringContaining('counts.opne')]]);
  });

  const received = (openId: string) =>
    desk.platform
      .view(openId)
      .chats.flatMap((chat) => chat.messages)
      .filter((message) => message.from.bot).length;
});

describe('report', () => {
  it.each([
    ['month', '2026-05', ''],
    ['quarter', '2026-Q2', ' --level 市'],
    ['half', '2026-H1', ' --level 县区:望泉县'],
    ['year', '2026', ''],
  ])('%s: every figure of the contract', async (kind, period, level) => {
    const { code, json } = await cli(`report ${kind} ${period}${level}`);
    expect([code, json]).toMatchObject([0, { period, complete: expect.any(Boolean) }]);
    const [documents] = json['indicators'] as Record<string, unknown>[];
    expect(documents).toMatchObject({
      indicator: '发文',
      units: expect.any(Array),
      shown: expect.any(Object),
    });
    const keys =
      'month total plan planOriginal execution elapsed gap lastYear yearOnYear gate forecast forecastSeasonal remaining monthlyAllowance reboundLine unplannedShare note';
    for (const key of keys.split(' ')) {
      expect(documents, key).toHaveProperty(key);
      if (documents?.[key] === null && key !== 'note') expect(documents).toHaveProperty(`${key}Reason`);
    }
  });

  it('--out writes Markdown or a workbook', async () => {
    const markdown = desk.path('june.md');
    const { code, out } = await cli(`report half 2026-H1 --out ${markdown}`);
    expect([code, out.at(-2)]).toEqual([0, `已写入 ${markdown}`]);
    expect(readFileSync(markdown, 'utf8')).toMatch(/发文[\s\S]*不作考核依据/);
    const workbook = desk.path('june.xlsx');
    expect((await cli(`report half 2026-H1 --out ${workbook}`)).code).toBe(0);
    const [sheet] = await readXlsx(workbook);
    expect(sheet?.data[0]?.slice(0, 2)).toEqual(['单位', '指标']);
  });

  it.each(['report month 2026-13', 'report month 2026-05 --level 县区:没有县', 'report half 2026-06'])(
    '%s is refused',
    async (line) => {
      const { code, err, json } = await cli(line);
      expect([code, err.length]).toEqual([1, 1]);
      expect(json).toEqual({ ok: false, reason: err[0] });
    },
  );

  it('visits: due, done, late and coverage, by group and in all', async () => {
    const { code, json } = await cli('report visits 2026-H1');
    expect(code).toBe(0);
    expect(json['total']).toMatchObject({
      due: 88,
      done: 0,
      coverage: 0,
      shown: { coverage: expect.stringMatching(/%$/) },
    });
    const groups = json['groups'] as Record<string, unknown>[];
    expect(groups).toHaveLength(17);
    for (const key of ['number', 'due', 'done', 'late', 'coverage']) expect(groups[0]).toHaveProperty(key);
  });

  it('clashes: what meets at one township and what could be merged; unannounced visits are not in it', async () => {
    const { code, json, out } = await cli('report clashes 2026-06-01 2026-07-31');
    expect(code).toBe(0);
    expect(Object.keys(json)).toEqual(['from', 'to', 'clashes', 'merges']);
    expect(JSON.stringify(json['clashes'])).toMatch(/云栈镇[\s\S]*防汛备汛专项督查[\s\S]*校园食品安全检查/);
    expect(JSON.stringify(json['merges'])).toMatch(/乡村特色产业发展[\s\S]*乡村特色产业和集体经济/);
    expect(out.join('\n')).not.toContain('汛期值守');
    expect((await cli('report clashes 2026-01-01 2026-01-02')).out[0]).toContain('没有撞期');
  });
});

describe('explain warning', () => {
  it('level, decision, reason and every trigger with formula, inputs, value and threshold', async () => {
    const { code, json } = await cli('explain warning 市 发文 2026-06');
    expect(code).toBe(0);
    expect(json).toMatchObject({
      level: expect.any(Number),
      decision: expect.stringMatching(/^(send|hold)$/),
    });
    for (const list of ['triggers', 'held'])
      for (const trigger of json[list] as Record<string, unknown>[])
        for (const key of ['rule', 'formula', 'inputs', 'value', 'threshold'])
          expect(trigger).toHaveProperty(key);
  });

  it.each([
    'explain warning 9999 发文 2026-06',
    'explain warning 市 简报 2026-06',
    'explain warning 市 发文 2026-6',
  ])('%s is refused', async (line) => {
    const { code, json } = await cli(line);
    expect([code, json['ok']]).toEqual([1, false]);
  });
});

describe('faq check', () => {
  /** A database without the starter questions, into which these rows are imported. */
  async function check(name: string, rows: SheetRows) {
    const own = desk.path(`${name}.db`);
    const { store } = openDatabase(own);
    await store.atomically([writeSetting(store.db, 'questions.seeded', '0')]);
    store.close();
    const file = await desk.workbook(`${name}.xlsx`, (sheets) => {
      for (const sheet of Object.keys(sheets)) delete sheets[sheet];
      sheets['政策问答'] = rows;
    });
    expect((await desk.cli(own, `import ${file}`)).code).toBe(0);
    return desk.cli(own, 'faq check');
  }

  const entry = (number: string, question: string, like: string, unlike = '') => ({
    编号: number,
    标准问题: question,
    相似问法: like,
    不应命中: unlike,
    答复: '以文件为准。',
    依据文件: '某文件',
  });
  const leave = entry('Q1', '年休假有多少天', '年假几天', '产假多少天');
  const travel = entry('Q2', '出差补助一天多少钱', '差旅伙食补助标准');

  it('is content when every entry is found by its own phrasings', async () => {
    const { code, json } = await check('content', [leave, travel]);
    expect([code, json]).toEqual([
      0,
      { ok: true, entries: 2, phrasings: 4, counterExamples: 1, problems: [] },
    ]);
  });

  it('names the phrase that leads elsewhere', async () => {
    const { code, json, out } = await check('elsewhere', [
      leave,
      { ...travel, 相似问法: '年休假有多少天', 并存理由: '两份文件说法不同' },
    ]);
    expect(code).toBe(1);
    expect(json['problems']).toContainEqual(
      expect.objectContaining({ number: 'Q2', kind: 'not_found', found: 'Q1' }),
    );
    expect(out[0]).toMatch(/Q2.*年休假有多少天.*Q1/);
  });
});

describe('doctor', () => {
  it('looks at credentials, permissions, clock, migrations, heartbeat, calendar, jobs, backlog and failures', async () => {
    const { json, out } = await cli('doctor');
    const findings = json['findings'] as { name: string; ok: boolean; text: string }[];
    const names =
      'migrations platform.bot platform.send platform.contacts clock callback heartbeat calendar jobs backlog failed stopped disk backup';
    expect(findings.map(({ name }) => name)).toEqual(names.split(' '));
    expect(out.length).toBeGreaterThan(findings.length);
    const named = (name: string) => findings.find((finding) => finding.name === name);
    expect(named('platform.bot')?.ok).toBe(true);
    expect(named('heartbeat')).toMatchObject({ ok: false, text: expect.stringContaining('还没有运行过') });
    expect(json['ok']).toBe(false);
  });

  it('names what is wrong with the platform and looks at the rest all the same', async () => {
    const { code, json } = await desk.cli(database, 'doctor', { FEISHU_APP_SECRET: '' });
    const findings = json['findings'] as { name: string; ok: boolean; text: string }[];
    expect(code).toBe(1);
    expect(findings[0]).toMatchObject({ name: 'platform', ok: false });
    expect(findings.length).toBeGreaterThan(5);
  });
});
