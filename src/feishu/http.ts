import type { HttpInstance, HttpRequestOptions } from '@larksuiteoapi/node-sdk';
import { type Answer, failureOf, networkFailure } from './classify.ts';
import { parseJson, textAt } from './payload.ts';
import { hints } from './words.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export type Exchange = (request: HttpRequestOptions<unknown>) => Promise<Answer>;

export const TIMEOUT_MS = 10_000;

/**
 * One request, one answer, within the time limit (headers and body together).
 * @throws PlatformError of kind `network` for timeouts, resets and whatever else keeps an answer away.
 */
export function createExchange(
  fetch: Fetch = (url, init) => globalThis.fetch(url, init),
  timeoutMs = TIMEOUT_MS,
): Exchange {
  return async ({ url = '', method = 'GET', headers, params, data }) => {
    const verb = method.toUpperCase();
    // The SDK's generated GET methods carry an empty body, which fetch refuses.
    const body = data === undefined || verb === 'GET' || verb === 'HEAD' ? undefined : JSON.stringify(data);
    try {
      const response = await fetch(withQuery(url, params), {
        method: verb,
        headers: {
          ...headers,
          ...(body !== undefined && { 'Content-Type': 'application/json; charset=utf-8' }),
        },
        ...(body !== undefined && { body }),
        // A redirect would turn a POST into a GET and carry the token elsewhere.
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return { status: response.status, headers: response.headers, body: parseJson(await response.text()) };
    } catch (error) {
      const late = error instanceof Error && error.name === 'TimeoutError';
      throw networkFailure(late ? hints.timeout : hints.network, !NEVER_CONNECTED.has(causeOf(error)));
    }
  };
}

/** What the SDK calls instead of its own HTTP client: every failure is a PlatformError without request or token in it. */
export function sdkHttp(exchange: Exchange): HttpInstance {
  async function request(options: HttpRequestOptions<unknown>): Promise<never> {
    const answer = await exchange(options);
    const failure = failureOf(answer);
    if (failure) throw failure;
    const result = options.$return_headers ? { data: answer.body, headers: answer.headers } : answer.body;
    return result as never;
  }
  const bare = (method: string) => (url: string, options?: HttpRequestOptions<unknown>) =>
    request({ ...options, url, method });
  const loaded = (method: string) => (url: string, data?: unknown, options?: HttpRequestOptions<unknown>) =>
    request({ ...options, url, method, data });
  return {
    request,
    get: bare('GET'),
    delete: bare('DELETE'),
    head: bare('HEAD'),
    options: bare('OPTIONS'),
    post: loaded('POST'),
    put: loaded('PUT'),
    patch: loaded('PATCH'),
  };
}

/** Node's codes for a connection that did not come about; other runtimes give none, so there it stays open. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return textAt(cause, 'code');
}

/** Lists repeat their key, as the platform expects. */
function withQuery(url: string, params: Record<string, unknown> = {}): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null) query.append(key, String(each));
    }
  }
  const text = query.toString();
  return text ? `${url}${url.includes('?') ? '&' : '?'}${text}` : url;
}
