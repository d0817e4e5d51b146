import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Core } from '../core.ts';
import type { AuthorizeRequest, Logins } from './logins.ts';

const AUTHORIZE = '/open-apis/authen/v1/authorize';

/** The page on which a person picks who they are; the real one knows from its own session. */
export function loginPages(core: Core, logins: Logins): Hono {
  const app = new Hono();
  app.get(AUTHORIZE, (c) => {
    const problem = problemOf(core, c);
    if (problem) return c.html(errorPage(problem), 400);
    return c.html(choicePage(core, new URL(c.req.url).search.slice(1)));
  });
  app.get(`${AUTHORIZE}/choose`, (c) => {
    const problem = problemOf(core, c);
    if (problem) return c.html(errorPage(problem), 400);
    const request = requestOf(c);
    const back = new URL(request.redirectUri);
    const openId = c.req.query('open_id') ?? '';
    if (core.directory.get(openId)) back.searchParams.set('code', logins.issueCode(openId, request));
    else back.searchParams.set('error', 'access_denied');
    if (request.state !== undefined) back.searchParams.set('state', request.state);
    return c.redirect(back.href);
  });
  return app;
}

function requestOf(c: Context): AuthorizeRequest {
  const challenge = c.req.query('code_challenge');
  return {
    redirectUri: c.req.query('redirect_uri') ?? '',
    state: c.req.query('state'),
    ...(challenge !== undefined && {
      challenge: {
        value: challenge,
        method: c.req.query('code_challenge_method') === 'S256' ? 'S256' : 'plain',
      },
    }),
  };
}

function problemOf(core: Core, c: Context): number | undefined {
  if (c.req.query('client_id') !== core.settings.appId) return 20048;
  if (c.req.query('response_type') !== 'code') return 20001;
  const uri = c.req.query('redirect_uri') ?? '';
  const allowed = core.settings.redirectUris;
  if (!/^https?:\/\//.test(uri) || (allowed && !allowed.includes(uri))) return 20029;
  return undefined;
}

function choicePage(core: Core, query: string) {
  const people = core.directory.all().filter(({ state }) => state !== 'frozen' && state !== 'resigned');
  return frame(html`
    <h1>以谁的身份登录“${core.settings.botName}”？</h1>
    <p>这是本机模拟的飞书登录页，不会连接真实账号。</p>
    <ul>
      ${people.map(
        (person) =>
          html`<li><a href="${AUTHORIZE}/choose?${query}&open_id=${person.openId}">${person.name}</a> <small>${person.title}</small></li>`,
      )}
    </ul>
    <p><a href="${AUTHORIZE}/choose?${query}&open_id=">取消登录</a></p>`);
}

function errorPage(code: number) {
  return frame(html`<h1>无法登录</h1><p>登录请求有误，请联系应用管理员。错误码：${code}</p>`);
}

function frame(content: unknown) {
  return html`<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>飞书登录（模拟）</title>
    <style>
      body { font: 16px/1.6 sans-serif; max-width: 36em; margin: 2em auto; padding: 0 1em; color: #1f2329 }
      li { margin: .4em 0 } a { color: #1456f0 } small { color: #646a73 }
    </style>
  </head>
  <body>${content}</body>
</html>`;
}
