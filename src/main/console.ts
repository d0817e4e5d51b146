import type { Context } from 'hono';
import type { ConsoleDeps } from '../console/deps.ts';
import { createWebLogin, type LoginOptions } from '../feishu/login.ts';
import { systemToken } from './system.ts';

export type ConsoleParts = Omit<ConsoleDeps, 'runtime'>;

/** Undefined without a secret: the console is off, and its addresses answer 404. */
export function consoleOf(
  settings: LoginOptions & { sessionSecret: string },
  clientAddress: (c: Context) => string,
): ConsoleParts | undefined {
  if (settings.sessionSecret === '') return undefined;
  const { sessionSecret: secret, ...options } = settings;
  return { login: createWebLogin(options), secret, token: systemToken, clientAddress };
}

/**
 * Of the connection; behind a proxy on this machine, the address that this proxy has seen. What other machines say of
 * themselves in a header is not believed.
 */
export function nodeClientAddress(c: Context): string {
  const { incoming } = c.env as { incoming?: { socket?: { remoteAddress?: string } } };
  const remote = incoming?.socket?.remoteAddress ?? '';
  const proxied = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  return /^(?:127\.|::1$|::ffff:127\.)/.test(remote) ? proxied || remote : remote;
}

/** Set by Cloudflare itself; whatever the client sends under this name is replaced. */
export function workerClientAddress(c: Context): string {
  return c.req.header('cf-connecting-ip') ?? '';
}
