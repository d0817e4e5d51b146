import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { createWebLogin } from '../../src/feishu/login.ts';
import { PlatformError } from '../../src/kernel/errors.ts';
import { APP, LIN, world } from '../simulator/world.ts';

const BACK = 'http://127.0.0.1:3000/console/login/back';
const VERIFIER = 'a-verifier-of-forty-three-characters-or-more';
const challenge = createHash('sha256').update(VERIFIER).digest('base64url');

const credentials = (baseUrl: string) => ({ appId: APP.id, appSecret: APP.secret, baseUrl });

it.each([
  ['https://open.feishu.cn', 'https://accounts.feishu.cn'],
  ['https://open.feishu.cn/', 'https://accounts.feishu.cn'],
  ['https://open.larksuite.com', 'https://accounts.larksuite.com'],
  ['https://feishu.county.example', 'https://feishu.county.example'],
])('people of %s sign in at %s', (baseUrl, origin) => {
  const url = new URL(
    createWebLogin(credentials(baseUrl)).authorizeUrl({ state: 'a&b', challenge, redirectUri: BACK }),
  );
  expect(url.origin + url.pathname).toBe(`${origin}/open-apis/authen/v1/authorize`);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: APP.id,
    response_type: 'code',
    redirect_uri: BACK,
    state: 'a&b',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
});

async function chosen(openId: string) {
  const w = await world();
  const login = createWebLogin(credentials(w.base));
  const page = new URL(login.authorizeUrl({ state: 's', challenge, redirectUri: BACK }));
  page.pathname += '/choose';
  page.searchParams.set('open_id', openId);
  const response = await fetch(page, { redirect: 'manual' });
  const code = new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '';
  return { w, login, code };
}

it('a code is good once, for who was chosen', async () => {
  const { login, code } = await chosen(LIN);
  const grant = { code, verifier: VERIFIER, redirectUri: BACK };
  expect(await login.personOf(grant)).toBe(LIN);
  await expect(login.personOf(grant)).rejects.toMatchObject({ code: 20065, retryable: false });
});

it.each([
  ['another verifier', { verifier: 'x'.repeat(43) }, 20049],
  ['another address', { redirectUri: 'https://evil.test/' }, 20071],
  ['an unknown code', { code: 'x'.repeat(64) }, 20003],
])('%s is refused', async (_, change, code) => {
  const started = await chosen(LIN);
  const grant = { code: started.code, verifier: VERIFIER, redirectUri: BACK, ...change };
  const failure = started.login.personOf(grant);
  await expect(failure).rejects.toBeInstanceOf(PlatformError);
  await expect(failure).rejects.toMatchObject({ code });
});

it('an answer without a person is a failure, not nobody', async () => {
  const login = createWebLogin({
    ...credentials('https://open.feishu.cn'),
    fetch: () => Promise.resolve(Response.json({ code: 0, access_token: 'u-x', data: {} })),
  });
  await expect(login.personOf({ code: 'c', verifier: VERIFIER, redirectUri: BACK })).rejects.toBeInstanceOf(
    PlatformError,
  );
});
