import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { perform } from '../delivery/perform.ts';
import type { Actor } from '../kernel/actor.ts';
import { PlatformError } from '../kernel/errors.ts';
import { findActor } from '../people/repo.ts';
import { contextOf } from '../store/runtime.ts';
import { document } from './components/layout.tsx';
import { LOGIN_PATH, Message } from './components/message.tsx';
import type { ConsoleDeps } from './deps.ts';
import { LOGIN_NOTICES, LoginPage } from './login-page.tsx';
import { fingerprint, keyed } from './secrets.ts';
import { setPending, setSession, takePending } from './session.ts';
import { openSession } from './verbs/open-session.ts';
import { startLogin } from './verbs/start-login.ts';
import { takeLogin } from './verbs/take-login.ts';
import { loginWords, refusedWords } from './words.ts';

/** To be registered with the platform as redirect URL, after the public address. */
const BACK_PATH = `${LOGIN_PATH}/back`;

const NOBODY: Actor = { kind: 'system', job: 'console.login' };

/** The addresses that need no session: the page, the way to the platform, the way back. */
export function loginRoutes(deps: ConsoleDeps): Hono {
  const app = new Hono();
  const { runtime, login, secret } = deps;
  const { store, host, log } = runtime;
  const redirectUri = `${host.publicUrl.replace(/\/+$/, '')}${BACK_PATH}`;
  const context = (actor: Actor) => () => contextOf(runtime, actor);

  app.get(LOGIN_PATH, (c) => {
    const reason = c.req.query('reason') ?? '';
    const notice = Object.hasOwn(LOGIN_NOTICES, reason)
      ? LOGIN_NOTICES[reason as keyof typeof LOGIN_NOTICES]
      : undefined;
    const start = `${LOGIN_PATH}/start?to=${encodeURIComponent(ownPath(c.req.query('to')))}`;
    // Inside Feishu the platform knows who it is and asks nothing: one page less. Not after signing out.
    if (!notice && /\b(?:Lark|Feishu)\b/i.test(c.req.header('user-agent') ?? '')) return c.redirect(start);
    const body = <LoginPage notice={notice} start={start} />;
    return c.html(document({ title: loginWords.title, host, body }));
  });

  app.get(`${LOGIN_PATH}/start`, async (c) => {
    const [state, verifier] = [deps.token(), deps.token()];
    const client = await keyed(secret, 'client', deps.clientAddress(c));
    const stateId = await fingerprint(state);
    const started = await perform(store, context(NOBODY), (ctx) =>
      startLogin(ctx, { state: stateId, client }),
    );
    if (!started.ok) {
      c.header('Retry-After', String(started.retryAfter));
      return refuse(c, 'too_many', 429);
    }
    await setPending(c, deps, { state, verifier, to: ownPath(c.req.query('to')) });
    return c.redirect(login.authorizeUrl({ state, challenge: await fingerprint(verifier), redirectUri }));
  });

  app.get(BACK_PATH, async (c) => {
    const pending = await takePending(c, deps);
    const state = c.req.query('state') ?? '';
    if (!pending || pending.state !== state) return refuse(c, 'stale', 400);
    const stateId = await fingerprint(state);
    if (!(await perform(store, context(NOBODY), (ctx) => takeLogin(ctx, { state: stateId }))))
      return refuse(c, 'stale', 400);
    const code = c.req.query('code');
    if (!code) return refuse(c, 'denied', 403);
    const openId = await personOf({ code, verifier: pending.verifier, redirectUri });
    if (!openId) return refuse(c, 'platform', 502);
    const actor = await findActor(store.db, openId, host.bootstrapAdmins);
    if (!actor) return refuse(c, 'unknown', 403);
    const token = deps.token();
    const session = await fingerprint(token);
    const admission = await perform(store, context(actor), (ctx) => openSession(ctx, { session }));
    if (admission !== 'ok') return refuse(c, admission, 403);
    await setSession(c, deps, token);
    return c.redirect(pending.to);
  });

  async function personOf(grant: Parameters<typeof login.personOf>[0]): Promise<string | undefined> {
    try {
      return await login.personOf(grant);
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      log.warn('console_login_failed', { kind: error.kind, code: error.code, logId: error.logId });
      return undefined;
    }
  }

  function refuse(c: Context, reason: keyof typeof refusedWords, status: ContentfulStatusCode) {
    log.info('console_login_refused', { reason });
    const { title, text } = refusedWords[reason];
    return c.html(document({ title, host, body: <Message title={title} text={text} way="login" /> }), status);
  }

  return app;
}

/** Where to go after the login: a page of the console, whatever the address says. */
export function ownPath(to: string | undefined): string {
  return to !== undefined && /^\/console(?:[/?][\w\-./?=&%+~]*)?$/.test(to) && !to.startsWith(LOGIN_PATH)
    ? to
    : '/console';
}
