import { schedule } from 'node-cron';
import { createFeishu } from '../feishu/client.ts';
import type { LongConnection } from '../feishu/long-connection.ts';
import { PlatformError } from '../kernel/errors.ts';
import type { Logger } from '../kernel/ports.ts';
import type { Store } from '../store/db.ts';
import { meteredLog } from '../web/metered-log.ts';
import { createMetrics, type Metrics } from '../web/metrics.ts';
import { createBackground } from './background.ts';
import { copyInOwnProcess, createBackups } from './backups.ts';
import { type Config, readConfig } from './config.ts';
import { consoleOf, nodeClientAddress } from './console.ts';
import { hostOf } from './host.ts';
import { closed, listen, requireFreePort } from './listen.ts';
import { createLogger } from './log.ts';
import { machineHealth } from './machine.ts';
import { modelOf } from './model.ts';
import { openDatabase } from './open-database.ts';
import { seedIfFresh } from './seed.ts';
import { orRefuse, StartRefused } from './start-refused.ts';
import { onStopSignal, stop } from './stop.ts';
import { sleep, systemClock, systemDice, systemIds } from './system.ts';
import { healthOf } from './watch.ts';
import { createQingfu } from './wiring.ts';
import { startWords as words } from './words.ts';

/** `npm start`: settings, port, database, platform, then listen, then the heartbeat. Nothing is left half started. */
export function startServer(): Promise<void> {
  return orRefuse(async () => {
    const read = readConfig(process.env);
    if (!read.ok) throw new StartRefused([words.notStarted, ...read.problems].join('\n- '), 78);
    const { config } = read;
    const metrics = createMetrics({ process: true });
    const lines = createLogger(config.logLevel, (line) => process.stdout.write(`${line}\n`), systemClock.now);
    const log = meteredLog(lines, metrics);
    await requireFreePort(config.host, config.port);
    const { store } = openDatabase(config.databasePath);
    try {
      await serveWith(config, store, log, metrics);
    } catch (error) {
      store.close();
      throw error;
    }
  });
}

async function serveWith(config: Config, store: Store, log: Logger, metrics: Metrics): Promise<void> {
  const feishu = createFeishu({ ...config, clock: systemClock, log });
  const bot = await orNoPlatform(config, feishu.botInfo());
  const background = createBackground(log);
  const webhook = config.transport === 'webhook';
  const qingfu = createQingfu({
    store,
    clock: systemClock,
    ids: systemIds,
    dice: systemDice,
    log,
    host: hostOf(config),
    model: modelOf(config),
    messenger: feishu.messenger,
    botOpenId: () => Promise.resolve(bot.openId),
    keys: webhook ? config : undefined,
    console: consoleOf(config, nodeClientAddress),
    background: background.add,
    courier: background.alongside,
    wait: sleep,
    pendingMigrations: () => Promise.resolve([]),
    metrics,
    senses: {
      platform: async () => healthOf(await feishu.checkUp()),
      machine: () => machineHealth(config.databasePath, config.backupFolder),
    },
  });
  await seedIfFresh(qingfu.runtime);
  const { server } = await listen(qingfu.app, config.host, config.port);
  const connection = webhook
    ? undefined
    : await connect(config, qingfu.accept, log, () => void stop(finish, 69));

  const backups =
    config.backupFolder === undefined
      ? undefined
      : createBackups({
          folder: config.backupFolder,
          clock: systemClock,
          log,
          copy: (target) => copyInOwnProcess(config.databasePath, target),
        });
  let beating = false;
  const heartbeat = schedule('* * * * *', beat, { timezone: 'Asia/Shanghai', name: 'heartbeat' });
  beat();
  onStopSignal(finish);
  log.info('started', { url: config.publicUrl, transport: config.transport });
  console.log(words.listening(`http://${config.host}:${config.port}`));

  function beat(): void {
    if (beating) return;
    beating = true;
    background.alongside(async () => {
      try {
        await qingfu.tick();
        await backups?.due();
      } finally {
        beating = false;
      }
    });
  }

  async function finish(): Promise<void> {
    await heartbeat.destroy();
    connection?.close();
    await closed(server);
    await background.settled();
    store.close();
  }
}

/** `lost` is called when the connection cannot be had again: a service manager's restart is the better try. */
async function connect(
  config: Config,
  onEvent: (payload: Record<string, unknown>) => Promise<object>,
  log: Logger,
  lost: () => void,
): Promise<LongConnection> {
  const { startLongConnection } = await import('../feishu/long-connection.ts');
  const { appId, appSecret, baseUrl } = config;
  return orNoPlatform(config, startLongConnection({ appId, appSecret, baseUrl, onEvent, log, onLost: lost }));
}

async function orNoPlatform<T>({ baseUrl }: Config, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    throw new StartRefused(words.noPlatform(baseUrl, error.hint), 69);
  }
}
