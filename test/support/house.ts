import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import type { Database } from 'better-sqlite3';
import { Hono } from 'hono';
import { createFeishu, type Feishu } from '../../src/feishu/client.ts';
import type { TickResult } from '../../src/jobs/tick.ts';
import { instantAt } from '../../src/kernel/day.ts';
import type { Clock, LogData, Logger } from '../../src/kernel/ports.ts';
import { createBackground } from '../../src/main/background.ts';
import { createQingfu, type Qingfu } from '../../src/main/wiring.ts';
import { createPlatform } from '../../src/simulator/platform/index.ts';
import type { PlatformSnapshot } from '../../src/simulator/platform/snapshot.ts';
import type { Platform } from '../../src/simulator/platform/types.ts';
import type { Store } from '../../src/store/db.ts';
import { migrate } from '../../src/store/migrate.ts';
import { nodeStore, openSqlite } from '../../src/store/node.ts';
import { testHost } from './ctx.ts';
import { MIGRATIONS } from './db.ts';
import { createFuse, type Fuse, fusedMessenger, fusedSqlite } from './fuse.ts';

const KEYS = {
  appId: 'cli_a1b2c3d4e5f60718',
  appSecret: 'fictional-app-secret-000001',
  encryptKey: 'fictional-encrypt-key-01',
  verificationToken: 'Vt0kFict10nalExampleToken012345',
};

const BOT = 'ou_bot_qingfu';

/** How long a click may take (`chat/handle-click.ts`): real time. All other waiting takes business time. */
const PATIENCE_MS = 2_500;

/** Business time: stands still until somebody moves it, and never goes back. */
export interface HouseClock extends Clock {
  reach(at: number): void;
}

/** Everything that outlives a process and a run, to go on from there as often as wanted. */
export interface World {
  database: Uint8Array;
  /** Ids given out so far. */
  ids: number;
  /** The platform starts empty when absent. */
  platform?: PlatformSnapshot;
  /** The moment asked for when absent. */
  now?: number;
}

/** The real product on a file database, talking to the platform emulator through the real SDK and real HTTP. */
export interface House {
  platform: Platform;
  clock: HouseClock;
  /** The process that runs now. */
  qingfu(): Qingfu;
  feishu(): Feishu;
  /** The same file without a fuse, for looking. */
  store: Store;
  /** One heartbeat now; of a process that dies meanwhile there is no result. */
  heartbeat(): Promise<TickResult | undefined>;
  /** Resolves when neither side has anything under way. */
  settled(): Promise<void>;
  /** Ends the process as kill -9 would. */
  kill(): Promise<void>;
  /** Ends the process if need be and starts another on the same file, which dies after so many steps. */
  restart(steps?: number): Promise<void>;
  dead(): boolean;
  /** Steps of all processes so far. */
  steps(): number;
  /** What living processes logged; the last words of a dying one do not count. */
  log: readonly LogLine[];
  save(): World;
  close(): Promise<void>;
}

export interface HouseOptions {
  at: string;
  /** People and groups; they are not part of a world's snapshot. */
  prepare?(platform: Platform): void;
  world?: World | undefined;
  /** Steps of the first process. */
  steps?: number | undefined;
  /** Real milliseconds that a request to the platform may take. */
  timeoutMs?: number | undefined;
}

export interface LogLine {
  level: keyof Logger;
  event: string;
  data: LogData;
}

interface Life {
  qingfu: Qingfu;
  feishu: Feishu;
  sqlite: Database;
  fuse: Fuse;
  settled(): Promise<void>;
}

let houses = 0;

export async function buildHouse(options: HouseOptions): Promise<House> {
  const { world } = options;
  const folder = mkdtempSync(join(tmpdir(), 'qingfu-'));
  const file = join(folder, 'qingfu.db');
  if (world) writeFileSync(file, world.database);
  const clock = houseClock(world?.now ?? moment(options.at));
  const dice = seededDice(++houses);
  let ids = world?.ids ?? 0;
  let steps = 0;
  const lines: LogLine[] = [];
  let life: Life | undefined;

  const switchboard = new Hono();
  switchboard.all('*', async (c) => {
    const now = life;
    if (!now || now.fuse.blown()) return c.text('', 502);
    const response = await now.qingfu.app.fetch(c.req.raw);
    // Whoever has died does not answer any more.
    return now.fuse.blown() ? c.text('', 502) : response;
  });
  const product = await listen(switchboard);
  const platform = createPlatform({
    ...KEYS,
    botOpenId: BOT,
    botName: '轻负',
    tenantKey: 'tenant_demo',
    eventsUrl: `${product.url}/feishu/events`,
    clock,
    dice,
  });
  options.prepare?.(platform);
  if (world?.platform) platform.restore(structuredClone(world.platform));
  const feishuServer = await listen(platform.api);

  const timeout = options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs };
  const open = (): Database => {
    const sqlite = openSqlite(file);
    // Processes die here, machines do not.
    sqlite.pragma('synchronous = OFF');
    return sqlite;
  };
  const own = open();
  if (!world) migrate(own, MIGRATIONS);
  const store = nodeStore(own);

  function start(lifetime = Number.POSITIVE_INFINITY): Life {
    const fuse = createFuse(lifetime);
    const log = keepLog(lines, fuse);
    const sqlite = open();
    const feishu = createFeishu({
      ...KEYS,
      baseUrl: feishuServer.url,
      clock,
      log,
      ...timeout,
    });
    const background = createBackground(log);
    const qingfu = createQingfu({
      store: nodeStore(fusedSqlite(sqlite, fuse)),
      clock,
      ids: { next: () => `t${String(++ids).padStart(9, '0')}` },
      dice,
      log,
      host: testHost,
      messenger: fusedMessenger(feishu.messenger, fuse),
      botOpenId: () => Promise.resolve(BOT),
      keys: KEYS,
      background: background.add,
      courier: background.alongside,
      wait: (ms) => (ms === PATIENCE_MS ? patience(ms) : pause(clock, ms)),
      pendingMigrations: () => Promise.resolve([]),
    });
    return { qingfu, feishu, sqlite, fuse, settled: background.settled };
  }

  function current(): Life {
    if (!life) throw new Error('the house is closed');
    return life;
  }

  async function settled(): Promise<void> {
    await platform.settled();
    await current().settled();
    await platform.settled();
  }

  async function end({ fuse, sqlite }: Life): Promise<void> {
    fuse.blow();
    await settled();
    steps += fuse.taken();
    sqlite.close();
  }

  life = start(options.steps);

  return {
    platform,
    clock,
    store,
    log: lines,
    qingfu: () => current().qingfu,
    feishu: () => current().feishu,
    async heartbeat() {
      await platform.runDue();
      const { qingfu, fuse } = current();
      try {
        return await qingfu.tick();
      } catch (error) {
        if (!fuse.blown()) throw error;
        return undefined;
      } finally {
        await settled();
      }
    },
    settled,
    async kill() {
      current().fuse.blow();
      await settled();
    },
    async restart(lifetime) {
      await end(current());
      life = start(lifetime);
    },
    dead: () => current().fuse.blown(),
    steps: () => steps + current().fuse.taken(),
    save: () => ({
      database: own.serialize(),
      platform: structuredClone(platform.snapshot()),
      now: clock.now(),
      ids,
    }),
    async close() {
      await end(current());
      life = undefined;
      store.close();
      await Promise.all([product.close(), feishuServer.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function keepLog(lines: LogLine[], fuse: Fuse): Logger {
  const at =
    (level: keyof Logger) =>
    (event: string, data: LogData = {}) => {
      if (!fuse.blown()) lines.push({ level, event, data });
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** `2026-06-30T09:10` or a day, Shanghai time. */
export function moment(shanghai: string): number {
  const [day = '', time = '00:00'] = shanghai.split('T');
  return instantAt(day, time);
}

function houseClock(start: number): HouseClock {
  let now = start;
  return {
    now: () => now,
    reach(at) {
      now = Math.max(now, at);
    },
  };
}

/** A pause of the product takes business time, so that the platform's limits see messages as far apart as they are. */
async function pause(clock: HouseClock, ms: number): Promise<void> {
  const until = clock.now() + Math.ceil(ms);
  await new Promise<void>((resolve) => setImmediate(resolve));
  clock.reach(until);
}

function patience(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

export function listen(app: Hono): Promise<{ url: string; close(): Promise<void> }> {
  return new Promise((resolve) => {
    const server: ServerType = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info) =>
      resolve({
        url: `http://127.0.0.1:${info.port}`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            // Not even for requests that a fault has left hanging.
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      }),
    );
  });
}

/** mulberry32: small, seeded, good enough for jitter and ids. */
export function seededDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
