import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { demoClockStart, demoGroups, demoGuide, demoPeople, demoWorkbook } from '../../db/seed/demo/index.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { createFeishu } from '../feishu/client.ts';
import { folderAssets } from '../simulator/assets.ts';
import { guideSteps } from '../simulator/guide.ts';
import { createPlatform } from '../simulator/platform/index.ts';
import type { Platform } from '../simulator/platform/types.ts';
import { simulatorRoutes } from '../simulator/routes.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import { createBackground } from './background.ts';
import { createDemoClock } from './demo-clock.ts';
import { loadDemo } from './demo-load.ts';
import { passTime } from './demo-time.ts';
import { listen } from './listen.ts';
import { createLogger } from './log.ts';
import { openDatabase } from './open-database.ts';
import { projectRoot } from './paths.ts';
import { seedIfFresh } from './seed.ts';
import { orRefuse } from './start-refused.ts';
import { sleep, systemDice, systemIds } from './system.ts';
import { createQingfu } from './wiring.ts';
import { startWords as words } from './words.ts';

const FOLDER = join('data', 'demo');
const CLOCK = 'demo.clock';
const BOT_OPEN_ID = 'ou_demo_bot';

/** Keys between the demo's own two halves; they protect nothing and leave this machine never. */
const KEYS = {
  appId: 'cli_de30de30de30de30',
  appSecret: 'demo-app-secret',
  encryptKey: 'demo-encrypt-key',
  verificationToken: 'demo-verification-token',
};

/** `npm run demo`: the whole product, a platform emulator and a fictional city in one process. */
export function startDemo(args: readonly string[]): Promise<void> {
  return orRefuse(async () => {
    const port = Number(process.env['PORT'] || 3000);
    const url = `http://127.0.0.1:${port}`;
    if (args.includes('--fresh')) rmSync(FOLDER, { recursive: true, force: true });

    const { store } = openDatabase(join(FOLDER, 'qingfu.db'));
    const clock = createDemoClock(Number(await readSetting(store.db, CLOCK)) || demoClockStart);
    const log = createLogger('warn', (line) => process.stderr.write(`${line}\n`), clock.now);
    const platform = createPlatform({
      ...KEYS,
      botOpenId: BOT_OPEN_ID,
      botName: words.botName,
      tenantKey: 'demo',
      eventsUrl: `${url}/feishu/events`,
      clock,
      dice: systemDice,
    });
    populate(platform);
    const feishuServer = await listen(platform.api, '127.0.0.1', 0);
    const feishu = createFeishu({
      ...KEYS,
      baseUrl: `http://127.0.0.1:${feishuServer.port}`,
      clock,
      log,
    });
    const background = createBackground(log);
    const qingfu = createQingfu({
      store,
      clock,
      ids: systemIds,
      dice: systemDice,
      log,
      host: {
        organisation: words.demoOrganisation,
        level: 'city',
        filingNumber: words.demoFiling,
        filingDate: '2026-03-02',
        trialOpenIds: [],
        bootstrapAdmins: [],
        version: packageJson.version,
        publicUrl: url,
      },
      messenger: feishu.messenger,
      botOpenId: () => Promise.resolve(BOT_OPEN_ID),
      keys: KEYS,
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
        moveClock: (to) => passTime(qingfu, platform, clock, to),
        guide: guideSteps(demoGuide),
        assets: folderAssets(join(projectRoot, 'dist', 'simulator')),
      }),
    );
    await listen(app, '127.0.0.1', port);
    await beat();
    const heartbeat = setInterval(() => background.alongside(beat), 60_000);
    console.log(words.demo(url));

    async function beat(): Promise<void> {
      await platform.runDue();
      await qingfu.tick();
      await store.atomically([writeSetting(store.db, CLOCK, String(clock.now()))]);
    }

    function populate(target: Platform): void {
      for (const person of demoPeople()) target.addPerson({ ...person, state: 'active' });
      for (const group of demoGroups()) target.addGroup(group);
    }

    async function stop(): Promise<void> {
      clearInterval(heartbeat);
      await background.settled();
      await store.atomically([writeSetting(store.db, CLOCK, String(clock.now()))]);
      store.close();
      process.exit(0);
    }
    process.once('SIGINT', () => void stop());
    process.once('SIGTERM', () => void stop());
  });
}
