import { createHash } from 'node:crypto';
import { desc, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { audit, consoleLogin, consoleSession, person } from '../../db/schema/index.ts';
import { ownPath } from '../../src/console/login.tsx';
import { type Browser, type Desk, formToken, openDesk, POSTS, PUBLIC_URL } from './desk.ts';

const signedIn = async (seat: Browser) => (await seat.get('/console')).status === 200;
const actions = async ({ runtime }: Desk) =>
  (await runtime.store.db.select().from(audit).orderBy(desc(audit.at), desc(audit.id))).map(
    ({ action }) => action,
  );

describe('login', () => {
  it('goes out with state and PKCE, comes back once, leads to the page that was asked for, and is on record', async () => {
    const desk = openDesk();
    const openId = await desk.enrol(POSTS.editor);
    const seat = desk.browser();
    const first = await seat.get('/console/questions?q=a');
    expect(first.headers.get('location')).toBe('/console/login?to=%2Fconsole%2Fquestions%3Fq%3Da');
    const start = await seat.get('/console/login/start?to=%2Fconsole%2Fquestions%3Fq%3Da');
    const way = new URL(start.headers.get('location') ?? '');
    expect(way.searchParams.get('redirectUri')).toBe(`${PUBLIC_URL}/console/login/back`);
    const state = way.searchParams.get('state') ?? '';
    const stolen = new Map(seat.cookies);
    const back = await seat.get(`/console/login/back?code=${openId}&state=${state}`);
    expect(back.headers.get('location')).toBe('/console/questions?q=a');
    expect(await signedIn(seat)).toBe(true);
    const [{ challenge, verifier = '' } = { challenge: '' }] = desk.login.asked;
    expect(createHash('sha256').update(verifier).digest('base64url')).toBe(challenge);
    expect(verifier.length).toBeGreaterThanOrEqual(43);
    expect(await actions(desk)).toEqual(['console.login']);

    const thief = desk.browser();
    for (const [name, value] of stolen) thief.cookies.set(name, value);
    expect((await thief.get(`/console/login/back?code=${openId}&state=${state}`)).status).toBe(400);
  });

  it.each([
    ['another state', (state: string) => `code=x&state=${state}x`, 400],
    ['no state', () => 'code=x', 400],
    ['a person who said no', (state: string) => `error=access_denied&state=${state}`, 403],
    ['somebody unknown', (state: string) => `code=ou_stranger&state=${state}`, 403],
  ])('refuses %s', async (_, query, status) => {
    const desk = openDesk();
    const seat = desk.browser();
    const start = await seat.get('/console/login/start');
    const state = new URL(start.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const back = await seat.get(`/console/login/back?${query(state)}`);
    expect(back.status).toBe(status);
    expect(await back.text()).toContain('重新登录');
    expect(await signedIn(seat)).toBe(false);
  });

  it('a state is good for ten minutes, and only in the browser that it was made for', async () => {
    const desk = openDesk();
    const openId = await desk.enrol(POSTS.editor);
    const seat = desk.browser();
    const start = await seat.get('/console/login/start');
    const state = new URL(start.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const address = `/console/login/back?code=${openId}&state=${state}`;
    expect((await desk.browser().get(address)).status).toBe(400);
    desk.runtime.clock.advance(11);
    expect((await seat.get(address)).status).toBe(400);
  });

  it('somebody who left the office is not let in', async () => {
    const desk = openDesk();
    const openId = await desk.enrol(POSTS.editor);
    const { db, atomically } = desk.runtime.store;
    await atomically([db.update(person).set({ gone: true })]);
    expect((await desk.browser().signIn(openId)).status).toBe(403);
  });

  it('is limited by network address, and open again after a while; the address is not kept', async () => {
    const desk = openDesk();
    const seat = desk.browser('203.0.113.7');
    for (let i = 0; i < 30; i++) expect((await seat.get('/console/login/start')).status).toBe(302);
    const refused = await seat.get('/console/login/start');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '600']);
    expect((await desk.browser('203.0.113.8').get('/console/login/start')).status).toBe(302);
    expect(JSON.stringify(await desk.runtime.store.db.select().from(consoleLogin))).not.toContain(
      '203.0.113',
    );
    desk.runtime.clock.advance(11);
    expect((await seat.get('/console/login/start')).status).toBe(302);
  });

  it('inside Feishu there is no page to click through, except after signing out', async () => {
    const seat = openDesk().browser();
    const client = { 'user-agent': 'Mozilla/5.0 (iPhone) Lark/7.1.0 LarkLocale/zh_CN' };
    const response = await seat.get('/console/login?to=/console/audit', client);
    expect(response.headers.get('location')).toBe('/console/login/start?to=%2Fconsole%2Faudit');
    expect((await seat.get('/console/login?reason=out', client)).status).toBe(200);
  });

  it.each([
    ['/console/questions?q=a&page=2', '/console/questions?q=a&page=2'],
    ['/console', '/console'],
    ['https://evil.test/', '/console'],
    ['//evil.test', '/console'],
    ['/console@evil.test', '/console'],
    ['/console/\\evil', '/console'],
    ['/console/login/start', '/console'],
    ['/consolevil', '/console'],
    ['javascript:alert(1)', '/console'],
    [undefined, '/console'],
  ])('after it one goes to %s → %s', (to, path) => {
    expect(ownPath(to)).toBe(path);
  });
});

describe('session', () => {
  it('ends after an hour without use, and after eight hours in any case', async () => {
    const desk = openDesk();
    const idle = await desk.as(POSTS.editor);
    const busy = await desk.as(POSTS.editor);
    for (let minutes = 50; minutes < 8 * 60; minutes += 50) {
      desk.runtime.clock.advance(50);
      expect(await signedIn(busy), `${minutes}`).toBe(true);
      if (minutes === 100) expect(await signedIn(idle)).toBe(false);
    }
    desk.runtime.clock.advance(40);
    expect(await signedIn(busy)).toBe(false);
  });

  it('forged cookies are nobody’s', async () => {
    const desk = openDesk();
    const seat = await desk.as(POSTS.editor);
    const [name, value = ''] = [...seat.cookies][0] ?? [''];
    const [token = '', signature = ''] = decodeURIComponent(value).split(/\.(?=[^.]*$)/);
    const forged = [
      `${token}x.${signature}`,
      `${token}.${signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`,
      token,
      '',
      `.${signature}`,
      'x'.repeat(5_000),
    ];
    for (const cookie of forged) {
      const thief = desk.browser();
      thief.cookies.set(name, encodeURIComponent(cookie));
      expect(await signedIn(thief), cookie).toBe(false);
    }
    expect(await signedIn(seat)).toBe(true);
  });

  it('a copied database does not contain what a cookie needs', async () => {
    const desk = openDesk();
    const seat = await desk.as(POSTS.editor);
    const rows = JSON.stringify(await desk.runtime.store.db.select().from(consoleSession));
    const token = decodeURIComponent([...seat.cookies.values()][0] ?? '').split('.')[0] ?? '';
    expect(token.length).toBeGreaterThan(40);
    expect(rows).not.toContain(token);
  });

  it('signing out ends this one; everywhere ends all of this person and nobody else’s', async () => {
    const desk = openDesk();
    const [desktop, phone] = [await desk.as(POSTS.editor, 'ou_a'), await desk.as(POSTS.editor, 'ou_a')];
    const [second, other] = [await desk.as(POSTS.editor, 'ou_a'), await desk.as(POSTS.admin, 'ou_b')];
    const copy = desk.browser();
    for (const [name, value] of desktop.cookies) copy.cookies.set(name, value);
    const out = await desktop.post('/console/logout', { csrf: await formToken(desktop) });
    expect([out.status, out.headers.get('location')]).toEqual([303, '/console/login?reason=out']);
    expect(await signedIn(copy)).toBe(false);
    expect(await signedIn(phone)).toBe(true);
    await phone.post('/console/logout/everywhere', { csrf: await formToken(phone) });
    expect([await signedIn(phone), await signedIn(second), await signedIn(other)]).toEqual([
      false,
      false,
      true,
    ]);
    expect((await actions(desk)).slice(0, 2).sort()).toEqual(['console.logout', 'console.logout-everywhere']);
  });
});

describe('writes', () => {
  it.each([
    ['no token', {}, {}],
    ['a wrong token', { csrf: 'x'.repeat(43) }, {}],
    ['an empty token', { csrf: '' }, {}],
  ])('are refused with %s', async (_, form, headers) => {
    const seat = await openDesk().as(POSTS.editor);
    const response = await seat.post('/console/logout', form, headers);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('什么都没有改');
    expect(await signedIn(seat)).toBe(true);
  });

  it('are refused with somebody else’s token, and from another site with one’s own', async () => {
    const desk = openDesk();
    const [seat, other] = [await desk.as(POSTS.editor, 'ou_a'), await desk.as(POSTS.editor, 'ou_b')];
    expect((await seat.post('/console/logout', { csrf: await formToken(other) })).status).toBe(403);
    const csrf = await formToken(seat);
    for (const site of ['cross-site', 'same-site', 'none']) {
      const response = await seat.post('/console/logout', { csrf }, { 'sec-fetch-site': site });
      expect(response.status, site).toBe(403);
    }
    expect((await seat.post('/console/logout', { csrf }, { 'sec-fetch-site': 'same-origin' })).status).toBe(
      303,
    );
  });

  it('of too many bytes are not read', async () => {
    const seat = await openDesk().as(POSTS.editor);
    const csrf = await formToken(seat);
    const response = await seat.post(
      '/console/logout',
      { csrf, more: 'x'.repeat(300_000) },
      {
        'content-length': '300100',
      },
    );
    expect(response.status).toBe(413);
  });
});

describe('what every answer carries', () => {
  it('a strict policy without inline script, no sniffing, no frames, no store', async () => {
    const desk = openDesk();
    const seat = await desk.as(POSTS.admin);
    for (const path of ['/console', '/console/login', '/console/nowhere', '/console/audit.xlsx']) {
      const { headers } = await seat.get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, path).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(policy, path).not.toMatch(/unsafe|\*|https?:/);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('cache-control'), path).toBe('no-store');
    }
  });

  it('cookies are out of reach of scripts and other sites; with https they travel encrypted only', async () => {
    const cookieOf = async (publicUrl: string) => {
      const desk = openDesk({ publicUrl });
      const response = await desk.browser().signIn(await desk.enrol(POSTS.editor));
      return response.headers.getSetCookie().find((line) => line.includes('qingfu_console')) ?? '';
    };
    const plain = await cookieOf('http://127.0.0.1:3000');
    expect(plain).toMatch(/HttpOnly/);
    expect(plain).toMatch(/SameSite=Lax/);
    expect(plain).toMatch(/Path=\/console/);
    expect(plain).not.toMatch(/Max-Age|Expires/);
    expect(await cookieOf('https://qingfu.test')).toMatch(/^__Secure-qingfu_console=.*Secure/);
    expect(
      (await openDesk({ publicUrl: 'https://qingfu.test' }).browser().get('/console/login')).headers.get(
        'strict-transport-security',
      ),
    ).toBe('max-age=15552000');
  });

  it('a fault shows a number and no more', async () => {
    const desk = openDesk();
    const seat = await desk.as(POSTS.editor);
    const lines: unknown[] = [];
    desk.runtime.log.error = (event, data) => lines.push([event, data]);
    await desk.runtime.store.atomically([sql`drop table question_hit_day`]);
    const response = await seat.get('/console/questions/Q-1');
    expect(response.status).toBe(404);
    const list = await seat.get('/console/questions?q=private-words');
    expect(list.status).toBe(500);
    expect(await list.text()).toMatch(/编号 id\d+ 告诉系统管理员/);
    expect(JSON.stringify(lines)).toMatch(/console_failed.*no such table/);
    expect(JSON.stringify(lines)).not.toContain('private-words');
  });
});
