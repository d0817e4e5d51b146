import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { audit, figureRevision, localFigure } from '../../db/schema/index.ts';
import { publishWrites } from '../../src/policy/publish-writes.ts';
import { samples } from '../policy/fixtures/questions.ts';
import { ask } from '../policy/world.ts';
import { testCtx } from '../support/ctx.ts';
import { type Browser, type Desk, formToken, openDesk, POSTS, type Post } from './desk.ts';

const APPROVER: Post = { role: 'approver', tier: 'city-department', county: '' };

let desk: Desk;
beforeEach(async () => {
  desk = openDesk();
  await desk.runtime.store.atomically(await publishWrites(testCtx(desk.runtime), samples));
});

async function send(seat: Browser, path: string, fields: Record<string, string | string[]>) {
  return seat.post(path, { csrf: await formToken(seat), ...fields });
}

async function baseOf(seat: Browser, path: string): Promise<string> {
  return /name="base" value="([^"]*)"/.exec(await (await seat.get(path)).text())?.[1] ?? '';
}

const TABLE = '/console/standards/LOC-01/@';
const rows = (...tiers: [string, string, string][]) => ({
  c0: tiers.map(([from]) => from),
  c1: tiers.map(([, until]) => until),
  c2: tiers.map(([, , amount]) => amount),
});
const TIERS = rows(['0', '10', '200'], ['10', '', '260'], ['', '', '']);

/** Proposed by an editor; where it can be confirmed. */
async function proposed(seat: Browser, fields: Record<string, string | string[]> = TIERS, path = TABLE) {
  const base = await baseOf(seat, path);
  const done = await send(seat, path, { ...fields, base, step: 'keep' });
  return done.headers.get('location')?.replace(/\?.*/, '') ?? `${done.status}`;
}

const live = (code = 'LOC-01') =>
  desk.runtime.store.db
    .select({ unit: localFigure.unit, values: localFigure.values })
    .from(localFigure)
    .where(eq(localFigure.code, code))
    .orderBy(localFigure.unit, localFigure.position);

describe('the overview', () => {
  it('lists all 37, what is missing, and which answers wait for it', async () => {
    const seat = await desk.as(POSTS.editor);
    const page = await (await seat.get('/console/standards')).text();
    for (let n = 1; n <= 37; n++) expect(page).toContain(`LOC-${String(n).padStart(2, '0')}<`);
    expect(page).toContain('共 37 张表：已录 0 张，没录 37 张。');
    expect(page).toContain('href="/console/questions/BT02"');
  });
});

describe('a change of a table', () => {
  it('is shown before it is kept, kept before it counts, and counts once another person has confirmed it', async () => {
    const editor = await desk.as(POSTS.editor, 'ou_editor');
    const preview = await send(editor, TABLE, { ...TIERS, base: await baseOf(editor, TABLE) });
    expect(preview.status).toBe(200);
    const shown = await preview.text();
    expect(shown).toContain('这一步只看结果，还没有存');
    expect(shown).toMatch(/在乡镇 9 年[\s\S]*每月 200 元/);
    expect(shown).toMatch(/在乡镇 17 年[\s\S]*每月 260 元/);
    expect(shown).toContain('现在答不全，改后能答');
    expect(await desk.runtime.store.db.select().from(figureRevision)).toEqual([]);

    const place = await proposed(editor);
    expect(place).toBe('/console/standards/LOC-01/@/1');
    expect(await live()).toEqual([]);
    expect((await ask(desk.runtime, '我在乡镇12年，乡镇补贴一个月多少钱')).decision).toBe('local_gap');

    const approver = await desk.as(APPROVER, 'ou_approver');
    expect(await (await approver.get(place)).text()).toMatch(
      /在乡镇 9 年[\s\S]*每月 200 元[\s\S]*确认，马上生效/,
    );
    const done = await send(approver, place, { decision: 'confirm' });
    expect(done.headers.get('location')).toBe('/console/standards/LOC-01?done=standardConfirmed');
    expect((await live()).map(({ values }) => values)).toEqual([
      { 起年: '0', 止年: '10', 月额: '200' },
      { 起年: '10', 月额: '260' },
    ]);
    const answer = await ask(desk.runtime, '我在乡镇12年，乡镇补贴一个月多少钱');
    expect([answer.decision, answer.text]).toEqual(['calculate', expect.stringContaining('260')]);
    const records = await desk.runtime.store.db.select().from(audit).where(eq(audit.target, 'LOC-01'));
    expect(records.map(({ action, actor }) => [action, actor])).toEqual([
      ['policy.figure-propose', 'person:ou_editor'],
      ['policy.figure-confirm', 'person:ou_approver'],
    ]);
    expect(records[1]?.data).toMatchObject({ before: [], after: [{ 月额: '200' }, { 月额: '260' }] });
  });

  it('nobody confirms the own change; who returns it says why, and nothing has changed', async () => {
    const editor = await desk.as(POSTS.editor, 'ou_editor');
    const place = await proposed(editor);
    expect((await send(editor, place, { decision: 'confirm' })).status).toBe(403);
    const approver = await desk.as(APPROVER, 'ou_approver');
    const silent = await send(approver, place, { decision: 'return', reason: '' });
    expect(silent.status).toBe(422);
    expect(await silent.text()).toContain('请写一句理由');
    expect((await send(approver, place, { decision: 'return', reason: '文号不对' })).status).toBe(303);
    expect(await (await editor.get(place)).text()).toContain('文号不对');
    expect((await send(approver, place, { decision: 'confirm' })).status).toBe(409);
    expect(await live()).toEqual([]);
  });

  it('all that is wrong is told at once beside its cell, and what was typed is still there', async () => {
    const editor = await desk.as(POSTS.editor);
    const wrong = rows(['0', '10', '0'], ['12', '', '二百多']);
    const answer = await send(editor, TABLE, { ...wrong, base: await baseOf(editor, TABLE) });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    for (const cell of ['c2.0', 'c2.1', 'c0.1']) expect(page, cell).toContain(`id="field-${cell}-wrong"`);
    expect(page).toContain('value="二百多"');
  });

  it('a table that is no longer the one that was shown is not overwritten', async () => {
    const editor = await desk.as(POSTS.editor);
    const base = await baseOf(editor, TABLE);
    await desk.runtime.store.db
      .insert(localFigure)
      .values({ code: 'LOC-01', values: { 起年: '0', 月额: '300' } });
    const answer = await send(editor, TABLE, { ...TIERS, base, step: 'keep' });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain('别人已经改了这张表');
    expect(page).toContain('value="260"');
    expect(await desk.runtime.store.db.select().from(figureRevision)).toEqual([]);
  });

  it('the next table is entered beforehand and leaves the present one alone; an earlier state is asked back', async () => {
    const editor = await desk.as(POSTS.editor, 'ou_editor');
    const approver = await desk.as(APPROVER, 'ou_approver');
    await send(approver, await proposed(editor), { decision: 'confirm' });
    const next = '/console/standards/LOC-01/@new';
    const later = { ...rows(['0', '', '500']), since: '2027-01-01' };
    const shown = await send(editor, next, { ...later, base: await baseOf(editor, next) });
    expect(await shown.text()).toContain('2027-01-01 起是这样，在这以前不变');
    await send(approver, await proposed(editor, later, next), { decision: 'confirm' });
    expect(await live()).toHaveLength(3);
    const question = '我在乡镇12年，乡镇补贴一个月多少钱';
    expect((await ask(desk.runtime, question)).text).toContain('260');
    desk.runtime.clock.set('2027-01-04T09:00');
    expect((await ask(desk.runtime, question)).text).toContain('500');
    const back = await send(await desk.as(POSTS.editor, 'ou_editor'), '/console/standards/LOC-01/@/1', {
      decision: 'restore',
    });
    const place = back.headers.get('location')?.replace(/\?.*/, '') ?? '';
    await send(await desk.as(APPROVER, 'ou_approver'), place, { decision: 'confirm' });
    expect((await ask(desk.runtime, question)).text).toContain('260');
  });
});

it('an editor of a county writes for its own units alone', async () => {
  await desk.enrol(POSTS.cadre);
  await desk.enrol(POSTS.other);
  const seat = await desk.as(POSTS.countyEditor);
  const statusOf = async (table: string) => (await seat.get(`/console/standards/LOC-05/${table}`)).status;
  expect(await statusOf(encodeURIComponent('U-township-望泉县') + '@')).toBe(200);
  expect(await statusOf('@')).toBe(403);
  expect(await statusOf(encodeURIComponent('U-office-松渡县') + '@')).toBe(404);
});

it('every one of the 37 has a page and a form', async () => {
  const seat = await desk.as(POSTS.admin);
  for (let n = 1; n <= 37; n++) {
    const path = `/console/standards/LOC-${String(n).padStart(2, '0')}`;
    expect((await seat.get(path)).status, path).toBe(200);
    expect((await seat.get(`${path}/@`)).status, path).toBe(200);
  }
});
