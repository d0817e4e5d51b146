import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { expect } from 'vitest';
import { createTestHarness, type TestHarness, unstable_readConfig } from 'wrangler';
import type { Clock } from '../../src/kernel/ports.ts';
import { createPlatform } from '../../src/simulator/platform/index.ts';
import type { MessageView, Platform } from '../../src/simulator/platform/types.ts';
import type { D1Binding } from '../../src/store/d1.ts';
import { listen, seededDice } from '../support/house.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export const KEYS = {
  appId: 'cli_a1b2c3d4e5f60718',
  appSecret: 'fictional-app-secret-000001',
  encryptKey: 'fictional-encrypt-key-01',
  verificationToken: 'Vt0kFict10nalExampleToken012345',
};

/** Every setting is given, so that a developer's own `.dev.vars` changes nothing. */
export function settings(feishu: string): Record<string, string> {
  return {
    FEISHU_APP_ID: KEYS.appId,
    FEISHU_APP_SECRET: KEYS.appSecret,
    FEISHU_ENCRYPT_KEY: KEYS.encryptKey,
    FEISHU_VERIFICATION_TOKEN: KEYS.verificationToken,
    FEISHU_TRANSPORT: 'webhook',
    FEISHU_BASE_URL: feishu,
    HOST_ORGANISATION: '景澜市委办公室',
    HOST_LEVEL: '市',
    FILING_NUMBER: '景网备〔2026〕1号',
    FILING_DATE: '2026-03-01',
    TRIAL_OPEN_IDS: '',
    BOOTSTRAP_ADMIN_OPEN_IDS: '',
    PUBLIC_URL: 'https://qingfu.example',
    TIME_ZONE: 'Asia/Shanghai',
    MODEL_BASE_URL: '',
    MODEL_NAME: '',
    LOG_LEVEL: 'warn',
  };
}

/** What `wrangler.toml` says, with another entry. */
export function configWith(name: string, main: string, vars: Record<string, string>) {
  const { compatibility_date, compatibility_flags, define, d1_databases } = unstable_readConfig({
    config: `${root}wrangler.toml`,
  });
  return {
    name,
    main,
    ...(compatibility_date ? { compatibility_date } : {}),
    compatibility_flags,
    define,
    d1_databases,
    vars,
  };
}

export interface Stage {
  platform: Platform;
  harness: TestHarness;
  url: URL;
  feishuUrl: string;
  database(): Promise<D1Binding>;
  /** One firing of the trigger. @returns what became of it. */
  scheduled(at: number): Promise<string>;
  /** The card that this person got last, once it is there. */
  lastCard(openId: string, count: number): Promise<MessageView>;
  close(): Promise<void>;
}

/** The worker in the real local runtime with D1, and the platform emulator, each on a port of its own. */
export async function setStage(
  clock: Clock,
  workers: (feishuUrl: string) => NonNullable<Parameters<typeof createTestHarness>[0]>['workers'],
): Promise<Stage> {
  const feishu = new Hono();
  const feishuServer = await listen(feishu);
  const harness = createTestHarness({ root, workers: workers(feishuServer.url) });
  const { url } = await harness.listen();
  const platform = createPlatform({
    ...KEYS,
    botOpenId: 'ou_bot_qingfu',
    botName: '轻负',
    tenantKey: 'tenant_demo',
    eventsUrl: new URL('/feishu/events', url).href,
    clock,
    dice: seededDice(1),
  });
  feishu.all('*', (c) => platform.api.fetch(c.req.raw));

  return {
    platform,
    harness,
    url,
    feishuUrl: feishuServer.url,
    database: async () => (await harness.getWorker<{ DB: D1Binding }>().getEnv()).DB,
    async scheduled(at) {
      const { outcome } = await harness
        .getWorker()
        .scheduled({ cron: '* * * * *', scheduledTime: new Date(at) });
      await platform.settled();
      return outcome;
    },
    async lastCard(openId, count) {
      const cards = () =>
        platform
          .view(openId)
          .chats.flatMap((chat) => chat.messages)
          .filter((message) => message.from.bot);
      await expect.poll(() => cards().length, { timeout: 5000, interval: 20 }).toBe(count);
      return cards().at(-1) as MessageView;
    },
    async close() {
      await harness.close();
      await feishuServer.close();
    },
  };
}
