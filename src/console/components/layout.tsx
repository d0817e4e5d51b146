import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Host } from '../../store/context.ts';
import { ACCESS } from '../guard.ts';
import { type NavKey, navigationOf } from '../navigation.ts';
import { SCRIPT_PATH } from '../script.ts';
import type { Session } from '../session.ts';
import { STYLE_PATH } from '../style.ts';
import { frameWords as words } from '../words.ts';
import { FormToken } from './form.tsx';
import { FormContext, type FormState } from './form-context.ts';

/** A whole document: head, frame, content. `session` is absent before the login. */
export function document(props: {
  title: string;
  host: Host;
  session?: Session | undefined;
  nav?: NavKey | undefined;
  form?: FormState;
  /** What has just been done. */
  notice?: string | undefined;
  body: Child;
}) {
  return html`<!doctype html>${inForm(<Layout {...props} />, props.form)}`;
}

/** A piece of a page, for the script. */
export function fragment(body: Child, form: FormState) {
  return html`${inForm(body, form)}`;
}

function inForm(body: Child, form: FormState | undefined) {
  return form ? <FormContext.Provider value={form}>{body}</FormContext.Provider> : body;
}

function Layout({ title, host, session, nav, notice, body }: Parameters<typeof document>[0]) {
  return (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{words.title(title)}</title>
        <link rel="stylesheet" href={`${STYLE_PATH}?v=${encodeURIComponent(host.version)}`} />
        <script defer src={`${SCRIPT_PATH}?v=${encodeURIComponent(host.version)}`} />
        <link rel="icon" href="data:," />
      </head>
      <body data-done={notice ? 'yes' : undefined}>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <header class="top">
          <div class="wide top-line">
            <a class="brand" href={ACCESS.home.path}>
              {words.console}
            </a>
            {session ? <Account session={session} /> : null}
          </div>
          {session ? <Navigation session={session} host={host} nav={nav} /> : null}
        </header>
        <main id="main" class="wide" tabindex={-1}>
          {notice ? (
            <p class="notice" role="status">
              {notice}
            </p>
          ) : null}
          {body}
        </main>
        <Foot host={host} session={session} />
      </body>
    </html>
  );
}

function Navigation({ session, host, nav }: { session: Session; host: Host; nav: NavKey | undefined }) {
  return (
    <nav class="wide" aria-label={words.navigation}>
      <ul class="tabs">
        {navigationOf(session.actor, host).map(({ key, text, path }) => (
          <li>
            <a href={path} aria-current={key === nav ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Account({ session }: { session: Session }) {
  return (
    <div class="account">
      <span class="who">{words.signedInAs(session.actor.name)}</span>
      <form method="post" action={ACCESS.signOut.path}>
        <FormToken />
        <button class="quiet" type="submit">
          {words.signOut}
        </button>
      </form>
    </div>
  );
}

function Foot({ host, session }: { host: Host; session: Session | undefined }) {
  return (
    <footer class="wide foot">
      <p>
        {words.host(host.organisation)}
        {' · '}
        {host.filingNumber ? words.filing(host.filingNumber) : words.trial}
        {' · '}
        {words.version(host.version)}
      </p>
      <p>{words.purpose}</p>
      {session ? (
        <form method="post" action={ACCESS.signOutEverywhere.path}>
          <FormToken />
          <button class="quiet" type="submit">
            {words.signOutEverywhere}
          </button>
        </form>
      ) : null}
    </footer>
  );
}
