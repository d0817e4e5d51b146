import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { demoClockStart, demoGuide, demoWorkbook } from '../../db/seed/demo/index.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { createFeishu } from '../feishu/client.ts';
import { folderAssets } from '../simulator/assets.ts';
import { guideSteps } from '../simulator/guide.ts';
import { simulatorRoutes } from '../simulator/routes.ts';
import type { Host } from '../store/context.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import { createBackground } from './background.ts';
import { isPort } from './config.ts';
import { consoleOf, nodeClientAddress } from './console.ts';
import { createDemoClock } from './demo-clock.ts';
import { loadDemo } from './demo-load.ts';
import { BOT_OPEN_ID, KEYS, openDemoPlatform } from './demo-platform.ts';
import { passTime } from './demo-time.ts';
import { listen, requireFreePort } from './listen.ts';
import { createLogger } from './log.ts';
import { openDatabase } from './open-database.ts';
import { projectRoot } from './paths.ts';
import { seedIfFresh } from './seed.ts';
import { orRefuse, StartRefused } from './start-refused.ts';
import { onStopSignal } from './stop.ts';
import { sleep, systemDice, systemIds, systemToken } from './system.ts';
import { createQingfu } from './wiring.ts';
import { startWords as words } from './words.ts';

const FOLDER = join('data', 'demo');
const CLOCK = 'demo.clock';
const ADDRESS = '127.0.0.1';

/** `npm run demo`: the whole product, a platform emulator and a fictional city in one process. */
export function startDemo(args: readonly string[]): Promise<void> {
  return orRefuse(async () => {
    const given = process.env['PORT'] || '3000';
    if (!isPort(given)) throw new StartRefused(words.badPort(given), 78);
    await serveDemo(Number(given), args.includes('--fresh'));
  });
}

async function serveDemo(port: number, fresh: boolean): Promise<void> {
  // A demo that is running already must not lose its files to this one.
  await requireFreePort(ADDRESS, port);
  if (fresh) rmSync(FOLDER, { recursive: true, force: true });

  const url = `http://${ADDRESS}:${port}`;
  const { store } = openDatabase(join(FOLDER, 'qingfu.db'));
  const clock = createDemoClock(Number(await readSetting(store.db, CLOCK)) || demoClockStart);
  const log = createLogger('warn', (line) => process.stderr.write(`${line}\n`), clock.now);
  const { platform, baseUrl, save } = await openDemoPlatform(join(FOLDER, 'platform.json'), {
    clock,
    eventsUrl: `${url}/feishu/events`,
  });
  const feishu = createFeishu({ ...KEYS, baseUrl, clock, log });
  const background = createBackground(log);
  const qingfu = createQingfu({
    store,
    clock,
    ids: systemIds,
    dice: systemDice,
    log,
    host: hostAt(url),
    messenger: feishu.messenger,
    botOpenId: () => Promise.resolve(BOT_OPEN_ID),
    keys: KEYS,
    console: consoleOf({ ...KEYS, baseUrl, sessionSecret: systemToken() }, nodeClientAddress),
    background: background.add,
    courier: background.alongside,
    wait: sleep,
    pendingMigrations: () => Promise.resolve([]),
  });
  await seedIfFresh(qingfu.runtime);
  await loadDemo(qingfu, demoWorkbook(), (openIds) => feishu.directory.unknown(openIds));

  const app = new Hono();
  app.route('/', qingfu.app);
  app.route(
    '/simulator',
    simulatorRoutes({
      platform,
      clock,
      calendar: qingfu.runtime.calendar,
      async moveClock(to) {
        const moved = await passTime(qingfu, platform, clock, to);
        await keep();
        return moved;
      },
      guide: guideSteps(demoGuide),
      assets: folderAssets(join(projectRoot, 'dist', 'simulator')),
    }),
  );
  await listen(app, ADDRESS, port);
  await beat();
  const heartbeat = setInterval(() => background.alongside(beat), 60_000);
  console.log(words.demo(url));
  onStopSignal(async () => {
    clearInterval(heartbeat);
    await background.settled();
    await keep();
    store.close();
  });

  async function beat(): Promise<void> {
    await platform.runDue();
    await qingfu.tick();
    await keep();
  }

  /** What a second start goes on from. */
  async function keep(): Promise<void> {
    await store.atomically([writeSetting(store.db, CLOCK, String(clock.now()))]);
    save();
  }
}

function hostAt(publicUrl: string): Host {
  return {
    organisation: words.demoOrganisation,
    level: 'city',
    filingNumber: words.demoFiling,
    filingDate: '2026-03-02',
    trialOpenIds: [],
    bootstrapAdmins: [],
    version: packageJson.version,
    publicUrl,
  };
}
