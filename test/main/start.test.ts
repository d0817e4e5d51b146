import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { listen } from '../../src/main/listen.ts';
import { sleep, systemClock } from '../../src/main/system.ts';
import { createPlatform } from '../../src/simulator/platform/index.ts';
import type { Platform } from '../../src/simulator/platform/types.ts';
import { testStore } from '../support/db.ts';
import { seededDice } from '../support/house.ts';
import { answers, buildProgram, busyPort, freePort, type Running, run, temporaryFolder } from './process.ts';

const KEYS = {
  appId: 'cli_a1b2c3d4e5f60718',
  appSecret: 'fictional-app-secret-000001',
  encryptKey: 'fictional-encrypt-key-01',
  verificationToken: 'Vt0kFict10nalExampleToken012345',
};
const ZHAO = 'ou_zhao';

let program: Awaited<ReturnType<typeof buildProgram>>;

beforeAll(async () => {
  program = await buildProgram('start');
});
afterAll(() => program.remove());

interface Site {
  port: number;
  url: string;
  database: string;
  settings: Record<string, string>;
  platform: Platform;
  /** Milliseconds that the platform takes for a message. */
  slow(ms: number): void;
}

/** A platform, a free port and an empty folder. */
async function site(transport: 'webhook' | 'long-connection' = 'webhook'): Promise<Site> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const platform = createPlatform({
    ...KEYS,
    botOpenId: 'ou_bot_qingfu',
    botName: '轻负',
    tenantKey: 'tenant_demo',
    eventsUrl: `${url}/feishu/events`,
    transport,
    clock: systemClock,
    dice: seededDice(1),
  });
  platform.addPerson({ openId: ZHAO, name: '赵知远', title: '云栈镇', state: 'active' });
  let delay = 0;
  const api = new Hono();
  api.all('*', async (c) => {
    if (c.req.path.includes('/im/v1/messages')) await sleep(delay);
    return platform.api.fetch(c.req.raw);
  });
  const feishu = await listen(api, '127.0.0.1', 0);
  platform.attach(feishu.server as Server);
  onTestFinished(() => {
    platform.dropConnections();
    feishu.server.close();
  });
  const database = join(temporaryFolder(), 'data', 'qingfu.db');
  const settings = {
    FEISHU_APP_ID: KEYS.appId,
    FEISHU_APP_SECRET: KEYS.appSecret,
    FEISHU_ENCRYPT_KEY: KEYS.encryptKey,
    FEISHU_VERIFICATION_TOKEN: KEYS.verificationToken,
    FEISHU_BASE_URL: `http://127.0.0.1:${feishu.port}`,
    FEISHU_TRANSPORT: transport,
    HOST_ORGANISATION: '景澜市委办公室',
    HOST_LEVEL: '市',
    FILING_NUMBER: '景网备〔2026〕1号',
    DATABASE_PATH: database,
    PORT: String(port),
  };
  const slow = (ms: number) => {
    delay = ms;
  };
  return { port, url, database, settings, platform, slow };
}

const start = (settings: Record<string, string>): Running => run(program.start, [], settings);

async function started(place: Site): Promise<Running> {
  const server = start(place.settings);
  await server.said('轻负已启动');
  return server;
}

/** What an operator reads: sentences, no stack. */
async function refusal(server: Running): Promise<{ code: number | null; lines: string[] }> {
  const code = await server.exit;
  const lines = server
    .output()
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('{'));
  expect(server.output()).not.toMatch(/^\s+at /m);
  return { code, lines };
}

describe('a start that is refused says why in one sentence each and leaves nothing behind', () => {
  it('no settings at all', async () => {
    const { settings, database, port, url } = await site();
    const server = start({ DATABASE_PATH: database, PORT: String(port) });
    const { code, lines } = await refusal(server);
    expect(code).toBe(78);
    expect(lines).toHaveLength(7);
    for (const name of Object.keys(settings).filter(
      (key) => !/BASE_URL|FILING|PATH|PORT|TRANSPORT/.test(key),
    ))
      expect(lines.filter((line) => line.includes(name))).toHaveLength(1);
    expect(existsSync(database)).toBe(false);
    expect(await answers(url)).toBe(false);
  });

  it('a township as host', async () => {
    const { settings, database } = await site();
    const { code, lines } = await refusal(start({ ...settings, HOST_LEVEL: '乡镇' }));
    expect([code, lines.length]).toEqual([78, 2]);
    expect(lines[1]).toContain('县以下');
    expect(existsSync(database)).toBe(false);
  });

  it('a busy port, before the database is touched', async () => {
    const { settings, database } = await site();
    const port = await busyPort();
    const { code, lines } = await refusal(start({ ...settings, PORT: String(port) }));
    expect([code, lines]).toEqual([69, [expect.stringContaining(`127.0.0.1:${port} 已被占用`)]]);
    expect(existsSync(database)).toBe(false);
  });

  it('an address that is not of this machine', async () => {
    const { settings } = await site();
    const { code, lines } = await refusal(start({ ...settings, HOST: '192.0.2.1' }));
    expect([code, lines]).toEqual([78, [expect.stringContaining('192.0.2.1')]]);
  });

  it('a platform that cannot be reached', async () => {
    const { settings, database, url } = await site();
    const away = `http://127.0.0.1:${await freePort()}`;
    const { code, lines } = await refusal(start({ ...settings, FEISHU_BASE_URL: away }));
    expect([code, lines]).toEqual([69, [expect.stringMatching(`^连不上飞书开放平台 ${away}：.+`)]]);
    expect(await answers(url)).toBe(false);
    expectClosed(database);
  });

  it('a wrong app secret', async () => {
    const { settings, database } = await site();
    const { code, lines } = await refusal(start({ ...settings, FEISHU_APP_SECRET: 'wrong' }));
    expect([code, lines]).toEqual([69, [expect.stringMatching(/^连不上.*FEISHU_APP_SECRET/)]]);
    expectClosed(database);
  });

  it('the long connection with a wrong app secret', async () => {
    const { settings } = await site('long-connection');
    expect(await refusal(start({ ...settings, FEISHU_APP_SECRET: 'wrong' }))).toMatchObject({ code: 69 });
  });

  it('an old Node, whose crash would say nothing', async () => {
    const fake = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})`;
    const server = run(program.start, [], {}, { nodeArgs: ['--import', fake] });
    const { code, lines } = await refusal(server);
    expect([code, lines]).toEqual([78, [expect.stringMatching(/Node 24.*20\.20\.2/)]]);
  });
});

/** Nothing is left open: a database that was closed in order has no log beside it. */
function expectClosed(database: string): void {
  const files = readdirSync(join(database, '..')).filter((name) => name.startsWith('qingfu.db'));
  expect(files).toEqual(['qingfu.db']);
}

describe('a database that must not be touched', () => {
  function sound(path: string): void {
    const store = testStore(path);
    store.close();
  }

  it.each<[string, (path: string) => void, number, string]>([
    ['garbage', (path) => writeFileSync(path, 'no database at all, '.repeat(500)), 65, '已损坏'],
    [
      'cut off',
      (path) => {
        sound(path);
        truncateSync(path, 40_960);
      },
      65,
      '已损坏',
    ],
    [
      'of a newer version',
      (path) => {
        sound(path);
        const sqlite = new Database(path);
        sqlite.exec(`insert into migration values ('9999_future.sql', '2030-01-01')`);
        sqlite.close();
      },
      65,
      '更新版本',
    ],
  ])('%s: one sentence, and the file stays as it was', async (_, spoil, exitCode, words) => {
    const { settings } = await site();
    const database = join(temporaryFolder(), 'qingfu.db');
    spoil(database);
    const before = readFileSync(database);
    const { code, lines } = await refusal(start({ ...settings, DATABASE_PATH: database }));
    expect([code, lines]).toEqual([exitCode, [expect.stringContaining(words)]]);
    expect(readFileSync(database).equals(before)).toBe(true);
  });

  it('a path that cannot be written', async () => {
    const { settings } = await site();
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const { code, lines } = await refusal(
      start({ ...settings, DATABASE_PATH: join(folder, 'file', 'qingfu.db') }),
    );
    expect([code, lines]).toEqual([78, [expect.stringContaining('DATABASE_PATH')]]);
  });
});

describe('a good start', () => {
  it('migrates, is ready after the first heartbeat, answers a question end to end and has no simulator', async () => {
    const place = await site();
    const begun = performance.now();
    await started(place);
    expect(performance.now() - begun).toBeLessThan(5000);
    await expect
      .poll(async () => (await fetch(`${place.url}/readyz`)).status, { timeout: 5000, interval: 50 })
      .toBe(200);
    expect((await fetch(`${place.url}/simulator`)).status).toBe(404);
    expect(await place.platform.verifyUrl()).toBe(true);
    await place.platform.users.say(ZHAO, '乡补最低多少钱一个月');
    await expect.poll(() => lastAnswer(place.platform), { timeout: 5000 }).toMatch(/200 ?元/);
  });

  it('over the long connection: no keys, no public address; it ends in order, too', async () => {
    const place = await site('long-connection');
    const { FEISHU_ENCRYPT_KEY: _, FEISHU_VERIFICATION_TOKEN: __, ...settings } = place.settings;
    const server = await started({ ...place, settings });
    expect((await fetch(`${place.url}/feishu/events`, { method: 'POST' })).status).toBe(404);
    await place.platform.users.say(ZHAO, '乡补最低多少钱一个月');
    await expect.poll(() => lastAnswer(place.platform), { timeout: 5000 }).toMatch(/200 ?元/);
    server.child.kill('SIGTERM');
    expect(await server.exit).toBe(0);
  });

  it('ends in order with code 0 while an answer is under way, and the answer has gone out', async () => {
    const place = await site();
    const server = await started(place);
    await expect.poll(async () => (await fetch(`${place.url}/readyz`)).status, { timeout: 5000 }).toBe(200);
    place.slow(800);
    await place.platform.users.say(ZHAO, '乡补最低多少钱一个月');
    const told = performance.now();
    expect(lastAnswer(place.platform)).toBe('""');
    server.child.kill('SIGTERM');
    expect(await server.exit).toBe(0);
    expect(performance.now() - told).toBeLessThan(8000);
    expect(lastAnswer(place.platform)).toMatch(/200 ?元/);
    expectClosed(place.database);
  });
});

function lastAnswer(platform: Platform): string {
  const messages = platform.view(ZHAO).chats.flatMap((chat) => chat.messages);
  return JSON.stringify(messages.findLast((message) => message.from.bot)?.card ?? '');
}
