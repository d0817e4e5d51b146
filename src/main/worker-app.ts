import { createFeishu } from '../feishu/client.ts';
import type { Clock } from '../kernel/ports.ts';
import { type D1Binding, d1Store } from '../store/d1.ts';
import { type Config, readConfig } from './config.ts';
import { hostOf } from './host.ts';
import { createLogger } from './log.ts';
import { pendingD1Migrations } from './migrations.ts';
import { seedIfFresh } from './seed.ts';
import { sleep, systemDice, systemIds } from './system.ts';
import { createQingfu, type Qingfu } from './wiring.ts';

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

type Assembled = { qingfu: Qingfu; prepared(): Promise<void> } | { problem: string };

/** The same product on Workers and D1. One isolate learns who the bot is once; requests come and go. */
export function createWorker(clock: Clock): Worker {
  let botOpenId: Promise<string> | undefined;
  let seeded: Promise<void> | undefined;

  function assemble(env: Env, execution: Execution): Assembled {
    const settings = Object.entries(env).filter(([, value]) => typeof value === 'string');
    const read = readConfig(Object.fromEntries(settings) as Record<string, string>);
    return read.ok ? build(read.config, env, execution) : { problem: read.problems.join('\n') };
  }

  function build(config: Config, env: Env, execution: Execution): Assembled {
    const log = createLogger(config.logLevel, (line) => console.log(line), clock.now);
    const feishu = createFeishu({ ...config, clock, log });
    const qingfu = createQingfu({
      store: d1Store(env.DB),
      clock,
      ids: systemIds,
      dice: systemDice,
      log,
      host: hostOf(config),
      messenger: feishu.messenger,
      botOpenId: learnBot,
      keys: config,
      background: afterAnswer,
      courier: afterAnswer,
      wait: sleep,
      pendingMigrations: () => pendingD1Migrations(env.DB),
    });

    function afterAnswer(task: () => Promise<void>): void {
      const run = prepared().then(task);
      execution.waitUntil(
        run.catch((error: unknown) => log.error('background_failed', { error: String(error) })),
      );
    }

    function learnBot(): Promise<string> {
      botOpenId ??= feishu.botInfo().then((bot) => bot.openId);
      return forgetOnFailure(botOpenId, () => {
        botOpenId = undefined;
      });
    }

    function prepared(): Promise<void> {
      seeded ??= seedIfFresh(qingfu.runtime);
      return forgetOnFailure(seeded, () => {
        seeded = undefined;
      });
    }

    return { qingfu, prepared };
  }

  return {
    async fetch(request, env, execution) {
      const made = assemble(env, execution);
      return 'problem' in made ? new Response(made.problem, { status: 503 }) : made.qingfu.app.fetch(request);
    },
    async scheduled(_event, env, execution) {
      const made = assemble(env, execution);
      if ('problem' in made) throw new Error(made.problem);
      await made.prepared();
      await made.qingfu.tick();
    },
  };
}

/** A failure must not be remembered for the isolate's whole life. */
async function forgetOnFailure<T>(promise: Promise<T>, forget: () => void): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    forget();
    throw error;
  }
}
