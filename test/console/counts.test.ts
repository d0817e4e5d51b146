import { and, desc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import {
  audit,
  countingRule,
  countRevision,
  outbox,
  planRevision,
  reporting,
  round,
  roundUnit,
} from '../../db/schema/index.ts';
import { type Browser, type Desk, formToken, openDesk, POSTS } from './desk.ts';
import { enrolLiaison } from './town.ts';

const PLAN = '/console/counts/plans/2026/B01/document';

/** The round of June on the day the test wants; of the city's two units one has confirmed. */
async function deskInJune(at = '2026-06-30T10:00') {
  const desk = openDesk({}, at);
  const { db, atomically } = desk.runtime.store;
  await enrolLiaison(desk, 'B01', '市发改委', '');
  await enrolLiaison(desk, 'B02', '市财政局', '');
  await enrolLiaison(desk, 'W01', '望泉县住建局', '望泉县');
  const units = ['B01', 'B02', 'W01'];
  await atomically([
    db.insert(reporting).values(units.map((unit) => ({ unit, indicator: 'document' as const }))),
    db.insert(round).values({ month: '2026-06', openedAt: 0 }),
    db.insert(roundUnit).values([
      { month: '2026-06', unit: 'B01', state: 'confirmed', revision: 1, at: 1 },
      { month: '2026-06', unit: 'B02', at: 1 },
      { month: '2026-06', unit: 'W01', at: 1 },
    ]),
    db.insert(countRevision).values(
      ['2025-06', '2026-05', '2026-06'].map((month, i) => ({
        month,
        unit: 'B01',
        indicator: 'document' as const,
        revision: 1,
        amount: 10 + i,
        source: 'confirmed' as const,
        author: 'cli:test',
        createdAt: 0,
      })),
    ),
    db.insert(planRevision).values({
      year: 2026,
      unit: 'B01',
      indicator: 'document',
      revision: 1,
      amount: 40,
      author: 'cli:test',
      createdAt: 0,
    }),
  ]);
  return desk;
}

const text = async (seat: Browser, path: string) => (await seat.get(path)).text();

const nudged = (desk: Desk) =>
  desk.runtime.store.db.select({ key: outbox.key }).from(outbox).orderBy(outbox.key);

describe('rounds', () => {
  it('tell how many have figures and who has none, in the order of the roster', async () => {
    const seat = await (await deskInJune()).as(POSTS.coordinator);
    const list = await text(seat, '/console/counts');
    expect(list).toContain('2026年6月');
    expect(list).toContain('1/2');
    const page = await text(seat, '/console/counts/rounds/city/2026-06');
    expect(page).toContain('应报 2 家，已有 1 家；1 家还没有数。');
    expect(page.indexOf('市发改委')).toBeLessThan(page.indexOf('市财政局'));
    expect(page).not.toContain('望泉县住建局');
    const missing = await text(seat, '/console/counts/rounds/city/2026-06?state=missing');
    expect(missing).not.toContain('市发改委');
  });

  it('remind the missing only, each nudge once, and nobody after the deadline (BR-17)', async () => {
    const desk = await deskInJune();
    const seat = await desk.as(POSTS.coordinator);
    const csrf = await formToken(seat);
    const path = '/console/counts/rounds/city/2026-06';
    const remind = async () => (await seat.post(`${path}/remind`, { csrf })).headers.get('location');
    expect(await remind()).toBe(`${path}?done=reminded`);
    expect(await nudged(desk)).toEqual([{ key: 'counts.nudge@2026-06:B02:ou_B02:1' }]);
    expect(await remind()).toBe(`${path}?done=remindedBefore`);
    desk.runtime.clock.set('2026-07-03T17:50');
    const again = await desk.as(POSTS.coordinator, 'ou_again');
    const form = { csrf: await formToken(again) };
    expect((await again.post(`${path}/remind`, form)).headers.get('location')).toContain('reminded');
    expect(await nudged(desk)).toHaveLength(2);
    desk.runtime.clock.set('2026-07-03T18:01');
    const late = await again.post(`${path}/remind`, form);
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('请打电话联系');
    expect(await nudged(desk)).toHaveLength(2);
  });

  it("another level's month is not there, to be read or to be reminded", async () => {
    const desk = await deskInJune();
    const seat = await desk.as(POSTS.county);
    const csrf = await formToken(seat);
    expect(await text(seat, '/console/counts')).toContain('0/1');
    for (const level of ['city', encodeURIComponent('松渡县')]) {
      expect((await seat.get(`/console/counts/rounds/${level}/2026-06`)).status).toBe(404);
      expect((await seat.get(`/console/counts?level=${level}`)).status).toBe(404);
      expect((await seat.post(`/console/counts/rounds/${level}/2026-06/remind`, { csrf })).status).toBe(404);
    }
    expect((await seat.get('/console/counts/rounds/city/none')).status).toBe(404);
    expect(await nudged(desk)).toEqual([]);
  });
});

describe('plans', () => {
  it('keep the original, tell the reason of an adjustment and measure execution by it', async () => {
    const desk = await deskInJune();
    const seat = await desk.as(POSTS.coordinator);
    const csrf = await formToken(seat);
    const form = { csrf, base: '1', amount: '46', basis: '市委办会议纪要〔2026〕3号' };
    const done = await seat.post(PLAN, form);
    expect(done.headers.get('location')).toBe(`${PLAN}?done=saved`);
    const page = await text(seat, PLAN);
    expect(page).toContain('原计划 40，现按调整后的 46 算执行率。');
    expect(page).toContain('市委办会议纪要〔2026〕3号');
    // 11 + 12 of 46.
    expect(await text(seat, '/console/counts/plans')).toContain('50.0%');
    const { db } = desk.runtime.store;
    const [row] = await db.select().from(audit).where(eq(audit.action, 'counts.plan'));
    expect(row?.data).toMatchObject({ before: { amount: 40 }, after: { amount: 46 } });
  });

  it('whoever looked at an older revision covers nobody: the entries stay, the newest stands above', async () => {
    const desk = await deskInJune();
    const seat = await desk.as(POSTS.coordinator);
    const csrf = await formToken(seat);
    await seat.post(PLAN, { csrf, base: '1', amount: '46', basis: '会议纪要' });
    const late = await seat.post(PLAN, { csrf, base: '1', amount: '44', basis: '我的依据' });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('同事已把这项计划改到第 2 版');
    expect(page).toContain('value="44"');
    expect(page).toContain('我的依据');
    expect(page).toContain('name="base" value="2"');
    const p = planRevision;
    const [newest] = await desk.runtime.store.db
      .select({ amount: p.amount })
      .from(p)
      .where(and(eq(p.unit, 'B01'), eq(p.year, 2026)))
      .orderBy(desc(p.revision));
    expect(newest?.amount).toBe(46);
  });

  it.each([
    [{ amount: '', basis: '' }, ['调整后的计划数没有填', '请写调整的依据或理由']],
    [{ amount: '3.5', basis: 'x'.repeat(201) }, ['不能是“3.5”', '最多 200 个字']],
    [{ amount: '41', basis: '电话 13812345678' }, ['身份证号或手机号']],
  ])('%o is refused with all that is wrong', async (fields, said) => {
    const seat = await (await deskInJune()).as(POSTS.coordinator);
    const refused = await seat.post(PLAN, { csrf: await formToken(seat), base: '1', ...fields });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    for (const words of said) expect(page).toContain(words);
  });

  it("another level's plans are neither shown nor changed", async () => {
    const desk = await deskInJune();
    const seat = await desk.as(POSTS.other);
    const csrf = await formToken(seat);
    for (const unit of ['B01', 'W01']) {
      const path = `/console/counts/plans/2026/${unit}/document`;
      expect((await seat.get(path)).status).toBe(404);
      const form = { csrf, base: '0', amount: '1', basis: '无' };
      expect((await seat.post(path, form)).status).toBe(403);
    }
    expect(await desk.runtime.store.db.select().from(planRevision)).toHaveLength(1);
  });
});

describe('counting rules', () => {
  const form = { version: '2026版', fromMonth: '2026-09', note: '多文合一按一件计，注明份数。' };

  it('a version is added for months to come, and is never written over', async () => {
    const desk = await deskInJune();
    const seat = await desk.as(POSTS.coordinator);
    const csrf = await formToken(seat);
    const path = '/console/counts/rules';
    expect((await seat.post(path, { csrf, ...form })).status).toBe(303);
    expect(await text(seat, path)).toContain('将生效');
    const twice = await seat.post(path, { csrf, ...form });
    expect(twice.status).toBe(422);
    expect(await twice.text()).toContain('口径版本“2026版”已经有了');
    const past = await seat.post(path, { csrf, ...form, version: '旧', fromMonth: '2026-01' });
    expect(await past.text()).toContain('新口径只能从2026年6月或以后的月份起用');
    expect(await desk.runtime.store.db.select().from(countingRule)).toHaveLength(1);
  });

  it('a county reads it and is told who sets it', async () => {
    const seat = await (await deskInJune()).as(POSTS.county);
    expect(await text(seat, '/console/counts/rules')).toContain('这里只看');
    const refused = await seat.post('/console/counts/rules', { csrf: await formToken(seat), ...form });
    expect(refused.status).toBe(403);
  });
});

it('the course of both years is drawn and told as a table, without any order by value', async () => {
  const seat = await (await deskInJune()).as(POSTS.coordinator);
  const page = await text(seat, '/console/counts/figures');
  expect(page).toContain('<polyline');
  expect(page).toMatch(/<svg[^>]+aria-label="[^"]+"/);
  expect(page).toContain('计划进度线');
  expect(page).toContain('市财政局');
  expect(page).not.toMatch(/排名第|第一名/);
  expect((await seat.get('/console/counts/figures?period=abc')).status).toBe(422);
  for (const list of [
    'counts.xlsx',
    'counts/plans.xlsx',
    'counts/figures.xlsx',
    'counts/rounds/city/2026-06/units.xlsx',
  ])
    expect((await seat.get(`/console/${list}`)).headers.get('content-type'), list).toContain('spreadsheet');
});
