import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { APP, LIN, type World, world } from './world.ts';

const BACK = 'http://127.0.0.1:3000/console/login/back';
const VERIFIER = 'a-verifier-of-forty-three-characters-or-more';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
const PKCE = { code_challenge: CHALLENGE, code_challenge_method: 'S256' };

function authorizeUrl(w: World, change: Record<string, string> = {}, path = ''): string {
  const query = new URLSearchParams({
    client_id: APP.id,
    response_type: 'code',
    redirect_uri: BACK,
    state: 'a state & more',
    ...change,
  });
  return `${w.base}/open-apis/authen/v1/authorize${path}?${query}`;
}

/** Where the browser is sent after a person was chosen on the page. */
async function choose(w: World, openId: string, change: Record<string, string> = {}): Promise<URL> {
  const response = await fetch(authorizeUrl(w, { ...change, open_id: openId }, '/choose'), {
    redirect: 'manual',
  });
  return new URL(response.headers.get('location') ?? '');
}

async function exchange(w: World, change: Record<string, unknown>) {
  const response = await fetch(`${w.base}/open-apis/authen/v2/oauth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'authorization_code',
      client_id: APP.id,
      client_secret: APP.secret,
      redirect_uri: BACK,
      ...change,
    }),
  });
  return { status: response.status, body: (await response.json()) as { code: number; access_token: string } };
}

async function userInfo(w: World, token: string) {
  const response = await fetch(`${w.base}/open-apis/authen/v1/user_info`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: response.status, body: (await response.json()) as { code: number; data: object } };
}

const codeOf = (url: URL) => url.searchParams.get('code') ?? '';

describe('B25 web login', () => {
  it('page, choice, code, token, person: with the state echoed and the tenant named', async () => {
    const w = await world();
    const page = await (await fetch(authorizeUrl(w, PKCE))).text();
    const link = /href="([^"]*choose[^"]*open_id=ou_11[^"]*)"/.exec(page)?.[1] ?? '';
    expect(page).toContain('林晓');
    const chosen = await fetch(`${w.base}${link.replaceAll('&amp;', '&')}`, { redirect: 'manual' });
    const back = new URL(chosen.headers.get('location') ?? '');
    expect(back.origin + back.pathname).toBe(BACK);
    expect(back.searchParams.get('state')).toBe('a state & more');
    const { status, body } = await exchange(w, { code: codeOf(back), code_verifier: VERIFIER });
    expect(status).toBe(200);
    expect(body).toMatchObject({ code: 0, token_type: 'Bearer', expires_in: 7200 });
    expect((await userInfo(w, body.access_token)).body).toMatchObject({
      code: 0,
      data: { open_id: LIN, name: '林晓', tenant_key: '1a2b3c4d5e6f7788' },
    });
  });

  it('declined: access_denied, state echoed, no code', async () => {
    const w = await world();
    const back = await choose(w, '');
    expect(Object.fromEntries(back.searchParams)).toEqual({
      error: 'access_denied',
      state: 'a state & more',
    });
  });

  it.each([
    ['foreign app', { client_id: 'cli_other' }],
    ['unregistered address', { redirect_uri: 'http://evil.example/' }],
    ['not a web address', { redirect_uri: 'javascript:alert(1)' }],
    ['no response type', { response_type: '' }],
  ])('an error page instead of a redirect: %s', async (_, change) => {
    const w = await world({ redirectUris: [BACK] });
    for (const path of ['', '/choose']) {
      const response = await fetch(authorizeUrl(w, change, path), { redirect: 'manual' });
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('无法登录');
    }
  });

  it('a code works once and for five minutes', async () => {
    const w = await world();
    const code = codeOf(await choose(w, LIN));
    expect(code).toHaveLength(64);
    expect((await exchange(w, { code })).body.code).toBe(0);
    expect(await exchange(w, { code })).toMatchObject({ status: 400, body: { code: 20065 } });
    const late = codeOf(await choose(w, LIN));
    w.clock.advance(5.1);
    expect((await exchange(w, { code: late })).body.code).toBe(20004);
  });

  it.each<[string, Record<string, unknown>, number]>([
    ['unknown code', { code: 'x' }, 20003],
    ['no code', { code: undefined }, 20001],
    ['wrong secret', { client_secret: 'x' }, 20002],
    ['foreign app', { client_id: 'cli_other' }, 20048],
    ['other redirect address', { redirect_uri: `${BACK}/` }, 20071],
    ['no verifier', { code_verifier: undefined }, 20049],
    ['wrong verifier', { code_verifier: 'x' }, 20049],
    ['refresh without permission', { grant_type: 'refresh_token' }, 20074],
    ['other grant', { grant_type: 'password' }, 20036],
  ])('refused: %s', async (_, change, code) => {
    const w = await world();
    const good = { code: codeOf(await choose(w, LIN, PKCE)), code_verifier: VERIFIER };
    const { status, body } = await exchange(w, { ...good, ...change });
    expect({ status, code: body.code }).toEqual({ status: 400, code });
    expect(body).not.toHaveProperty('access_token');
  });

  it.each([
    ['out-of-scope', 20010],
    ['frozen', 20066],
  ] as const)('a person %s gets no token', async (state, code) => {
    const w = await world();
    const good = codeOf(await choose(w, LIN));
    await w.platform.users.setState(LIN, state);
    expect((await exchange(w, { code: good })).body.code).toBe(code);
  });

  it('user_info fails with HTTP 200: bad token, resigned, frozen, expired', async () => {
    const w = await world();
    const { access_token: token } = (await exchange(w, { code: codeOf(await choose(w, LIN)) })).body;
    expect(await userInfo(w, 'u-unknown')).toMatchObject({ status: 200, body: { code: 20005 } });
    await w.platform.users.setState(LIN, 'resigned');
    expect(await userInfo(w, token)).toMatchObject({ status: 200, body: { code: 20021 } });
    await w.platform.users.setState(LIN, 'frozen');
    expect((await userInfo(w, token)).body.code).toBe(20022);
    w.clock.advance(121);
    expect((await userInfo(w, token)).body.code).toBe(20005);
  });

  it('somebody of another organisation is told apart by the tenant key', async () => {
    const w = await world();
    const guest = 'ou_ffffffffffffffffffffffffffffffff';
    w.platform.addPerson({ openId: guest, name: '外来者', title: '', state: 'active', tenantKey: 'other' });
    const { access_token: token } = (await exchange(w, { code: codeOf(await choose(w, guest)) })).body;
    expect((await userInfo(w, token)).body.data).toMatchObject({ tenant_key: 'other' });
  });
});
