import { type Context, Hono } from 'hono';
import type { Core } from '../core.ts';
import { type ApiAnswer, type ApiCall, Refusal, type Route, rateLimited, refused } from './call.ts';
import { breakOff, brokenAnswer, isAfterStore } from './faulty.ts';
import type { TenantTokens } from './tokens.ts';

const SECOND = 1_000;
const MINUTE = 60_000;

/** The platform's HTTP side: faults, token, limits, handler, journal; in this order for every route. */
export function createApi(core: Core, tokens: TenantTokens, routes: Route[]): Hono {
  const app = new Hono();
  for (const route of routes) app.on(route.method, route.path, (c) => serve(core, tokens, route, c));
  app.notFound((c) => c.text('404 page not found', 404));
  return app;
}

async function serve(core: Core, tokens: TenantTokens, route: Route, c: Context): Promise<Response> {
  const started = performance.now();
  const finish = core.activity.begin();
  try {
    const call = await read(c);
    const logId = core.ids.hex(32);
    const fault = core.faults.take(c.req.path);
    const answer = fault && !isAfterStore(fault) ? undefined : attempt(core, tokens, route, call, logId);
    const shown = fault ? brokenAnswer(core, fault, logId) : answer;
    core.journal.add({
      at: core.now(),
      direction: 'from-bot',
      title: `${c.req.method} ${c.req.path}`,
      request: { query: c.req.queries(), body: requestShown(call) },
      response: shown ? redacted(shown.body) : `(${fault?.kind})`,
      status: shown?.status ?? 0,
      millis: Math.round(performance.now() - started),
    });
    if (shown) return respond(shown);
    // Nobody waits for what never comes.
    finish();
    return await breakOff(c, fault?.kind);
  } finally {
    finish();
  }
}

function attempt(core: Core, tokens: TenantTokens, route: Route, call: ApiCall, logId: string): ApiAnswer {
  try {
    if (call.malformed) throw new Refusal(9499, 'Bad Request');
    if (route.access === 'tenant') {
      tokens.check(call);
      checkRate(core, route);
    }
    const answer = route.handle(core, call);
    return { ...answer, headers: { 'X-Tt-Logid': logId, ...answer.headers } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(error, logId);
  }
}

function checkRate(core: Core, route: Route): void {
  const { perSecond, perMinute } = core.faults.limits;
  const wait = core.limits.enter(`${route.method} ${route.path}`, [
    { max: perSecond, ms: SECOND },
    { max: perMinute, ms: MINUTE },
  ]);
  if (wait > 0) throw rateLimited(core, Math.ceil(wait / SECOND));
}

async function read(c: Context): Promise<ApiCall> {
  const raw = new Uint8Array(await c.req.arrayBuffer());
  const json = (c.req.header('content-type') ?? '').includes('json') ? objectIn(raw) : {};
  return {
    params: c.req.param(),
    query: (name) => c.req.query(name),
    queries: (name) => c.req.queries(name) ?? [],
    header: (name) => c.req.header(name),
    body: json ?? {},
    malformed: json === undefined,
    raw,
  };
}

function objectIn(raw: Uint8Array): Record<string, unknown> | undefined {
  if (raw.length === 0) return {};
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(raw));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function respond({ status, body, headers = {} }: ApiAnswer): Response {
  if (typeof body === 'string') return new Response(body, { status, headers });
  if (body instanceof Uint8Array) return new Response(new Uint8Array(body), { status, headers });
  return Response.json(body, { status, headers });
}

function requestShown(call: ApiCall): unknown {
  const binary = call.raw.length > 0 && Object.keys(call.body).length === 0;
  return binary ? `(${call.raw.length} bytes)` : redacted(call.body);
}

/** The journal is shown on the page: no secret in it, and no megabytes. */
function redacted(body: unknown): unknown {
  if (body instanceof Uint8Array) return `(${body.length} bytes)`;
  if (typeof body !== 'object' || body === null) return body;
  const shown = Object.entries(body).map(([key, value]) => [key, /secret|token$/i.test(key) ? '…' : value]);
  return Object.fromEntries(shown);
}
