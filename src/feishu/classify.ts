import { PlatformError, type PlatformErrorKind } from '../kernel/errors.ts';
import { MEANINGS, type Meaning } from './codes.ts';
import { at, isJson, listAt, textAt } from './payload.ts';
import { hints } from './words.ts';

/** One answer of the platform's HTTP API; `body` is undefined when it was no JSON. */
export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** An earlier attempt is still being worked on: its outcome is as open as before. */
const IN_WORK = new Set([18121, 230049]);

/** Undefined for a success. The platform reports one and the same failure as HTTP 200 with a code or as HTTP 4xx. */
export function failureOf(answer: Answer): PlatformError | undefined {
  const { status, headers, body } = answer;
  const code = at(body, 'code');
  if (typeof code !== 'number') return unreadable(answer);
  if (code === 0 && status < 400) return undefined;
  const [kind, retry, hint] = MEANINGS[code] ?? byStatus(status);
  return new PlatformError({
    kind,
    code,
    retryable: retry !== 'never',
    waitMs: waitOf(headers),
    hint: hint + details(code, body),
    logId: textAt(body, 'error', 'log_id') || headers.get('x-tt-logid') || undefined,
    maybeDone: kind === 'network' || IN_WORK.has(code),
  });
}

export function isTokenRefusal(error: unknown): boolean {
  return error instanceof PlatformError && MEANINGS[error.code]?.[1] === 'token';
}

/** No answer came; `connected` says whether the request can have reached the platform. */
export function networkFailure(hint: string, connected: boolean): PlatformError {
  return new PlatformError({ kind: 'network', code: 0, retryable: true, hint, maybeDone: connected });
}

/** Some gateway answered, or the address is not the platform's. */
function unreadable({ status, headers }: Answer): PlatformError {
  const limited = status === 429;
  return new PlatformError({
    kind: limited ? 'rate_limited' : 'network',
    code: 0,
    retryable: true,
    waitMs: waitOf(headers),
    hint: limited ? hints.rateLimit : hints.notJson,
    logId: headers.get('x-tt-logid') ?? undefined,
    maybeDone: status < 400 || status >= 500,
  });
}

function byStatus(status: number): Meaning {
  if (status === 429) return ['rate_limited', 'again', hints.rateLimit];
  if (status >= 500) return ['network', 'again', hints.internal];
  const kind: PlatformErrorKind = status === 401 ? 'auth' : status === 403 ? 'scope' : 'unknown';
  return [kind, 'never', hints.unregistered];
}

/** Seconds to wait until the limit is lifted. */
function waitOf(headers: Headers): number {
  const seconds = Number(headers.get('x-ogw-ratelimit-reset') ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds * 1000) : 0;
}

/** Of the platform's own text only what helps and cannot name a person: the card's sub-code, the missing scopes. */
function details(code: number, body: unknown): string {
  const message = textAt(body, 'msg');
  const subCode = code === 230099 ? /ErrCode:\s*(\d+)/.exec(message)?.[1] : undefined;
  if (subCode) return hints.subCode(Number(subCode));
  if (MEANINGS[code]?.[0] !== 'scope') return '';
  const violations = listAt(body, 'error', 'permission_violations').filter(isJson);
  const names = violations.map((violation) => textAt(violation, 'subject')).filter(Boolean);
  const scopes = [...new Set([...names, ...(message.match(/\b[a-z_]+(?::[a-z_.]+)+/g) ?? [])])];
  return scopes.length > 0 ? hints.scopes(scopes.slice(0, 5)) : '';
}
