import { grant, person, unit } from '../../db/schema/index.ts';
import { createConsole } from '../../src/console/index.tsx';
import type { Role, Tier } from '../../src/kernel/actor.ts';
import type { WebLogin } from '../../src/kernel/ports.ts';
import type { Host } from '../../src/store/context.ts';
import { type TestRuntime, testHost, testRuntime } from '../support/ctx.ts';

export interface Post {
  role: Role;
  tier: Tier;
  county: string;
}

/** Posts of the people who sit in front of a console in these tests. */
export const POSTS = {
  admin: { role: 'admin', tier: 'office', county: '' },
  coordinator: { role: 'coordinator', tier: 'office', county: '' },
  county: { role: 'coordinator', tier: 'office', county: '望泉县' },
  other: { role: 'coordinator', tier: 'office', county: '松渡县' },
  editor: { role: 'editor', tier: 'city-department', county: '' },
  approver: { role: 'approver', tier: 'city-department', county: '' },
  countyEditor: { role: 'editor', tier: 'county-department', county: '望泉县' },
  cadre: { role: 'cadre', tier: 'township', county: '望泉县' },
} as const satisfies Record<string, Post>;

/** One browser: it keeps cookies and follows nothing by itself. */
export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** A field with several values is sent as often, as rows of a table are. */
  post(
    path: string,
    form?: Record<string, string | readonly string[]>,
    headers?: Record<string, string>,
  ): Promise<Response>;
  cookies: Map<string, string>;
  /** Through the platform's page and back, as this person. */
  signIn(openId: string, to?: string): Promise<Response>;
}

export interface Desk {
  runtime: TestRuntime;
  browser(address?: string): Browser;
  /** Somebody with this post, signed in. */
  as(post: Post, openId?: string): Promise<Browser>;
  /** On the roster with this post; returns the open_id. */
  enrol(post: Post | undefined, openId?: string, name?: string): Promise<string>;
  login: WebLogin & { asked: { challenge: string; verifier?: string }[] };
}

export const PUBLIC_URL = 'http://desk.test';

export function openDesk(
  host: Partial<Host> = {},
  at = '2026-06-22T09:00',
  parts: Parameters<typeof testRuntime>[1] = {},
): Desk {
  const runtime = testRuntime(at, { ...parts, host: { ...testHost, publicUrl: PUBLIC_URL, ...host } });
  const login = fakeLogin();
  let tokens = 0;
  const app = createConsole({
    runtime,
    login,
    secret: 'a-secret-of-the-tests-with-32-characters',
    token: () => `token-${String(++tokens).padStart(40, '0')}`,
    clientAddress: (c) => c.req.header('x-test-address') ?? '',
  });
  let enrolled = 0;

  async function enrol(
    post: Post | undefined,
    openId = `ou_${++enrolled}`,
    name = '周正言',
  ): Promise<string> {
    const { db } = runtime.store;
    await db.insert(person).values({ openId, name }).onConflictDoNothing();
    if (!post) return openId;
    const code = `U-${post.tier}-${post.county || 'city'}`;
    await db
      .insert(unit)
      .values({ code, name: code, tier: post.tier, county: post.county })
      .onConflictDoNothing();
    await db.insert(grant).values({ openId, unit: code, role: post.role }).onConflictDoNothing();
    return openId;
  }

  function browser(address = '10.0.0.1'): Browser {
    const cookies = new Map<string, string>();
    const send = async (path: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      headers.set('x-test-address', address);
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
      const response = await app.fetch(new Request(`${PUBLIC_URL}${path}`, { ...init, headers }));
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (/Max-Age=0/.test(line)) cookies.delete(name);
        else cookies.set(name, value);
      }
      return response;
    };
    const self: Browser = {
      cookies,
      get: (path, headers = {}) => send(path, { headers }),
      post: (path, form = {}, headers = {}) => send(path, { method: 'POST', body: bodyOf(form), headers }),
      async signIn(openId, to = '/console') {
        const start = await self.get(`/console/login/start?to=${encodeURIComponent(to)}`);
        const way = new URL(start.headers.get('location') ?? '');
        return self.get(`/console/login/back?code=${openId}&state=${way.searchParams.get('state')}`);
      },
    };
    return self;
  }

  return {
    runtime,
    login,
    browser,
    enrol,
    async as(post, openId) {
      const seat = browser();
      await seat.signIn(await enrol(post, openId));
      return seat;
    },
  };
}

function bodyOf(form: Record<string, string | readonly string[]>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(form).flatMap(([name, values]) => [values].flat().map((value) => [name, value])),
  );
}

/** The platform takes the open_id itself for a code. */
function fakeLogin(): Desk['login'] {
  const asked: Desk['login']['asked'] = [];
  return {
    asked,
    authorizeUrl({ state, challenge, redirectUri }) {
      asked.push({ challenge });
      return `https://platform.test/authorize?${new URLSearchParams({ state, challenge, redirectUri })}`;
    },
    personOf({ code, verifier }) {
      Object.assign(asked.at(-1) ?? {}, { verifier });
      return Promise.resolve(code);
    },
  };
}

/** The form token of the page that this browser sees. */
export async function formToken(browser: Browser): Promise<string> {
  return /name="csrf" value="([^"]+)"/.exec(await (await browser.get('/console')).text())?.[1] ?? '';
}
