import { and, eq, gt, lt } from 'drizzle-orm';
import type { Context } from 'hono';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import { consoleSession } from '../../db/schema/index.ts';
import type { Actor } from '../kernel/actor.ts';
import { findActor } from '../people/repo.ts';
import { served } from '../people/service.ts';
import type { ConsoleDeps } from './deps.ts';
import { mayEnter } from './guard.ts';
import { fingerprint, keyed } from './secrets.ts';

/** A page that somebody walked away from. */
export const IDLE_MS = 60 * 60_000;
/** How exactly the last use is known: a page must not cost a write each. */
const SEEN_STEP_MS = 60_000;

const SESSION = 'qingfu_console';
const LOGIN = 'qingfu_login';

export interface Session {
  actor: Actor & { kind: 'person' };
  /** Fingerprint of the token. */
  id: string;
  /** Stands in every form of this session. */
  csrf: string;
}

function isSecure({ runtime }: ConsoleDeps): boolean {
  return runtime.host.publicUrl.startsWith('https://');
}

/** `Lax`, as links in chat cards lead here; what changes something carries the form token besides. */
function attributes(deps: ConsoleDeps, path: string) {
  const secure = isSecure(deps);
  return {
    path,
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    ...(secure && { prefix: 'secure' as const }),
  } as const;
}

/** `prefix` is how the name begins: without https a browser refuses `__Secure-`. */
async function readCookie(c: Context, deps: ConsoleDeps, name: string): Promise<string | undefined> {
  const value = isSecure(deps)
    ? await getSignedCookie(c, deps.secret, name, 'secure')
    : await getSignedCookie(c, deps.secret, name);
  return value || undefined;
}

export async function setSession(c: Context, deps: ConsoleDeps, token: string): Promise<void> {
  await setSignedCookie(c, SESSION, token, deps.secret, attributes(deps, '/console'));
}

export function clearSession(c: Context, deps: ConsoleDeps): void {
  deleteCookie(c, SESSION, attributes(deps, '/console'));
}

/** What the browser keeps while its person is on the platform's page. */
export interface PendingLogin {
  state: string;
  verifier: string;
  /** The page that was asked for. */
  to: string;
}

export async function setPending(c: Context, deps: ConsoleDeps, pending: PendingLogin): Promise<void> {
  const value = [pending.state, pending.verifier, encodeURIComponent(pending.to)].join('|');
  await setSignedCookie(c, LOGIN, value, deps.secret, { ...attributes(deps, '/console/login'), maxAge: 600 });
}

export async function takePending(c: Context, deps: ConsoleDeps): Promise<PendingLogin | undefined> {
  const value = await readCookie(c, deps, LOGIN);
  deleteCookie(c, LOGIN, attributes(deps, '/console/login'));
  const [state, verifier, to] = value?.split('|') ?? [];
  return state && verifier && to ? { state, verifier, to: decodeURIComponent(to) } : undefined;
}

/**
 * Who asks, read anew for every request: a post that was taken away is gone at once. Undefined for a cookie that is
 * missing, not ours, unknown, idle for too long or past its end, and for people who have left or hold no desk.
 */
export async function findSession(c: Context, deps: ConsoleDeps): Promise<Session | undefined> {
  const token = await readCookie(c, deps, SESSION);
  if (!token) return undefined;
  const { store, clock, host } = deps.runtime;
  const now = clock.now();
  const id = await fingerprint(token);
  const alive = and(
    eq(consoleSession.id, id),
    gt(consoleSession.endsAt, now),
    gt(consoleSession.seenAt, now - IDLE_MS),
  );
  const [row] = await store.db.select().from(consoleSession).where(alive);
  if (!row) return undefined;
  const actor = await findActor(store.db, row.openId, host.bootstrapAdmins);
  if (!actor || !mayEnter(actor, host) || !served(host, actor.openId)) return undefined;
  if (row.seenAt <= now - SEEN_STEP_MS)
    await store.atomically([
      store.db
        .update(consoleSession)
        .set({ seenAt: now })
        .where(and(eq(consoleSession.id, id), lt(consoleSession.seenAt, now))),
    ]);
  return { actor, id, csrf: await keyed(deps.secret, 'csrf', token) };
}
