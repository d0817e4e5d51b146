import type { MiddlewareHandler } from 'hono';
import type { ConsoleDeps } from './deps.ts';

/** No inline script or style, nothing from elsewhere, no frames. Script files of our own may come. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HALF_A_YEAR_S = 15_552_000;

export function securityHeaders({ runtime }: ConsoleDeps): MiddlewareHandler {
  const secure = runtime.host.publicUrl.startsWith('https://');
  return async (c, next) => {
    await next();
    c.header('Content-Security-Policy', POLICY);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('X-Frame-Options', 'DENY');
    // `no-referrer` would make browsers hide the origin of our own forms from us.
    c.header('Referrer-Policy', 'same-origin');
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
    c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=()');
    if (secure) c.header('Strict-Transport-Security', `max-age=${HALF_A_YEAR_S}`);
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  };
}
