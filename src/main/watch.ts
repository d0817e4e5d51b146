import { perform } from '../delivery/perform.ts';
import type { Checkup } from '../feishu/probes.ts';
import { faultOf } from '../kernel/fault.ts';
import { contextOf, type Runtime } from '../store/runtime.ts';
import type { MachineHealth, PlatformHealth } from '../system/doctor/rules/facts.ts';
import { readWatch, type StoredWatch } from '../system/doctor/watch.ts';
import { watchHealth } from '../system/verbs/watch-health.ts';

/** What a runtime can look at beside its database. */
export interface Senses {
  /** Harmless calls to the platform; never throws. */
  platform(): Promise<PlatformHealth>;
  /** Disk and backups. */
  machine(): MachineHealth;
}

const MINUTE_MS = 60_000;
const LOOK_EVERY_MS = 15 * MINUTE_MS;

/**
 * Calls count against the tenant's monthly quota (10,000 in the free edition), so the platform is asked four times a
 * day while all is well, at every look until it is clear that something is wrong, and hourly from then on.
 */
const ASK_EVERY_MS = { well: 6 * 60 * MINUTE_MS, known: 60 * MINUTE_MS };

/** The part of a check-up that the watch goes by. */
export function healthOf({ probes, bot }: Checkup): PlatformHealth {
  return { probes, skewMs: bot?.skewMs };
}

/**
 * At a heartbeat: looks at everything when the last look is some time ago. A failing look disturbs nothing else.
 * `heardAt`: the newest event or click of this process, ms UTC; 0 when there was none.
 */
export async function watch(runtime: Runtime, senses: Senses, heardAt: number): Promise<void> {
  try {
    const before = await readWatch(runtime.store.db);
    const now = runtime.clock.now();
    if (now - before.at < LOOK_EVERY_MS) return;
    const fresh = mustAsk(before, now);
    const readings = {
      platform: fresh ? await senses.platform() : before.platform,
      platformAt: fresh ? now : before.platformAt,
      machine: senses.machine(),
      heardAt: Math.max(heardAt, before.heardAt),
    };
    await perform(
      runtime.store,
      () => contextOf(runtime, { kind: 'system', job: 'system.watch' }),
      (ctx) => watchHealth(ctx, readings),
    );
  } catch (error) {
    runtime.log.error('watch_failed', faultOf(error));
  }
}

function mustAsk({ platform, platformAt, watch: { bad } }: StoredWatch, now: number): boolean {
  const known = bad.some((name) => name === 'clock' || name.startsWith('platform.'));
  const well = platform?.probes.every(({ ok }) => ok) ?? false;
  if (known) return now - platformAt >= ASK_EVERY_MS.known;
  return !well || now - platformAt >= ASK_EVERY_MS.well;
}
