import { createFeishu } from '../feishu/client.ts';
import type { TokenMemory } from '../feishu/token.ts';
import { faultOf } from '../kernel/fault.ts';
import type { Clock } from '../kernel/ports.ts';
import { type D1Binding, d1Store } from '../store/d1.ts';
import { meteredLog } from '../web/metered-log.ts';
import { createMetrics } from '../web/metrics.ts';
import { createCalendarKeeper } from './calendar.ts';
import { type Config, readConfig } from './config.ts';
import { consoleOf, workerClientAddress } from './console.ts';
import { hostOf } from './host.ts';
import { createLogger } from './log.ts';
import { differingD1Migrations } from './migrations.ts';
import { modelOf } from './model.ts';
import { seedIfFresh } from './seed.ts';
import { sleep, systemDice, systemIds } from './system.ts';
import { healthOf } from './watch.ts';
import { createQingfu, type Qingfu } from './wiring.ts';
import { startWords as words } from './words.ts';

/** Bindings of `wrangler.toml`; every setting of the Node server is a variable or a secret here. */
export interface Env extends Record<string, unknown> {
  DB: D1Binding;
}

export interface Execution {
  waitUntil(promise: Promise<unknown>): void;
}

export interface Worker {
  fetch(request: Request, env: Env, execution: Execution): Promise<Response>;
  scheduled(event: unknown, env: Env, execution: Execution): Promise<void>;
}

/** D1 allows 1,000 queries in one invocation, and a message takes one or two; the rest is for the jobs themselves. */
const MESSAGES_PER_BEAT = 400;

interface Assembled {
  qingfu: Qingfu;
  /** Fills a fresh database. */
  prepared(): Promise<void>;
}

/**
 * The same product on Workers and D1, assembled anew for every request, because what one request has under way must
 * not be waited for by another: with a request that is broken off, its promises never end. What the isolate remembers
 * between requests are values only.
 */
export function createWorker(clock: Clock): Worker {
  const tokenMemory: TokenMemory = {};
  const calendar = createCalendarKeeper();
  const metrics = createMetrics();
  let botOpenId: string | undefined;
  let seeded = false;

  function assemble(config: Config, env: Env, execution: Execution): Assembled {
    const log = meteredLog(
      createLogger(config.logLevel, (line) => console.log(line), clock.now),
      metrics,
    );
    const feishu = createFeishu({ ...config, clock, log, tokenMemory });
    const qingfu = createQingfu({
      store: d1Store(env.DB),
      clock,
      ids: systemIds,
      dice: systemDice,
      log,
      host: hostOf(config),
      model: modelOf(config),
      messenger: feishu.messenger,
      async botOpenId() {
        botOpenId ??= (await feishu.botInfo()).openId;
        return botOpenId;
      },
      keys: config,
      console: consoleOf(config, workerClientAddress),
      background: afterAnswer,
      courier: afterAnswer,
      wait: sleep,
      pendingMigrations: () => differingD1Migrations(env.DB),
      calendar,
      metrics,
      messagesPerBeat: MESSAGES_PER_BEAT,
      senses: { platform: async () => healthOf(await feishu.checkUp()), machine: () => ({}) },
    });

    async function prepared(): Promise<void> {
      if (seeded) return;
      await seedIfFresh(qingfu.runtime);
      seeded = true;
    }

    function afterAnswer(task: () => Promise<void>): void {
      const run = prepared().then(task);
      execution.waitUntil(run.catch((error: unknown) => log.error('background_failed', faultOf(error))));
    }

    return { qingfu, prepared };
  }

  return {
    async fetch(request, env, execution) {
      const read = readSettings(env);
      if (!read.ok) return new Response(read.problems.join('\n'), { status: 503 });
      return assemble(read.config, env, execution).qingfu.app.fetch(request);
    },
    async scheduled(_event, env, execution) {
      const read = readSettings(env);
      if (!read.ok) throw new Error(read.problems.join('\n'));
      const { qingfu, prepared } = assemble(read.config, env, execution);
      await prepared();
      await qingfu.tick();
    },
  };
}

function readSettings(env: Env): ReturnType<typeof readConfig> {
  const settings = Object.entries(env).filter(([, value]) => typeof value === 'string');
  const read = readConfig(Object.fromEntries(settings) as Record<string, string>);
  // An isolate comes and goes, a connection would go with it; and without a webhook nothing could be verified here.
  if (read.ok && read.config.transport === 'long-connection')
    return { ok: false, problems: [words.noLongConnection] };
  return read;
}
