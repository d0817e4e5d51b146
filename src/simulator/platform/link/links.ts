import { Buffer } from 'node:buffer';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ApiCall, Route } from '../api/call.ts';
import type { Core } from '../core.ts';
import type { WireAnswer } from '../delivery/wire.ts';
import { decodeFrame, encodeFrame } from './frame.ts';
import { accept, type Socket } from './socket.ts';

const PATH = '/callback/ws/connect';
const SERVICE = 33554678;
/** Per app, every client instance counts. */
const MOST = 50;
/** Seconds; a count of -1 means for ever. */
const CLIENT_CONFIG = { PingInterval: 120, ReconnectCount: -1, ReconnectInterval: 1, ReconnectNonce: 0 };

type Settle = (answer: Omit<WireAnswer, 'millis'>) => void;

/** Long connections of the bot: no broadcast, each event goes to one of them, whichever it is. */
export class Links {
  #links = new Map<Socket, Map<string, Settle>>();
  #tickets = new Set<string>();

  constructor(private readonly core: Core) {}

  get count(): number {
    return this.#links.size;
  }

  /** Tells a bot with the right secret where to connect. */
  route(): Route {
    return {
      method: 'POST',
      path: '/callback/ws/endpoint',
      access: 'open',
      handle: (core, call) => ({ status: 200, body: this.#endpoint(core, call) }),
    };
  }

  /** Takes over the WebSocket upgrades of the server that serves the API. */
  attach(server: Server): void {
    server.on('upgrade', (request, stream) => this.#upgrade(request, stream));
  }

  /** Ends all connections as a broken network would; returns how many there were. */
  drop(): number {
    const sockets = [...this.#links.keys()];
    for (const socket of sockets) socket.drop();
    return sockets.length;
  }

  /** Delivers over one random connection and waits for its acknowledgement. Never throws. */
  async deliver(plain: string, budget: number): Promise<WireAnswer> {
    const started = performance.now();
    const sockets = [...this.#links];
    const [socket, waiting] = sockets[Math.floor(this.core.settings.dice() * sockets.length)] ?? [];
    if (!socket || !waiting) return { status: 0, body: '', millis: 0, failure: 'no-connection' };
    const id = this.core.ids.hex(32);
    const answer = await new Promise<Omit<WireAnswer, 'millis'>>((resolve) => {
      const timer = setTimeout(() => resolve({ status: 0, body: '', failure: 'timeout' }), budget);
      waiting.set(id, (result) => {
        clearTimeout(timer);
        resolve(result);
      });
      this.#send(socket, id, this.#withoutToken(plain));
    });
    waiting.delete(id);
    return { ...answer, millis: Math.round(performance.now() - started) };
  }

  #endpoint(core: Core, call: ApiCall): Record<string, unknown> {
    const { AppID: appId, AppSecret: secret } = call.body;
    if (appId !== core.settings.appId || secret !== core.settings.appSecret)
      return { code: 514, msg: 'authentication failed' };
    if (core.settings.transport !== 'long-connection') return { code: 403, msg: 'forbidden' };
    if (this.count >= MOST) return { code: 1000040350, msg: 'the number of connections exceeded the limit' };
    const ticket = core.ids.hex(32);
    this.#tickets.add(ticket);
    // The SDK misreads the first key of the query, so `service_id` is not the first.
    const query = `device_id=${core.ids.digits(19)}&service_id=${SERVICE}&ticket=${ticket}`;
    const url = `ws://${call.header('host') ?? ''}${PATH}?${query}`;
    return { code: 0, msg: '', data: { URL: url, ClientConfig: CLIENT_CONFIG } };
  }

  #upgrade(request: IncomingMessage, stream: Duplex): void {
    const { pathname, searchParams } = new URL(request.url ?? '', 'ws://platform');
    const known = pathname === PATH && this.#tickets.delete(searchParams.get('ticket') ?? '');
    if (!known || this.count >= MOST) {
      stream.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const waiting = new Map<string, Settle>();
    const socket = accept(request, stream, {
      message: (from, data) => receive(from, data, waiting),
      closed: () => {
        this.#links.delete(socket);
        for (const settle of waiting.values()) settle({ status: 0, body: '', failure: 'no-connection' });
      },
    });
    this.#links.set(socket, waiting);
  }

  /** In pieces when the dial says so: the receiver puts them together. */
  #send(socket: Socket, id: string, plain: string): void {
    const payload = Buffer.from(plain, 'utf8');
    const pieces = this.core.faults.splitFrames ? 3 : 1;
    const size = Math.ceil(payload.length / pieces);
    for (let seq = 0; seq < pieces; seq += 1)
      socket.send(
        encodeFrame({
          service: SERVICE,
          method: 1,
          headers: { type: 'event', message_id: id, sum: String(pieces), seq: String(seq), trace_id: id },
          payload: payload.subarray(seq * size, (seq + 1) * size),
        }),
      );
  }

  /** Seen filled and seen empty in the field: nobody may rely on it here. */
  #withoutToken(plain: string): string {
    if (this.core.settings.dice() < 0.5) return plain;
    const body = JSON.parse(plain) as { header?: { token: string } };
    if (body.header) body.header.token = '';
    return JSON.stringify(body);
  }
}

function receive(socket: Socket, data: Buffer, waiting: Map<string, Settle>): void {
  const frame = decodeFrame(data);
  if (frame.method === 0) {
    if (frame.headers.type !== 'ping') return;
    const payload = Buffer.from(JSON.stringify(CLIENT_CONFIG));
    socket.send(encodeFrame({ service: frame.service, method: 0, headers: { type: 'pong' }, payload }));
    return;
  }
  const { code, data: result } = JSON.parse(Buffer.from(frame.payload).toString('utf8')) as {
    code: number;
    data?: string;
  };
  // No data means that there is nothing to say, which is the empty answer of a webhook.
  const body = result === undefined ? '{}' : Buffer.from(result, 'base64').toString('utf8');
  waiting.get(frame.headers.message_id ?? '')?.({ status: code, body });
}
