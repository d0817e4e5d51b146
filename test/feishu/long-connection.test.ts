import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LongConnection, startLongConnection } from '../../src/feishu/long-connection.ts';
import { normalise } from '../../src/feishu/normalise.ts';
import type { PlatformError } from '../../src/kernel/errors.ts';
import type { LogData } from '../../src/kernel/ports.ts';
import { BOT, fixture, LIN } from './support.ts';

// What the SDK itself speaks: binary WebSocket messages holding protobuf frames.
const ofSdk = createRequire(createRequire(import.meta.url).resolve('@larksuiteoapi/node-sdk'));
const { WebSocketServer } = ofSdk('ws');
const protobuf = ofSdk('protobufjs');
const Frame = protobuf
  .parse(`
  syntax = "proto2";
  message Header { required string key = 1; required string value = 2; }
  message Frame {
    required uint64 SeqID = 1; required uint64 LogID = 2; required int32 service = 3; required int32 method = 4;
    repeated Header headers = 5; optional string payload_encoding = 6; optional string payload_type = 7;
    optional bytes payload = 8; optional string LogIDNew = 9;
  }`)
  .root.lookupType('Frame');

const APP = 'cli_a1b2c3d4e5f60718';
const SECRET = 'long-secret';

interface Ack {
  code: number;
  data: unknown;
}

let server: Server;
let sockets: {
  send(data: Uint8Array): void;
  on(event: string, listener: (data: Uint8Array) => void): void;
}[];
let endpoint: unknown;
let asked: unknown[];
let lines: { event: string; data: LogData | undefined }[];
let connection: LongConnection | undefined;
let acks: Ack[];

beforeEach(async () => {
  sockets = [];
  asked = [];
  lines = [];
  acks = [];
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      asked.push({ path: request.url, body: JSON.parse(text) });
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(endpoint));
    });
  });
  new WebSocketServer({ server }).on('connection', (socket: (typeof sockets)[number]) => {
    sockets.push(socket);
    socket.on('message', (data) => {
      const frame = Frame.decode(data);
      if (frame.method !== 1) return;
      const { code, data: answer } = JSON.parse(Buffer.from(frame.payload).toString());
      acks.push({ code, data: answer && JSON.parse(Buffer.from(answer, 'base64').toString()) });
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const ClientConfig = { PingInterval: 60, ReconnectCount: -1, ReconnectInterval: 1, ReconnectNonce: 0 };
  const URL = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/?device_id=d&service_id=7`;
  endpoint = { code: 0, msg: 'ok', data: { URL, ClientConfig } };
});

afterEach(async () => {
  connection?.close();
  connection = undefined;
  server.closeAllConnections();
  await new Promise((resolve) => {
    server.close(resolve);
  });
});

async function start(
  onEvent: (payload: Record<string, unknown>) => Promise<object | undefined>,
  appId = APP,
) {
  const note = (event: string, data?: LogData) => void lines.push({ event, data });
  connection = await startLongConnection({
    appId,
    appSecret: SECRET,
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    onEvent,
    log: { debug: note, info: note, warn: note, error: note },
  });
}

function push(payload: unknown, parts = 1): void {
  const bytes = Buffer.from(JSON.stringify(payload));
  const size = Math.ceil(bytes.length / parts);
  for (let seq = 0; seq < parts; seq++) {
    const headers = Object.entries({ type: 'event', message_id: 'm1', sum: parts, seq, trace_id: 't' });
    const frame = {
      SeqID: 1,
      LogID: 1,
      service: 7,
      method: 1,
      headers: headers.map(([key, value]) => ({ key, value: String(value) })),
      payload: bytes.subarray(seq * size, (seq + 1) * size),
    };
    sockets[0]?.send(Frame.encode(Frame.create(frame)).finish());
  }
}

describe('the long connection', () => {
  it('hands over the payload as it is, and normalises like the webhook', async () => {
    const received: unknown[] = [];
    await start(async (payload) => void received.push(payload));
    const payload = fixture('im.message.receive_v1.p2p_text_over_long_connection');
    push(payload);
    await expect.poll(() => acks).toEqual([{ code: 200, data: undefined }]);
    expect(received).toEqual([payload]);
    expect(normalise(received[0], BOT)).toMatchObject({ kind: 'message', openId: LIN });
    expect(asked).toEqual([{ path: '/callback/ws/endpoint', body: { AppID: APP, AppSecret: SECRET } }]);
  });

  it('answers a click with the handler’s answer, and puts split payloads together', async () => {
    await start(() => Promise.resolve({ toast: { type: 'success', content: '已保存' } }));
    push(fixture('card.action.trigger.form_submit'), 3);
    await expect
      .poll(() => acks)
      .toEqual([{ code: 200, data: { toast: { type: 'success', content: '已保存' } } }]);
  });

  it('loses no type that nobody registered', async () => {
    const types: unknown[] = [];
    await start(async (payload) => void types.push((payload.header as { event_type: string }).event_type));
    push(fixture('contact.scope.updated_v3'));
    await expect.poll(() => types).toEqual(['contact.scope.updated_v3']);
  });

  it('asks for redelivery when the handler throws, and logs the id only', async () => {
    await start(() => Promise.reject(new Error('王某某')));
    push(fixture('im.message.receive_v1.p2p_text'));
    await expect.poll(() => acks).toEqual([{ code: 500, data: undefined }]);
    expect(lines).toContainEqual({
      event: 'feishu_event_failed',
      data: { eventId: '5c8443069f6b557120154f976734f273' },
    });
    expect(JSON.stringify(lines)).not.toMatch(/王某某|long-secret|device_id|拜访/);
  });
});

describe('fails loudly', () => {
  const refused = (appId = APP): Promise<PlatformError> =>
    start(() => Promise.resolve({}), appId).then(
      () => expect.unreachable('connected'),
      (error: PlatformError) => error,
    );

  it.each(['', 'cli_1', 'cli_zzzzzzzzzzzzzzzz', ` ${APP}`])('with the app id %j', async (appId) => {
    expect(await refused(appId)).toMatchObject({
      kind: 'auth',
      hint: expect.stringContaining('FEISHU_APP_ID'),
    });
    expect(asked).toEqual([]);
  });

  it.each([
    [514, 'auth', 'FEISHU_APP_SECRET'],
    [403, 'scope', '长连接'],
    [1000040350, 'rate_limited', '50'],
    [1, 'network', '繁忙'],
  ])('when the platform refuses with %i', async (code, kind, hint) => {
    endpoint = { code, msg: 'no' };
    expect(await refused()).toMatchObject({ kind, code, hint: expect.stringContaining(hint) });
  });
});
