import { Hono } from 'hono';
import { faultOf } from '../kernel/fault.ts';
import { readSetting } from '../store/settings.ts';
import type { WebDeps } from './deps.ts';
import { addStanding } from './standing.ts';

/** A heartbeat comes every minute; three missed ones mean that nothing falls due any more. */
const STALE_HEARTBEAT_MS = 3 * 60_000;

export function healthRoutes(deps: WebDeps): Hono {
  const app = new Hono();
  const { runtime } = deps.conversation;

  app.get('/healthz', (c) => c.json({ ok: true }));

  app.get('/readyz', async (c) => {
    const checks = { database: false, migrations: false, heartbeat: false };
    let lastHeartbeat: number | undefined;
    try {
      lastHeartbeat = Number(await readSetting(runtime.store.db, 'heartbeat')) || undefined;
      checks.database = true;
      checks.migrations = (await deps.pendingMigrations()).length === 0;
      checks.heartbeat =
        lastHeartbeat !== undefined && runtime.clock.now() - lastHeartbeat < STALE_HEARTBEAT_MS;
    } catch (error) {
      runtime.log.error('readiness_failed', faultOf(error));
    }
    const ok = checks.database && checks.migrations && checks.heartbeat;
    return c.json(
      { ok, ...checks, lastHeartbeat: lastHeartbeat ? new Date(lastHeartbeat).toISOString() : null },
      ok ? 200 : 503,
    );
  });

  const { registry } = deps.metrics;
  const freshen = addStanding(registry, runtime);
  app.get('/metrics', async (c) => {
    try {
      await freshen();
    } catch (error) {
      // The process's own figures are of use most of all when the database is not.
      runtime.log.error('metrics_failed', faultOf(error));
    }
    return c.text(await registry.metrics(), 200, { 'content-type': registry.contentType });
  });
  return app;
}
