import * as lark from '@larksuiteoapi/node-sdk';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startLongConnection } from '../../src/feishu/long-connection.ts';
import { decodeFrame, encodeFrame } from '../../src/simulator/platform/link/frame.ts';
import { silent } from '../support/ctx.ts';
import { APP, card, HURRIED, LIN, sendCard, type World, world } from './world.ts';

interface Event {
  event_id: string;
  event_type: string;
  message: { message_id: string; content: string };
}

const quiet = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };

/** Connects as the SDK does and resolves when it is ready. */
async function connect(w: World, handlers: Record<string, (event: Event) => unknown>) {
  const dispatcher = new lark.EventDispatcher({ logger: quiet }).register(handlers as never);
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  const reconnected = Promise.withResolvers<void>();
  const client = new lark.WSClient({
    appId: APP.id,
    appSecret: APP.secret,
    domain: w.base,
    logger: quiet,
    onReady: resolve,
    onError: reject,
    onReconnected: () => reconnected.resolve(),
  });
  onTestFinished(() => client.close({ force: true }));
  await client.start({ eventDispatcher: dispatcher });
  await ready;
  return { client, reconnected: reconnected.promise };
}

const overConnection = { transport: 'long-connection' } as const;

describe('A20 the long connection', () => {
  it('the SDK connects, gets events and acknowledges them; nothing goes to the URL', async () => {
    const w = await world(overConnection);
    const got: Event[] = [];
    await connect(w, { 'im.message.receive_v1': (event) => void got.push(event) });
    const id = await w.platform.users.say(LIN, '你好');
    await w.platform.users.say(LIN, '字'.repeat(30_000));
    expect(got.map(({ message }) => message.message_id)).toContain(id);
    expect(JSON.parse(got[1]?.message.content ?? '{}').text).toHaveLength(30_000);
    expect(w.platform.journal().at(-1)).toMatchObject({ title: 'im.message.receive_v1', status: 200 });
    expect(w.bot.deliveries).toEqual([]);
  });

  it('payloads in pieces are put together', async () => {
    const w = await world(overConnection);
    w.platform.faults.splitFrames = true;
    const got: Event[] = [];
    await connect(w, { 'im.message.receive_v1': (event) => void got.push(event) });
    await w.platform.users.say(LIN, '切开的汉字');
    expect(got.map(({ message }) => JSON.parse(message.content).text)).toEqual(['切开的汉字']);
  });

  it('a click is answered over it, with the same grammar', async () => {
    const w = await world(overConnection);
    await connect(w, {
      'card.action.trigger': () => ({
        toast: { type: 'success', content: '已确认' },
        card: { type: 'raw', data: card('新的') },
      }),
    });
    const id = await sendCard(w, LIN, card('原来的', { 确认: {} }));
    expect(await w.platform.users.click(LIN, id, '确认')).toEqual({
      toast: { type: 'success', content: '已确认' },
    });
    const message = w.platform.view(LIN).chats.flatMap(({ messages }) => messages)[0];
    expect(message).toMatchObject({ updates: 1, text: '新的（摘要）' });
  });

  it('a handler that throws or is slow makes the ladder go on, with the same event id', async () => {
    const w = await world({ ...overConnection, ...HURRIED });
    const ids: string[] = [];
    let fail: () => unknown = () => {
      throw new Error('no');
    };
    await connect(w, {
      'im.message.receive_v1': async ({ event_id: id }) => {
        ids.push(id);
        await fail();
      },
    });
    await w.platform.users.say(LIN, '在吗');
    fail = () => new Promise((resolve) => setTimeout(resolve, 300));
    w.clock.advance(1);
    await w.platform.runDue();
    fail = () => undefined;
    w.clock.advance(6);
    expect(await w.platform.runDue()).toBeUndefined();
    expect(ids).toHaveLength(3);
    expect(new Set(ids)).toHaveLength(1);
  });

  it('without a connection the event waits; a broken one comes back by itself', async () => {
    const w = await world(overConnection);
    await w.platform.users.say(LIN, '早了');
    const got: Event[] = [];
    const { reconnected } = await connect(w, { 'im.message.receive_v1': (event) => void got.push(event) });
    w.clock.advance(1);
    expect(await w.platform.runDue()).toBeUndefined();
    expect(w.platform.dropConnections()).toBe(1);
    await reconnected;
    await w.platform.users.say(LIN, '又来了');
    expect(got.map(({ message }) => JSON.parse(message.content).text)).toEqual(['早了', '又来了']);
  });

  it('each event goes to one of several connections', async () => {
    const w = await world(overConnection);
    const got: number[] = [];
    for (const n of [1, 2, 3]) await connect(w, { 'im.message.receive_v1': () => void got.push(n) });
    for (let i = 0; i < 12; i += 1) await w.platform.users.say(LIN, `${i}`);
    expect(got).toHaveLength(12);
    expect(new Set(got).size).toBeGreaterThan(1);
  });

  it('the product’s own connection is served, empty token or not', async () => {
    const w = await world(overConnection);
    const tokens: unknown[] = [];
    const connection = await startLongConnection({
      appId: APP.id,
      appSecret: APP.secret,
      baseUrl: w.base,
      log: silent,
      onEvent: async (payload) => {
        tokens.push((payload.header as { token: string }).token);
        return undefined;
      },
    });
    onTestFinished(() => connection.close());
    for (let i = 0; i < 8; i += 1) await w.platform.users.say(LIN, `${i}`);
    expect(new Set(tokens)).toEqual(new Set(['', 'Vt0kFict10nalExampleToken012345']));
  });

  it.each([
    ['wrong secret', { AppID: APP.id, AppSecret: 'x' }, 514],
    ['webhook chosen in the console', { AppID: APP.id, AppSecret: APP.secret }, 403],
  ])('the endpoint refuses: %s', async (_, body, code) => {
    const w = await world();
    const answer = await fetch(`${w.base}/callback/ws/endpoint`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(await answer.json()).toMatchObject({ code });
    expect(JSON.stringify(w.platform.journal())).not.toContain(APP.secret);
  });

  it('the 51st connection is refused, and one without a ticket', async () => {
    const w = await world(overConnection);
    const endpoint = async () => {
      const body = JSON.stringify({ AppID: APP.id, AppSecret: APP.secret });
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${w.base}/callback/ws/endpoint`, { method: 'POST', headers, body });
      return (await answer.json()) as { code: number; data?: { URL: string } };
    };
    const open = async (url: string) => {
      const socket = new WebSocket(url);
      const { promise, resolve } = Promise.withResolvers<boolean>();
      socket.addEventListener('open', () => resolve(true));
      socket.addEventListener('error', () => resolve(false));
      return promise;
    };
    const url = (await endpoint()).data?.URL ?? '';
    for (let i = 0; i < 50; i += 1) expect(await open((await endpoint()).data?.URL ?? '')).toBe(true);
    expect((await endpoint()).code).toBe(1000040350);
    expect(await open(url)).toBe(false);
    expect(w.platform.dropConnections()).toBe(50);
    expect(await open(url.replace(/ticket=.*/, 'ticket=forged'))).toBe(false);
  });
});

it('A20 frames survive encoding, whatever is in them', () => {
  const frame = fc.record({
    service: fc.nat(),
    method: fc.constantFrom(0 as const, 1 as const),
    headers: fc.dictionary(fc.stringMatching(/^[a-z_]{1,20}$/), fc.string({ unit: 'binary' })),
    payload: fc.uint8Array({ maxLength: 70_000 }),
  });
  fc.assert(
    fc.property(frame, (each) => {
      const decoded = decodeFrame(encodeFrame(each));
      expect({ ...decoded, payload: [...decoded.payload] }).toEqual({
        ...each,
        headers: { ...each.headers },
        payload: [...each.payload],
      });
    }),
    { numRuns: 40 },
  );
  expect(() => decodeFrame(new Uint8Array([0x42, 0x09, 1]))).toThrow(RangeError);
});
