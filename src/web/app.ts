import { Hono } from 'hono';
import { faultOf } from '../kernel/fault.ts';
import type { WebDeps } from './deps.ts';
import { eventRoute } from './events.ts';
import { healthRoutes } from './health.ts';
import { methodOf, routeOf } from './routes.ts';

/** Everything reachable from outside on both runtimes; the simulator and the console are mounted by `main`. */
export function createApp(deps: WebDeps): Hono {
  const app = new Hono();
  const { clock } = deps.conversation.runtime;
  app.use(async (c, next) => {
    const started = clock.now();
    await next();
    deps.metrics.request(routeOf(c.req.path), methodOf(c.req.method), c.res.status, clock.now() - started);
  });
  app.route('/', eventRoute(deps));
  app.route('/', healthRoutes(deps));
  app.onError((error, c) => {
    deps.conversation.runtime.log.error('request_failed', {
      route: routeOf(c.req.path),
      ...faultOf(error),
    });
    return c.json({ error: 'internal' }, 500);
  });
  return app;
}
