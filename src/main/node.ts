import cron from 'node-cron';
import { createFeishu } from '../feishu/client.ts';
import { PlatformError } from '../kernel/errors.ts';
import { createBackground } from './background.ts';
import { type Config, readConfig } from './config.ts';
import { hostOf } from './host.ts';
import { listen } from './listen.ts';
import { createLogger } from './log.ts';
import { openDatabase } from './open-database.ts';
import { seedIfFresh } from './seed.ts';
import { orRefuse, StartRefused } from './start-refused.ts';
import { sleep, systemClock, systemDice, systemIds } from './system.ts';
import { createQingfu } from './wiring.ts';
import { startWords as words } from './words.ts';

/** `npm start`: settings, database, platform, then listen, then the heartbeat. Nothing is left half started. */
export function startServer(): Promise<void> {
  return orRefuse(async () => {
    const read = readConfig(process.env);
    if (!read.ok) throw new StartRefused([words.notStarted, ...read.problems].join('\n- '), 78);
    await serveWith(read.config);
  });
}

async function serveWith(config: Config): Promise<void> {
  const log = createLogger(config.logLevel, (line) => process.stdout.write(`${line}\n`), systemClock.now);
  const { store } = openDatabase(config.databasePath);
  const feishu = createFeishu({ ...config, clock: systemClock, log });
  const bot = await feishu.botInfo().catch((error: unknown) => {
    store.close();
    const hint = error instanceof PlatformError ? error.hint : String(error);
    throw new StartRefused(words.noPlatform(config.baseUrl, hint), 69);
  });
  const background = createBackground(log);
  const webhook = config.transport === 'webhook';
  const qingfu = createQingfu({
    store,
    clock: systemClock,
    ids: systemIds,
    dice: systemDice,
    log,
    host: hostOf(config),
    messenger: feishu.messenger,
    botOpenId: () => Promise.resolve(bot.openId),
    keys: webhook ? config : undefined,
    background: background.add,
    courier: background.alongside,
    wait: sleep,
    pendingMigrations: () => Promise.resolve([]),
  });
  await seedIfFresh(qingfu.runtime);
  const { server } = await listen(qingfu.app, config.host, config.port).catch((error: unknown) => {
    store.close();
    throw error;
  });
  if (!webhook) await connect(config, qingfu.accept, log);
  const heartbeat = cron.schedule('* * * * *', async () => void (await qingfu.tick()), {
    timezone: 'Asia/Shanghai',
    noOverlap: true,
    name: 'heartbeat',
  });
  background.alongside(async () => void (await qingfu.tick()));
  log.info('started', { url: config.publicUrl, transport: config.transport });
  console.log(words.listening(`http://${config.host}:${config.port}`));

  async function stop(): Promise<void> {
    await heartbeat.destroy();
    server.close();
    await background.settled();
    store.close();
    process.exit(0);
  }
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

async function connect(
  config: Config,
  accept: (payload: Record<string, unknown>) => Promise<object>,
  log: ReturnType<typeof createLogger>,
): Promise<void> {
  const { startLongConnection } = await import('../feishu/long-connection.ts');
  await startLongConnection({
    appId: config.appId,
    appSecret: config.appSecret,
    baseUrl: config.baseUrl,
    onEvent: accept,
    log,
  });
}
