import { Hono } from 'hono';
import { MAX_BODY_BYTES, receive } from '../feishu/receive.ts';
import type { WebDeps } from './deps.ts';
import { acceptEvent } from './inbound.ts';

/** `POST /feishu/events`: raw bytes in, verified before anything is parsed further; the claim is durable before the 200. */
export function eventRoute(deps: WebDeps): Hono {
  const app = new Hono();
  const { keys } = deps;
  if (!keys) return app;
  app.post('/feishu/events', async (c) => {
    const started = deps.conversation.runtime.clock.now();
    if (Number(c.req.header('content-length') ?? 0) > MAX_BODY_BYTES)
      return c.json({ error: 'too large' }, 413);
    const body = new Uint8Array(await c.req.arrayBuffer());
    const received = receive({ body, headers: c.req.header() }, keys, started);
    if (received.kind === 'refused') {
      deps.metrics.refused(received.reason);
      deps.conversation.runtime.log.warn('event_refused', {
        reason: received.reason,
        status: received.status,
      });
      return c.json({ error: 'refused' }, received.status);
    }
    if (received.kind === 'challenge') return c.json({ challenge: received.challenge });
    return c.json(await acceptEvent(deps, received.payload));
  });
  return app;
}
