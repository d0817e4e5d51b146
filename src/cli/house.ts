import { basics } from '../chat/index.ts';
import { features } from '../features.ts';
import { createFeishu } from '../feishu/client.ts';
import { AppError } from '../kernel/errors.ts';
import { packagedCalendar, readCalendar } from '../main/calendar.ts';
import { readConfig } from '../main/config.ts';
import { hostOf } from '../main/host.ts';
import { createLogger } from '../main/log.ts';
import { modelOf } from '../main/model.ts';
import { openDatabase } from '../main/open-database.ts';
import { seedIfFresh } from '../main/seed.ts';
import { StartRefused } from '../main/start-refused.ts';
import { sleep, systemClock, systemDice, systemIds } from '../main/system.ts';
import type { Store } from '../store/db.ts';
import { contextOf, type Runtime } from '../store/runtime.ts';
import type { CliHouse } from './command.ts';
import { cliWords as words } from './words.ts';

interface OpenHouse {
  /** Migrates, fills a fresh database with the starter questions and reads the calendar. */
  prepare(): Promise<void>;
  close(): void;
}

/** The command line needs only the settings its command uses, so nothing but wrong values is refused here. */
export function openHouse(environment: Record<string, string | undefined>): CliHouse & OpenHouse {
  const read = readConfig(environment, { required: false });
  if (!read.ok) throw new StartRefused(read.problems.join('\n'), 78);
  const { config } = read;
  const log = createLogger('error', (line) => process.stderr.write(`${line}\n`), systemClock.now);
  let store: Store | undefined;
  let calendar = packagedCalendar;
  const runtime: Runtime = {
    get store() {
      store ??= openDatabase(config.databasePath).store;
      return store;
    },
    clock: systemClock,
    ids: systemIds,
    dice: systemDice,
    log,
    host: hostOf(config),
    model: modelOf(config),
    calendar: () => calendar,
    wait: sleep,
  };
  return {
    runtime,
    features: [basics(features), ...features],
    databasePath: config.databasePath,
    backupFolder: config.backupFolder,
    ctx: (at) => ({
      ...contextOf(runtime, { kind: 'cli', name: 'operator' }),
      ...(at === undefined ? {} : { now: at }),
    }),
    platform() {
      if (!config.appId || !config.appSecret) throw new AppError('unavailable', words.noCredentials);
      const feishu = createFeishu({ ...config, clock: systemClock, log });
      return Promise.resolve({
        messenger: feishu.messenger,
        checkUp: feishu.checkUp,
        unknownPeople: (openIds: readonly string[]) => feishu.directory.unknown(openIds),
      });
    },
    async prepare() {
      await seedIfFresh(runtime);
      calendar = await readCalendar(runtime.store.db);
    },
    close: () => store?.close(),
  };
}
