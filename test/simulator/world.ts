import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import * as lark from '@larksuiteoapi/node-sdk';
import { onTestFinished } from 'vitest';
import { createPlatform } from '../../src/simulator/platform/index.ts';
import type { Platform, PlatformSettings } from '../../src/simulator/platform/types.ts';
import { type TestClock, testClock } from '../support/ctx.ts';
import { FakeBot } from './fake-bot.ts';

export const LIN = 'ou_11aa22bb33cc44dd55ee66ff77008811';
export const QIU = 'ou_22bb33cc44dd55ee66ff770088119922';
export const BOT = 'ou_99887766554433221100ffeeddccbb99';
export const GROUP = 'oc_9f8e7d6c5b4a39281706f5e4d3c2b1a0';
export const APP = {
  id: 'cli_a1b2c3d4e5f60718',
  secret: 'fictional-app-secret',
  key: 'fictional-encrypt-key-01',
};

/** For tests in which the bot is too slow; everywhere else the real budgets hold, so that a busy machine fails nothing. */
export const HURRIED = { deadlines: { event: 200, callback: 200, challenge: 200 } };
export const SLOW = 400;

export interface World {
  platform: Platform;
  bot: FakeBot;
  clock: TestClock;
  client: lark.Client;
  /** Address of the platform's API. */
  base: string;
  /** A client of its own, e.g. with another secret. */
  clientWith: (options: Partial<{ appId: string; appSecret: string }>) => lark.Client;
  token: () => Promise<string>;
  /** Raw call with a valid token. */
  call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<CallAnswer>;
}

export interface CallAnswer {
  status: number;
  headers: Headers;
  body: { code: number; msg: string; data: Record<string, unknown>; error: { log_id: string } };
}

const quiet = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };

/** A platform on a port of its own, with two people, a group and a bot that answers `{}` until told otherwise. */
export async function world(settings: Partial<PlatformSettings> = {}): Promise<World> {
  const clock = testClock('2026-09-02T20:00');
  const bot = new FakeBot(settings.encryptKey ?? APP.key);
  let n = 0;
  const platform = createPlatform({
    appId: APP.id,
    appSecret: APP.secret,
    encryptKey: APP.key,
    verificationToken: 'Vt0kFict10nalExampleToken012345',
    botOpenId: BOT,
    botName: '小访助手',
    tenantKey: '1a2b3c4d5e6f7788',
    eventsUrl: await bot.start(),
    clock,
    // A fixed sequence that goes through all of [0, 1).
    dice: () => (n = (n + 0.618034) % 1),
    ...settings,
  });
  platform.addPerson({ openId: LIN, name: '林晓', title: '区域代表', state: 'active' });
  platform.addPerson({ openId: QIU, name: '邱禾', title: '主管', state: 'active' });
  platform.addGroup({ chatId: GROUP, name: '华东拜访小组', members: [LIN, QIU], hasBot: true });
  const server = serve({ fetch: platform.api.fetch, port: 0, hostname: '127.0.0.1' });
  if (!server.listening) await new Promise<void>((resolve) => server.once('listening', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  platform.attach(server as Server);
  onTestFinished(() => {
    bot.stop();
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
  });

  const clientWith: World['clientWith'] = (options) =>
    new lark.Client({
      appId: APP.id,
      appSecret: APP.secret,
      domain: base,
      cache: new lark.DefaultCache(),
      logger: quiet,
      ...options,
    });
  const token = async () => (await tokenAnswer(base)).tenant_access_token;
  return {
    platform,
    bot,
    clock,
    base,
    clientWith,
    client: clientWith({}),
    token,
    async call(method, path, body, headers = {}) {
      const response = await fetch(`${base}${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await token()}`,
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const answer = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: (answer === '' ? undefined : JSON.parse(answer)) as CallAnswer['body'],
      };
    },
  };
}

export async function tokenAnswer(
  base: string,
  credentials = { app_id: APP.id, app_secret: APP.secret },
): Promise<{ code: number; tenant_access_token: string; expire: number }> {
  const response = await fetch(`${base}/open-apis/auth/v3/tenant_access_token/internal`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  return (await response.json()) as { code: number; tenant_access_token: string; expire: number };
}

export function text(words: string): { msg_type: string; content: string } {
  return { msg_type: 'text', content: JSON.stringify({ text: words }) };
}

/** A card with one button per entry, and whatever else is wanted in the body. */
export function card(title: string, buttons: Record<string, unknown> = {}, more: unknown[] = []) {
  return {
    schema: '2.0',
    config: { update_multi: true, summary: { content: `${title}（摘要）` } },
    header: { title: { tag: 'plain_text', content: title } },
    body: {
      elements: [
        { tag: 'markdown', content: title },
        ...more,
        ...Object.entries(buttons).map(([label, value]) => ({
          tag: 'button',
          text: { tag: 'plain_text', content: label },
          behaviors: [{ type: 'callback', value }],
        })),
      ],
    },
  };
}

/** Sends a card to a person and returns the message id. */
export async function sendCard({ client }: World, openId: string, json: unknown): Promise<string> {
  const { data } = await client.im.v1.message.create({
    params: { receive_id_type: openId.startsWith('oc_') ? 'chat_id' : 'open_id' },
    data: { receive_id: openId, msg_type: 'interactive', content: JSON.stringify(json) },
  });
  if (!data?.message_id) throw new Error('card was refused');
  return data.message_id;
}

/** What a rejected SDK call was answered with. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ status: number; code: number; msg: string; headers: Record<string, string> }> {
  try {
    await call;
  } catch (error) {
    const { response } = error as {
      response?: { status: number; data: { code: number; msg: string }; headers: Record<string, string> };
    };
    if (!response) throw error;
    return { status: response.status, headers: response.headers, ...response.data };
  }
  throw new Error('the call was not refused');
}
