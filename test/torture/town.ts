import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { demoGroups, demoPeople, demoWorkbook } from '../../db/seed/demo/index.ts';
import { demoPosts } from '../../db/seed/demo/people.ts';
import { instantAt } from '../../src/kernel/day.ts';
import { loadDemo } from '../../src/main/demo-load.ts';
import { BOT_OPEN_ID, KEYS } from '../../src/main/demo-platform.ts';
import { listen } from '../../src/main/listen.ts';
import { openDatabase } from '../../src/main/open-database.ts';
import { seedIfFresh } from '../../src/main/seed.ts';
import { systemClock, systemDice, systemIds } from '../../src/main/system.ts';
import { createQingfu } from '../../src/main/wiring.ts';
import { createPlatform } from '../../src/simulator/platform/index.ts';
import type { Platform } from '../../src/simulator/platform/types.ts';
import { testHost } from '../support/ctx.ts';
import { type ShiftedClock, shiftedClock } from './shifted-clock.ts';

/** Just before the cards of June go out. */
const BEGIN = instantAt('2026-06-30', '09:29');

export interface Town {
  platform: Platform;
  platformUrl: string;
  clock: ShiftedClock;
  databasePath: string;
  /** The port that the product is to take, in every life the same. */
  port: number;
}

/** The demo's city on a platform emulator with a socket, and its database as a first start leaves it. */
export async function foundTown(folder: string): Promise<Town> {
  const offset = BEGIN - systemClock.now();
  const clock = shiftedClock(offset);
  const databasePath = join(folder, 'qingfu.db');
  rmSync(databasePath, { force: true });
  await settle(databasePath, clock);
  const port = await freePort();
  const platform = createPlatform({
    ...KEYS,
    botOpenId: BOT_OPEN_ID,
    botName: '轻负',
    tenantKey: 'torture',
    eventsUrl: `http://127.0.0.1:${port}/feishu/events`,
    clock,
    dice: systemDice,
  });
  for (const person of demoPeople()) platform.addPerson({ ...person, state: 'active' });
  for (const group of demoGroups()) platform.addGroup(group);
  const served = await listen(platform.api, '127.0.0.1', 0);
  return { platform, platformUrl: `http://127.0.0.1:${served.port}`, clock, databasePath, port };
}

async function settle(databasePath: string, clock: ShiftedClock): Promise<void> {
  const { store } = openDatabase(databasePath);
  const qingfu = createQingfu({
    store,
    clock,
    ids: systemIds,
    dice: systemDice,
    log: { debug() {}, info() {}, warn() {}, error() {} },
    host: testHost,
    messenger: { send: () => Promise.reject(new Error('nothing is sent while the town is founded')) },
    botOpenId: () => Promise.resolve(BOT_OPEN_ID),
    keys: KEYS,
    background: () => undefined,
    courier: () => undefined,
    wait: () => Promise.resolve(),
    pendingMigrations: () => Promise.resolve([]),
  });
  await seedIfFresh(qingfu.runtime);
  await loadDemo(qingfu, demoWorkbook(), () => Promise.resolve(new Set()));
  store.close();
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Those who only ask: whatever stands in their chat answers something they said. */
const cadres = demoPosts()
  .filter(({ roles }) => roles.join() === '干部')
  .filter(({ openId }, i, all) => all.findIndex((other) => other.openId === openId) === i)
  .filter(({ openId }) => demoPosts().filter((post) => post.openId === openId).length === 1)
  .map(({ openId }) => openId);

/** One of them stops the bot in the middle of it all. */
export const lost = cadres[0] ?? '';
export const askers = cadres.slice(1);

export const liaisons = demoPosts()
  .filter(({ roles }) => roles.join() === '联络员')
  .map(({ openId, unit }) => ({ openId, unit }));
