import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Messenger } from '../../src/chat/message.ts';
import { createFeishu } from '../../src/feishu/client.ts';
import type { TickResult } from '../../src/jobs/tick.ts';
import { createBackground } from '../../src/main/background.ts';
import { sleep } from '../../src/main/system.ts';
import { createQingfu, type Qingfu } from '../../src/main/wiring.ts';
import { createPlatform } from '../../src/simulator/platform/index.ts';
import type { Platform } from '../../src/simulator/platform/types.ts';
import type { Store } from '../../src/store/db.ts';
import { silent, type TestClock, testClock, testHost } from './ctx.ts';
import { testStore } from './db.ts';
import { createFuse, type Fuse, fusedMessenger, fusedStore } from './fuse.ts';

const KEYS = {
  appId: 'cli_a1b2c3d4e5f60718',
  appSecret: 'fictional-app-secret-000001',
  encryptKey: 'fictional-encrypt-key-01',
  verificationToken: 'Vt0kFict10nalExampleToken012345',
};

/** The real product on a file database, talking to the platform emulator through the real SDK and real HTTP. */
export interface House {
  platform: Platform;
  clock: TestClock;
  qingfu(): Qingfu;
  store(): Store;
  /** One heartbeat now. */
  heartbeat(): Promise<TickResult>;
  /** Moves the business clock to a Shanghai time and gives a heartbeat. */
  moveTo(shanghai: string): Promise<TickResult>;
  /** Resolves when neither side has anything under way. */
  settled(): Promise<void>;
  /** Ends the process as kill -9 would and starts it again on the same file; dies again after `steps` steps. */
  restart(steps?: number): Promise<void>;
  /** True when the product's process has died of its fuse. */
  dead(): boolean;
  close(): Promise<void>;
}

export interface HouseOptions {
  at: string;
  prepare?(platform: Platform): void;
  seed?: number;
}

export async function buildHouse(options: HouseOptions): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'qingfu-'));
  const file = join(folder, 'qingfu.db');
  const clock = testClock(options.at);
  const dice = seededDice(options.seed ?? 1);
  const switchboard = new Hono();
  const product = await listen(switchboard);
  const platform = createPlatform({
    ...KEYS,
    botOpenId: 'ou_bot_qingfu',
    botName: '轻负',
    tenantKey: 'tenant_demo',
    eventsUrl: `${product.url}/feishu/events`,
    clock,
    dice,
  });
  options.prepare?.(platform);
  const feishuServer = await listen(platform.api);

  let life: Life | undefined;
  switchboard.all('*', (c) =>
    life && !life.fuse.blown() ? life.qingfu.app.fetch(c.req.raw) : c.text('', 502),
  );

  interface Life {
    qingfu: Qingfu;
    store: Store;
    fuse: Fuse;
    settled(): Promise<void>;
  }

  let lives = 0;

  async function start(steps = Number.POSITIVE_INFINITY): Promise<void> {
    lives++;
    let ids = 0;
    const life_ = lives;
    const fuse = createFuse(steps);
    const store = testStore(file);
    const feishu = createFeishu({ ...KEYS, baseUrl: feishuServer.url, clock, log: silent });
    const background = createBackground(silent);
    const qingfu = createQingfu({
      store: fusedStore(store, fuse),
      clock,
      ids: { next: () => `t${String(life_).padStart(3, '0')}${String(++ids).padStart(8, '0')}` },
      dice,
      log: silent,
      host: testHost,
      messenger: fusedMessenger(feishu.messenger satisfies Messenger, fuse),
      botOpenId: () => Promise.resolve('ou_bot_qingfu'),
      keys: KEYS,
      background: background.add,
      wait: sleep,
      pendingMigrations: () => Promise.resolve([]),
    });
    life = { qingfu, store, fuse, settled: background.settled };
  }

  await start();

  function current(): Life {
    if (!life) throw new Error('the house is closed');
    return life;
  }

  async function settled(): Promise<void> {
    await platform.settled();
    await current().settled();
    await platform.settled();
  }

  async function heartbeat(): Promise<TickResult> {
    await platform.runDue();
    const result = await current().qingfu.tick();
    await settled();
    return result;
  }

  return {
    platform,
    clock,
    qingfu: () => current().qingfu,
    store: () => current().store,
    heartbeat,
    async moveTo(shanghai) {
      clock.set(shanghai);
      return heartbeat();
    },
    settled,
    async restart(steps) {
      const old = current();
      old.fuse.blow();
      await old.settled();
      old.store.close();
      await start(steps);
    },
    dead: () => current().fuse.blown(),
    async close() {
      await settled();
      current().store.close();
      life = undefined;
      await Promise.all([product.close(), feishuServer.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function listen(app: Hono): Promise<{ url: string; close(): Promise<void> }> {
  return new Promise((resolve) => {
    const server: ServerType = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info) =>
      resolve({
        url: `http://127.0.0.1:${info.port}`,
        close: () => new Promise((done) => server.close(() => done())),
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
