import { beforeEach, describe, expect, it } from 'vitest';
import { outbox, voice, voiceReply } from '../../db/schema/index.ts';
import { findActor } from '../../src/people/repo.ts';
import { readWorkbook } from '../../src/system/workbook/read.ts';
import { mayHandle } from '../../src/voice/route.ts';
import { type Desk, formToken, openDesk, POSTS } from './desk.ts';

type Row = typeof voice.$inferInsert;

const HOME = '/console/voice';
let desk: Desk;

const rows: Row[] = [
  row('T-2222-2222', { text: '一张表报了三遍', person: 'ou_teller' }),
  row('T-3333-3333', { text: '关于市里办公室的事', desk: 'admin', about: ['U-office-city'] }),
  row('F-4444-4444', { kind: 'relief', text: '望泉的会太多', county: '望泉县' }),
  row('T-5555-5555', { text: '松渡的表太多', county: '松渡县', about: ['U-office-望泉县'] }),
  row('J-6666-6666', { kind: 'suggestion', text: '办完的一件', state: 'done', revision: 1 }),
];

function row(number: string, more: Partial<Row> & { text: string }): Row {
  return { number, kind: 'complaint', about: [], desk: 'office', day: '2026-06-18', ...more };
}

beforeEach(async () => {
  desk = openDesk();
  const { db } = desk.runtime.store;
  await desk.enrol({ role: 'cadre', tier: 'township', county: '望泉县' }, 'ou_teller', '何提出');
  await db.insert(voice).values(rows);
});

async function sit(post: keyof typeof POSTS, openId = `ou_${post}`) {
  const browser = await desk.as(POSTS[post], openId);
  const csrf = await formToken(browser);
  return {
    browser,
    openId,
    get: async (path: string) => (await browser.get(path)).text(),
    reply: (number: string, form: Record<string, string>) =>
      browser.post(`${HOME}/${number}`, { csrf, ...form }),
  };
}

const linked = (page: string) =>
  [...page.matchAll(/href="\/console\/voice\/([^"]+)"/g)].map((match) => match[1]);

describe('whose it is', () => {
  it.each([
    ['coordinator', ['T-2222-2222'], ['J-6666-6666']],
    ['county', ['F-4444-4444'], []],
    ['other', ['T-5555-5555'], []],
    ['admin', [], []],
  ] as const)('%s sees %j, and done %j', async (post, open, done) => {
    const seat = await sit(post);
    expect(linked(await seat.get(HOME))).toEqual(open);
    expect(linked(await seat.get(`${HOME}?state=done`))).toEqual(done);
  });

  it('what is against the city’s offices lies with an administrator who holds no post there', async () => {
    const browser = await desk.as({ role: 'admin', tier: 'city-department', county: '' });
    expect(linked(await (await browser.get(HOME)).text())).toEqual(['T-3333-3333']);
  });

  it('the list, one of them, an answer and the verb’s own rule agree for everybody', async () => {
    for (const post of ['coordinator', 'county', 'other', 'admin'] as const) {
      const seat = await sit(post);
      const actor = await findActor(desk.runtime.store.db, seat.openId);
      const listed = [...linked(await seat.get(HOME)), ...linked(await seat.get(`${HOME}?state=done`))];
      for (const one of rows) {
        const may = actor !== undefined && mayHandle(actor, { ...one, county: one.county ?? '' });
        expect(listed.includes(one.number), `${post} ${one.number}`).toBe(may);
        expect((await seat.browser.get(`${HOME}/${one.number}`)).status).toBe(may ? 200 : 403);
        if (!may)
          expect((await seat.reply(one.number, { revision: '0', reply: '好', next: 'done' })).status).toBe(
            403,
          );
      }
    }
    expect(await desk.runtime.store.db.select().from(voiceReply)).toEqual([]);
  });

  it('the unit complained of sees it nowhere, on no page and in no workbook', async () => {
    const { db } = desk.runtime.store;
    await db
      .insert(voice)
      .values(row('T-7777-7777', { text: '关于望泉办公室', county: '望泉县', about: ['U-office-望泉县'] }));
    const seat = await sit('county');
    for (const path of ['/console', HOME, `${HOME}?state=done`, `${HOME}/T-7777-7777`])
      expect(await seat.get(path)).not.toContain('关于望泉办公室');
    const file = await (await seat.browser.get(`${HOME}.xlsx`)).arrayBuffer();
    expect(JSON.stringify(await readWorkbook(new Uint8Array(file)))).not.toContain('关于望泉办公室');
  });

  it('a number that does not exist is not found', async () => {
    expect((await (await sit('coordinator')).browser.get(`${HOME}/T-9999-9999`)).status).toBe(404);
  });
});

describe('what is shown', () => {
  it('a name stands only with the one that was signed, and in no list (BR-34)', async () => {
    const seat = await sit('coordinator');
    expect(await seat.get(`${HOME}/T-2222-2222`)).toContain('何提出');
    for (const path of [HOME, `${HOME}?state=done`]) expect(await seat.get(path)).not.toContain('何提出');
    const county = await sit('county');
    const anonymous = await county.get(`${HOME}/F-4444-4444`);
    expect(anonymous).toContain('匿名');
    expect(anonymous).not.toContain('何提出');
  });

  it('no unit, no sum by unit, no name is taken away with the list', async () => {
    const seat = await sit('coordinator');
    const file = await (await seat.browser.get(`${HOME}.xlsx`)).arrayBuffer();
    const [sheet] = await readWorkbook(new Uint8Array(file));
    expect(sheet?.rows[0]).toEqual(['受理号', '类别', '内容', '提交日期', '状态']);
    expect(sheet?.rows.slice(1).map(([number]) => number)).toEqual(['T-2222-2222']);
  });

  it('the first page tells how many wait, the empty list what comes next', async () => {
    expect(await (await sit('coordinator')).get('/console')).toContain('有 1 件等待办理');
    expect(await (await sit('admin')).get(HOME)).toContain('目前没有等待办理的');
  });
});

describe('an answer', () => {
  const said = { revision: '0', reply: '已并成一张表。', next: 'done' };

  it('is stored once, goes to who signed, and closes it', async () => {
    const { db } = desk.runtime.store;
    const seat = await sit('coordinator');
    const done = await seat.reply('T-2222-2222', said);
    expect(done.headers.get('location')).toBe(`${HOME}?done=replied`);
    expect((await seat.reply('T-2222-2222', said)).status).toBe(303);
    expect((await db.select().from(voiceReply)).map(({ text }) => text)).toEqual([said.reply]);
    expect((await db.select().from(outbox)).map(({ target }) => target)).toEqual(['ou_teller']);
    const page = await seat.get(`${HOME}/T-2222-2222`);
    expect(page).toContain('已经办结');
    expect(page).not.toContain('<textarea');
  });

  it('all that is wrong is told at once, beside its field, and what was typed stays', async () => {
    const seat = await sit('coordinator');
    const bad = await seat.reply('T-2222-2222', { revision: '0', reply: '', next: 'later' });
    const page = await bad.text();
    expect(bad.status).toBe(422);
    for (const field of ['reply', 'next']) expect(page).toContain(`id="field-${field}-wrong"`);
    const secret = await seat.reply('T-2222-2222', { ...said, reply: '请打 13800138000 找我' });
    const kept = await secret.text();
    expect(kept).toContain('没有发出');
    expect(kept).toContain('请打 13800138000 找我');
  });

  it('of two at once the second is told what the first has said, and keeps the own words', async () => {
    const [first, second] = [await sit('coordinator', 'ou_a'), await sit('coordinator', 'ou_b')];
    await first.reply('T-2222-2222', { ...said, next: 'working' });
    const late = await second.reply('T-2222-2222', { ...said, reply: '我也来说一句' });
    const page = await late.text();
    expect(late.status).toBe(409);
    expect(page).toContain('刚才已经答复：“已并成一张表。”');
    expect(page).toContain('我也来说一句');
    expect(page).toContain('name="revision" value="1"');
  });
});
