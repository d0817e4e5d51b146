import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { perform } from '../delivery/perform.ts';
import { AppError, type AppErrorCode } from '../kernel/errors.ts';
import { faultOf } from '../kernel/fault.ts';
import { contextOf } from '../store/runtime.ts';
import type { Access } from './access.ts';
import type { Problem } from './components/form-context.ts';
import { document, fragment } from './components/layout.tsx';
import { LOGIN_PATH, Message } from './components/message.tsx';
import type { ConsoleDeps } from './deps.ts';
import { exportName } from './export.ts';
import { ACCESS, type RouteName, requireReach } from './guard.ts';
import { securityHeaders } from './headers.ts';
import { loginRoutes } from './login.tsx';
import { SCRIPT, SCRIPT_PATH } from './script.ts';
import { sameText } from './secrets.ts';
import type { Form, Page, PageAnswer } from './section.ts';
import { forms, pages } from './sections/index.ts';
import { readSent, type Sent } from './sent.ts';
import { clearSession, findSession, type Session } from './session.ts';
import { STYLE, STYLE_PATH } from './style.ts';
import { endAllSessions } from './verbs/end-all-sessions.ts';
import { endSession } from './verbs/end-session.ts';
import { type ExportInput, exportList } from './verbs/export-list.ts';
import { errorWords, loginWords, noticeWords } from './words.ts';

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
  app.get(STYLE_PATH, (c) => asset(c, STYLE, 'text/css'));
  app.get(SCRIPT_PATH, (c) => asset(c, SCRIPT, 'text/javascript'));
  app.route('/', loginRoutes(deps));

  app.use('/console/*', async (c, next) => {
    const session = await findSession(c, deps);
    if (!session) return withoutSession(c);
    c.set('session', session);
    return next();
  });
  for (const { method, path, maxBytes } of Object.values<Access>(ACCESS)) {
    if (method !== 'POST') continue;
    const maxSize = maxBytes ?? MAX_FORM_BYTES;
    const onTooBig = (c: Context) => message(c as Desk, errorWords.tooBig, 413);
    app.post(path, bodyLimit({ maxSize, onError: onTooBig }), async (c, next) =>
      (await hasFormToken(c)) ? next() : message(c, errorWords.form, 403),
    );
  }

  for (const [name, page] of Object.entries(pages) as [RouteName, Page][])
    app.get(ACCESS[name].path, async (c) => answer(c, await shown(c, name, page)));

  for (const [name, form] of Object.entries(forms) as [RouteName, Form][])
    app.post(ACCESS[name].path, async (c) => {
      const sent = await readSent(await c.req.formData());
      try {
        const done = await form.submit({
          ...called(c, name),
          sent,
          perform: (verb) => perform(store, () => contextOf(runtime, c.var.session.actor), verb),
        });
        if ('kind' in done) return answer(c, done, { sent });
        return c.redirect(done.notice ? withNotice(done.to, done.notice) : done.to, 303);
      } catch (error) {
        if (!(error instanceof AppError) || error.code === 'forbidden' || error.code === 'not_found')
          throw error;
        return answer(c, await shown(c, name, form.page), { sent, error });
      }
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

  function called(c: Desk, name: RouteName) {
    const ctx = contextOf(runtime, c.var.session.actor);
    const query = new URL(c.req.url).searchParams;
    return { ctx, reach: requireReach(ctx, name), params: c.req.param(), query };
  }

  function shown(c: Desk, name: RouteName, page: Page): Promise<PageAnswer> {
    const call = called(c, name);
    const exported = async (input: ExportInput): Promise<PageAnswer> => {
      const file = await perform(
        store,
        () => call.ctx,
        (on) => exportList(on, input),
      );
      return { kind: 'workbook', name: exportName(call.ctx, input.sheet.name), file };
    };
    return page({ ...call, exported });
  }

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

  function answer(c: Desk, page: PageAnswer, { sent, error }: { sent?: Sent; error?: AppError } = {}) {
    const { session } = c.var;
    const form = {
      csrf: session.csrf,
      sent: error && sent,
      problems: error ? problemsOf(error) : [],
      action: c.req.path,
    };
    const status = error ? STATUS[error.code] : 200;
    switch (page.kind) {
      case 'workbook':
        return c.body(new Uint8Array(page.file), 200, {
          'content-type': XLSX,
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(page.name)}`,
        });
      case 'fragment':
        return c.html(fragment(page.body, form), status);
      case 'page':
        return c.html(document({ ...page, host, session, form, notice: noticeIn(c) }), status);
    }
  }

  function message(
    c: Desk,
    { title, text }: { title: string; text: string },
    status: ContentfulStatusCode,
    way: 'home' | 'login' = 'home',
  ) {
    const body = <Message title={title} text={text} way={way} />;
    const { session } = c.var;
    const form = { csrf: session?.csrf ?? '', sent: undefined, problems: [], action: '' };
    return c.html(document({ title, host, session, form, body }), status);
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

function asset(c: Context, text: string, type: string) {
  return c.body(text, 200, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'public, max-age=3600',
  });
}

const NOTICE = 'done';

function withNotice(to: string, notice: keyof typeof noticeWords): string {
  return `${to}${to.includes('?') ? '&' : '?'}${NOTICE}=${notice}`;
}

/** Only sentences of ours: an address that somebody passes on cannot make the desk say anything else. */
function noticeIn(c: Context): string | undefined {
  const key = c.req.query(NOTICE) ?? '';
  return Object.hasOwn(noticeWords, key) ? noticeWords[key as keyof typeof noticeWords] : undefined;
}

/** Those that a verb names field by field, else its one sentence. */
function problemsOf({ text, data }: AppError): Problem[] {
  const { problems } = data;
  return Array.isArray(problems) && problems.length > 0 ? (problems as Problem[]) : [{ field: '', text }];
}
