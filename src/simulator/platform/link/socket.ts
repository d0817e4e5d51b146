import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** RFC 6455, section 1.3. */
const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const CONTINUATION = 0x0;
const BINARY = 0x2;
const CLOSE = 0x8;
const PING = 0x9;
const PONG = 0xa;

export interface Socket {
  send(data: Uint8Array): void;
  /** Without a word, as a broken network would. */
  drop(): void;
}

/** Accepts a WebSocket: the little of it that the long connection needs, no extensions. */
export function accept(
  request: IncomingMessage,
  stream: Duplex,
  listener: { message(socket: Socket, data: Buffer): void; closed(): void },
): Socket {
  const key = createHash('sha1')
    .update(`${request.headers['sec-websocket-key'] ?? ''}${MAGIC}`)
    .digest('base64');
  stream.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
  );
  const socket: Socket = {
    send: (data) => void stream.write(framed(BINARY, data)),
    drop: () => stream.destroy(),
  };
  let buffered: Buffer = Buffer.alloc(0);
  let parts: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => {
    buffered = Buffer.concat([buffered, chunk]);
    for (let next = unframed(buffered); next; next = unframed(buffered)) {
      buffered = buffered.subarray(next.size);
      if (next.opcode === PING) stream.write(framed(PONG, next.data));
      if (next.opcode === CLOSE) stream.end(framed(CLOSE, next.data));
      if (next.opcode !== BINARY && next.opcode !== CONTINUATION) continue;
      parts.push(next.data);
      if (!next.last) continue;
      listener.message(socket, Buffer.concat(parts));
      parts = [];
    }
  });
  stream.on('error', () => stream.destroy());
  stream.on('close', () => listener.closed());
  return socket;
}

function framed(opcode: number, data: Uint8Array): Buffer {
  const head = [0x80 | opcode];
  if (data.length < 126) head.push(data.length);
  else if (data.length < 0x10000) head.push(126, data.length >> 8, data.length & 0xff);
  else {
    const size = Buffer.alloc(8);
    size.writeBigUInt64BE(BigInt(data.length));
    head.push(127, ...size);
  }
  return Buffer.concat([Buffer.from(head), data]);
}

interface Unframed {
  opcode: number;
  last: boolean;
  data: Buffer;
  /** Bytes used up. */
  size: number;
}

/** Undefined while the frame is not complete. Clients mask what they send. */
function unframed(buffer: Buffer): Unframed | undefined {
  const [first, second] = buffer;
  if (first === undefined || second === undefined) return undefined;
  const short = second & 0x7f;
  const head = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (buffer.length < head + 4) return undefined;
  const length =
    short < 126 ? short : short === 126 ? buffer.readUInt16BE(2) : Number(buffer.readBigUInt64BE(2));
  const size = head + 4 + length;
  if (buffer.length < size) return undefined;
  const mask = buffer.subarray(head, head + 4);
  const data = Buffer.from(buffer.subarray(head + 4, size));
  for (let i = 0; i < data.length; i += 1) data[i] = (data[i] ?? 0) ^ (mask[i % 4] ?? 0);
  return { opcode: first & 0x0f, last: first >= 0x80, data, size };
}
