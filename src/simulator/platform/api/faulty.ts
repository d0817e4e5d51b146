import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';
import type { Core } from '../core.ts';
import type { ApiFault } from '../types.ts';
import { type ApiAnswer, Refusal, rateLimited, refused } from './call.ts';

const HTML_502 = '<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>';

/** The call has its effect, only the answer gets lost. */
export function isAfterStore(fault: ApiFault): boolean {
  return fault.kind.endsWith('-after-store');
}

/** What the bot gets instead of the true answer; undefined when it gets no whole answer at all. */
export function brokenAnswer(core: Core, fault: ApiFault, logId: string): ApiAnswer | undefined {
  switch (fault.kind) {
    case 'rate-limit':
      return refused(rateLimited(core, fault.waitSeconds ?? 1, fault.status), logId);
    case 'code':
    case 'code-after-store':
      return refused(new Refusal(fault.code ?? 230049, 'injected fault', fault.status ?? 400), logId);
    case 'status-502':
    case '502-after-store':
      return { status: fault.status ?? 502, body: '' };
    case 'html-502':
      return { status: 502, body: HTML_502, headers: { 'content-type': 'text/html' } };
    case 'empty':
      return { status: 200, body: '' };
    default:
      return undefined;
  }
}

/** Resets the connection, leaves it hanging, or lets bytes trickle, until the caller has had enough. */
export async function breakOff(c: Context, kind: ApiFault['kind'] | undefined): Promise<Response> {
  const { incoming } = c.env as { incoming?: IncomingMessage };
  if (!incoming) throw new Error('connection faults need a real server');
  const { socket } = incoming;
  if (kind === 'trickle') return trickle(socket);
  if (kind === 'reset' || kind === 'reset-after-store') socket.resetAndDestroy();
  else await new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return new Response(null, { status: 499 });
}

function trickle(socket: IncomingMessage['socket']): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const timer = setInterval(() => controller.enqueue(new Uint8Array([0x20])), 200);
      socket.once('close', () => clearInterval(timer));
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/json' } });
}
