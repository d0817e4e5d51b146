import { Hono } from 'hono';
import { faultOf } from '../kernel/fault.ts';
import type { WebDeps } from './deps.ts';
import { eventRoute } from './events.ts';
import { healthRoutes } from './health.ts';

/** Everything reachable from outside on both runtimes; the simulator and the console are mounted by `main`. */
export function createApp(deps: WebDeps): Hono {
  const app = new Hono();
  app.route('/', eventRoute(deps));
  app.route('/', healthRoutes(deps));
  app.onError((error, c) => {
    deps.conversation.runtime.log.error('request_failed', { path: c.req.path, ...faultOf(error) });
    return c.json({ error: 'internal' }, 500);
  });
  return app;
}
