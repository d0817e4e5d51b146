import { createFeishu } from '../feishu/client.ts';
import { type D1Binding, d1Store } from '../store/d1.ts';
import { readConfig } from './config.ts';
import { hostOf } from './host.ts';
import { createLogger } from './log.ts';
import { seedIfFresh } from './seed.ts';
import { sleep, systemClock, systemDice, systemIds } from './system.ts';
import { createQingfu, type Qingfu } from './wiring.ts';

/** Bindings of `wrangler.toml`; every setting of the Node server is a variable or a secret here. */
interface Env extends Record<string, unknown> {
  DB: D1Binding;
}

interface Execution {
  waitUntil(promise: Promise<unknown>): void;
}

/** What one isolate learns once: whether the starter questions are in, and who the bot is. */
let prepared: Promise<{ botOpenId: string }> | undefined;

export default {
  async fetch(request: Request, env: Env, execution: Execution): Promise<Response> {
    const made = await assemble(env, execution);
    return 'problem' in made ? new Response(made.problem, { status: 503 }) : made.qingfu.app.fetch(request);
  },

  async scheduled(_event: unknown, env: Env, execution: Execution): Promise<void> {
    const made = await assemble(env, execution);
    if ('problem' in made) throw new Error(made.problem);
    await made.qingfu.tick();
  },
};

async function assemble(env: Env, execution: Execution): Promise<{ qingfu: Qingfu } | { problem: string }> {
  const settings = Object.fromEntries(Object.entries(env).filter(([, value]) => typeof value === 'string'));
  const read = readConfig(settings as Record<string, string>);
  if (!read.ok) return { problem: read.problems.join('\n') };
  const { config } = read;
  const log = createLogger(config.logLevel, (line) => console.log(line), systemClock.now);
  const feishu = createFeishu({ ...config, clock: systemClock, dice: systemDice, log });
  const parts = {
    store: d1Store(env.DB),
    clock: systemClock,
    ids: systemIds,
    dice: systemDice,
    log,
    host: hostOf(config),
    messenger: feishu.messenger,
    keys: config,
    background: (task: () => Promise<void>) => {
      execution.waitUntil(
        task().catch((error: unknown) => log.error('background_failed', { error: String(error) })),
      );
    },
    wait: sleep,
    pendingMigrations: () => Promise.resolve([]),
  };
  prepared ??= prepare(createQingfu({ ...parts, botOpenId: '' }), feishu);
  try {
    const { botOpenId } = await prepared;
    return { qingfu: createQingfu({ ...parts, botOpenId }) };
  } catch (error) {
    prepared = undefined;
    throw error;
  }
}

async function prepare(
  qingfu: Qingfu,
  feishu: ReturnType<typeof createFeishu>,
): Promise<{ botOpenId: string }> {
  await seedIfFresh(qingfu.runtime);
  const bot = await feishu.botInfo();
  return { botOpenId: bot.openId };
}
