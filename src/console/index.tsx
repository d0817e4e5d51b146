import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { perform } from '../delivery/perform.ts';
import { AppError, type AppErrorCode } from '../kernel/errors.ts';
import { faultOf } from '../kernel/fault.ts';
import { contextOf } from '../store/runtime.ts';
import { document } from './components/layout.tsx';
import { LOGIN_PATH, Message } from './components/message.tsx';
import type { ConsoleDeps } from './deps.ts';
import { exportName } from './export.ts';
import { ACCESS, type RouteName, requireReach } from './guard.ts';
import { securityHeaders } from './headers.ts';
import { loginRoutes } from './login.tsx';
import type { PageAnswer } from './page.ts';
import { pages } from './pages/index.ts';
import { sameText } from './secrets.ts';
import { clearSession, findSession, type Session } from './session.ts';
import { STYLE, STYLE_PATH } from './style.ts';
import { endAllSessions } from './verbs/end-all-sessions.ts';
import { endSession } from './verbs/end-session.ts';
import { type ExportInput, exportList } from './verbs/export-list.ts';
import { errorWords, loginWords } from './words.ts';

interface Variables {
  session: Session;
}

type Desk = Context<{ Variables: Variables }>;

const STATUS: Record<AppErrorCode, ContentfulStatusCode> = {
  not_found: 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  closed: 409,
  stale: 409,
  unavailable: 503,
};

const MAX_FORM_BYTES = 256 * 1024;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The web console, the same on both runtimes. Everything but login and style sheet stands behind the session. */
export function createConsole(deps: ConsoleDeps): Hono<{ Variables: Variables }> {
  const app = new Hono<{ Variables: Variables }>();
  const { runtime } = deps;
  const { store, host } = runtime;

  app.use('/console/*', securityHeaders(deps));
  app.onError(onError);
  app.get(STYLE_PATH, (c) =>
    c.body(STYLE, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    }),
  );
  app.route('/', loginRoutes(deps));

  app.use('/console/*', async (c, next) => {
    const session = await findSession(c, deps);
    if (!session) return withoutSession(c);
    c.set('session', session);
    return next();
  });
  app.on(
    ['POST', 'PUT', 'PATCH', 'DELETE'],
    '/console/*',
    bodyLimit({ maxSize: MAX_FORM_BYTES, onError: (c) => message(c as Desk, errorWords.tooBig, 413) }),
    async (c, next) => ((await hasFormToken(c)) ? next() : message(c, errorWords.form, 403)),
  );

  for (const [name, page] of Object.entries(pages))
    app.get(ACCESS[name as keyof typeof pages].path, async (c) => {
      const ctx = contextOf(runtime, c.var.session.actor);
      const reach = requireReach(ctx, name as RouteName);
      const query = new URL(c.req.url).searchParams;
      const exported = async (input: ExportInput): Promise<PageAnswer> => {
        const file = await perform(
          store,
          () => ctx,
          (on) => exportList(on, input),
        );
        return { kind: 'workbook', name: exportName(ctx, input.sheet.name), file };
      };
      return answer(c, await page({ ctx, reach, params: c.req.param(), query, exported }));
    });
  app.post(ACCESS.signOut.path, async (c) => {
    const { actor, id } = c.var.session;
    await perform(
      store,
      () => contextOf(runtime, actor),
      (ctx) => endSession(ctx, { session: id }),
    );
    clearSession(c, deps);
    return c.redirect(`${LOGIN_PATH}?reason=out`, 303);
  });
  app.post(ACCESS.signOutEverywhere.path, async (c) => {
    await perform(store, () => contextOf(runtime, c.var.session.actor), endAllSessions);
    clearSession(c, deps);
    return c.redirect(`${LOGIN_PATH}?reason=everywhere`, 303);
  });
  app.all('/console/*', (c) =>
    message(c, { title: errorWords.not_found, text: errorWords.missingPage }, 404),
  );
  return app;

  function withoutSession(c: Desk) {
    const { pathname, search } = new URL(c.req.url);
    const known = c.req.header('cookie')?.includes('qingfu_console') ?? false;
    clearSession(c, deps);
    if (c.req.method !== 'GET')
      return message(c, { title: loginWords.title, text: loginWords.ended }, 401, 'login');
    const query = new URLSearchParams({ to: pathname + search, ...(known && { reason: 'ended' }) });
    return c.redirect(`${LOGIN_PATH}?${query}`);
  }

  async function hasFormToken(c: Desk): Promise<boolean> {
    const site = c.req.header('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin') return false;
    const { csrf } = await c.req.parseBody();
    return typeof csrf === 'string' && sameText(csrf, c.var.session.csrf);
  }

  function answer(c: Desk, { ...page }: PageAnswer) {
    if (page.kind === 'workbook')
      return c.body(new Uint8Array(page.file), 200, {
        'content-type': XLSX,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(page.name)}`,
      });
    return c.html(document({ ...page, host, session: c.var.session }));
  }

  function message(
    c: Desk,
    { title, text }: { title: string; text: string },
    status: ContentfulStatusCode,
    way: 'home' | 'login' = 'home',
  ) {
    const body = <Message title={title} text={text} way={way} />;
    return c.html(document({ title, host, session: c.var.session, body }), status);
  }

  function onError(error: Error, c: Desk) {
    if (error instanceof AppError) {
      const title = error.code === 'forbidden' || error.code === 'not_found' ? error.code : 'conflict';
      return message(c, { title: errorWords[title], text: error.text }, STATUS[error.code]);
    }
    const reference = runtime.ids.next();
    // The route's pattern: the address itself holds what was searched for.
    runtime.log.error('console_failed', { reference, method: c.req.method, ...faultOf(error) });
    return message(c, { title: errorWords.fault, text: errorWords.faultText(reference) }, 500);
  }
}
