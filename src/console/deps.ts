import type { Context } from 'hono';
import type { WebLogin } from '../kernel/ports.ts';
import type { Runtime } from '../store/runtime.ts';

export interface ConsoleDeps {
  runtime: Runtime;
  login: WebLogin;
  /** Signs cookies and form tokens; at least 32 characters. */
  secret: string;
  /** A new unguessable, URL-safe text of at least 43 characters (256 bits); PKCE asks for as many. */
  token(): string;
  /** Network address of whoever asks; empty when nobody knows it. */
  clientAddress(c: Context): string;
}
