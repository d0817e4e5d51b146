import * as lark from '@larksuiteoapi/node-sdk';
import { describe, expect, it } from 'vitest';
import { Journal } from '../../src/simulator/platform/journal.ts';
import type { ApiFault } from '../../src/simulator/platform/types.ts';
import { APP, LIN, refusal, text, type World, world } from './world.ts';

const PATH = '/open-apis/im/v1/messages';

function send(client: lark.Client, uuid = 'u') {
  return client.im.v1.message.create({
    params: { receive_id_type: 'open_id' },
    data: { receive_id: LIN, ...text('提醒'), uuid },
  });
}

function count({ platform }: World): number {
  return platform.view(LIN).chats.flatMap(({ messages }) => messages).length;
}

async function withFault(fault: Omit<ApiFault, 'path' | 'times'>): Promise<World> {
  const w = await world();
  w.platform.faults.inject({ path: PATH, times: 1, ...fault });
  return w;
}

describe('B4 asked to wait', () => {
  it.each([
    [429, {}],
    [400, { status: 400 }],
  ])('HTTP %i with the seconds to wait', async (status, more) => {
    const w = await withFault({ kind: 'rate-limit', waitSeconds: 7, ...more });
    const refused = await refusal(send(w.client));
    expect(refused).toMatchObject({ status, code: 99991400 });
    expect(refused.headers['x-ogw-ratelimit-reset']).toBe('7');
    expect(count(w)).toBe(0);
    expect((await send(w.client)).code).toBe(0);
  });
});

describe('B7 faults after the message was stored: the repeat with the same uuid makes no second one', () => {
  it.each<[ApiFault['kind'], object]>([
    ['reset-after-store', { code: 'ECONNRESET' }],
    ['502-after-store', { response: { status: 502 } }],
    ['code-after-store', { response: { status: 400, data: { code: 230049 } } }],
  ])('%s', async (kind, error) => {
    const w = await withFault({ kind });
    await expect(send(w.client)).rejects.toMatchObject(error);
    expect(count(w)).toBe(1);
    await send(w.client);
    expect(count(w)).toBe(1);
  });

  it('hang-after-store', async () => {
    const w = await withFault({ kind: 'hang-after-store' });
    const response = fetch(`${w.base}${PATH}?receive_id_type=open_id`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await w.token()}`, 'content-type': 'application/json' },
      body: JSON.stringify({ receive_id: LIN, ...text('x'), uuid: 'u' }),
      signal: AbortSignal.timeout(100),
    });
    await expect(response).rejects.toThrow('timeout');
    expect(count(w)).toBe(1);
  });
});

describe('B8 B9 B10 other troubles before anything was stored', () => {
  it('B8 hangs until the caller gives up; settled() does not wait for it', async () => {
    const w = await withFault({ kind: 'hang' });
    const http = lark.defaultHttpInstance;
    const before = http.defaults.timeout;
    http.defaults.timeout = 100;
    try {
      const call = send(w.client);
      const refused = expect(call).rejects.toMatchObject({ code: 'ECONNABORTED' });
      await w.platform.settled();
      await refused;
    } finally {
      http.defaults.timeout = before ?? 0;
    }
    expect(count(w)).toBe(0);
  });

  it('B9 the SDK rejects a code with HTTP 400 and resolves one with HTTP 200', async () => {
    const rejected = await withFault({ kind: 'code', code: 230022 });
    expect(await refusal(send(rejected.client))).toMatchObject({ status: 400, code: 230022 });
    const resolved = await withFault({ kind: 'code', code: 230022, status: 200 });
    expect(await send(resolved.client)).toMatchObject({ code: 230022 });
    expect(count(resolved)).toBe(0);
  });

  it.each<[ApiFault['kind'], object]>([
    ['reset', { code: 'ECONNRESET' }],
    ['status-502', { response: { status: 502, data: '' } }],
    ['html-502', { response: { status: 502, data: expect.stringContaining('<html>') } }],
  ])('B10 %s', async (kind, error) => {
    const w = await withFault({ kind });
    await expect(send(w.client)).rejects.toMatchObject(error);
    expect(count(w)).toBe(0);
  });

  it('B10 an empty body, and one that trickles', async () => {
    const empty = await withFault({ kind: 'empty' });
    expect(await send(empty.client)).toBe('');
    const w = await withFault({ kind: 'trickle' });
    const response = await fetch(`${w.base}${PATH}`, { method: 'POST', signal: AbortSignal.timeout(300) });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('timeout');
  });
});

it('faults come in order of addition, after as many calls as they let pass, until cleared', async () => {
  const { platform, call } = await world();
  const info = async () => (await call('GET', '/open-apis/bot/v3/info')).body.code;
  platform.faults.inject({ path: '/open-apis/bot', times: 2, kind: 'code', code: 1, skip: 1 });
  platform.faults.inject({ path: '/open-apis/bot', times: 9, kind: 'code', code: 2 });
  expect([await info(), await info(), await info(), await info()]).toEqual([0, 1, 1, 2]);
  platform.faults.clear();
  expect(await info()).toBe(0);
});

it('B18 errors carry a log id, also as header; the journal holds no secret and no token', async () => {
  const { base, call, platform } = await world();
  const { headers, body } = await call('GET', `${PATH}/om_unknown`);
  expect(body).toMatchObject({ code: 231003, error: { log_id: expect.stringMatching(/^[0-9a-f]{32}$/) } });
  expect(headers.get('x-tt-logid')).toBe(body.error.log_id);
  const journal = JSON.stringify(platform.journal());
  expect(journal).toContain('tenant_access_token');
  expect(journal).not.toContain(APP.secret);
  expect(journal).not.toMatch(/"t-[0-9a-f]{40}"/);
  expect((await fetch(`${base}/open-apis/nothing`)).status).toBe(404);
});

it('the journal keeps the last 2,000 and their indexes', () => {
  const journal = new Journal();
  const entry = { at: 0, direction: 'to-bot', request: {}, response: {}, status: 200, millis: 1 } as const;
  for (let i = 0; i < 7_000; i += 1) journal.add({ ...entry, title: `${i}` });
  expect(journal.since()).toHaveLength(2_000);
  expect(journal.since().at(-1)).toMatchObject({ index: 6_999, title: '6999' });
  expect(journal.since(6_998).map(({ index }) => index)).toEqual([6_998, 6_999]);
});
