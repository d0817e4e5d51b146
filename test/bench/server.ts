import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createFeishu } from '../../src/feishu/client.ts';
import { receive } from '../../src/feishu/receive.ts';
import { createBackground } from '../../src/main/background.ts';
import { createLogger } from '../../src/main/log.ts';
import { openDatabase } from '../../src/main/open-database.ts';
import { seedIfFresh } from '../../src/main/seed.ts';
import { sleep, systemClock, systemDice, systemIds } from '../../src/main/system.ts';
import { createQingfu } from '../../src/main/wiring.ts';
import { testHost } from '../support/ctx.ts';
import { KEYS } from './events.ts';

/** One of the servers that are compared; prints its port and then serves until it is killed. */
const [kind, databasePath = '', platformUrl = 'http://127.0.0.1:9'] = process.argv.slice(2);

function bare(): Hono {
  return new Hono().post('/feishu/events', (c) => c.json({}));
}

function decode(): Hono {
  return new Hono().post('/feishu/events', async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer());
    const received = receive({ body, headers: c.req.header() }, KEYS, systemClock.now());
    return received.kind === 'event' ? c.json({}) : c.json({}, 401);
  });
}

/** `acknowledge`: the work behind the acknowledgement is put off, so that acknowledging alone is measured. */
async function product(works: boolean): Promise<Hono> {
  const log = createLogger('error', (line) => process.stderr.write(`${line}\n`), systemClock.now);
  const { store } = openDatabase(databasePath);
  const background = createBackground(log);
  const feishu = createFeishu({ ...KEYS, baseUrl: platformUrl, clock: systemClock, log });
  const qingfu = createQingfu({
    store,
    clock: systemClock,
    ids: systemIds,
    dice: systemDice,
    log,
    host: testHost,
    messenger: feishu.messenger,
    botOpenId: () => Promise.resolve('ou_bot'),
    keys: KEYS,
    background: works ? background.add : () => undefined,
    courier: background.alongside,
    wait: sleep,
    pendingMigrations: () => Promise.resolve([]),
  });
  await seedIfFresh(qingfu.runtime);
  if (works) setInterval(() => background.alongside(async () => void (await qingfu.tick())), 1000);
  return qingfu.app;
}

const app = kind === 'bare' ? bare() : kind === 'decode' ? decode() : await product(kind === 'whole');
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info) => console.log(`port ${info.port}`));
