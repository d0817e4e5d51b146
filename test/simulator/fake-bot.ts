import { createDecipheriv, createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Delivery {
  headers: IncomingHttpHeaders;
  raw: Buffer;
  /** Decrypted body. */
  body: {
    header: { event_id: string; create_time: string; event_type: string; token: string };
    event: Record<string, unknown>;
  };
  signed: boolean;
}

export interface BotAnswer {
  status?: number;
  body?: unknown;
  /** Real milliseconds before the answer. */
  after?: number;
  /** Closes the connection instead of answering. */
  reset?: boolean;
  location?: string;
}

/** Decrypts and checks by means of its own, so that platform and product cannot be wrong together. */
export class FakeBot {
  deliveries: Delivery[] = [];
  answer: (delivery: Delivery) => BotAnswer = () => ({});
  #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const delivery = this.#read(request.headers, Buffer.concat(chunks));
      this.deliveries.push(delivery);
      const { status = 200, body = {}, after = 0, reset, location } = this.#reply(delivery);
      setTimeout(() => {
        if (reset) {
          request.socket.resetAndDestroy();
          return;
        }
        response.writeHead(status, {
          'content-type': 'application/json',
          ...(location !== undefined && { location }),
        });
        response.end(typeof body === 'string' ? body : JSON.stringify(body));
      }, after);
    });
  });

  constructor(private readonly encryptKey: string) {}

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/feishu/events`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  events(type: string): Delivery[] {
    return this.deliveries.filter(({ body }) => body.header?.event_type === type);
  }

  /** The only delivery of this type so far. */
  only(type: string): Delivery {
    const found = this.events(type);
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} deliveries of ${type}`);
    return found[0];
  }

  #reply(delivery: Delivery): BotAnswer {
    const { challenge } = delivery.body as unknown as { challenge?: string };
    const answer = this.answer(delivery);
    return challenge === undefined || answer.body !== undefined ? answer : { ...answer, body: { challenge } };
  }

  #read(headers: IncomingHttpHeaders, raw: Buffer): Delivery {
    const expected = createHash('sha256')
      .update(
        [headers['x-lark-request-timestamp'], headers['x-lark-request-nonce'], this.encryptKey].join(''),
      )
      .update(raw)
      .digest('hex');
    return { headers, raw, body: this.#open(raw), signed: headers['x-lark-signature'] === expected };
  }

  /** Empty for what nobody could read. */
  #open(raw: Buffer): Delivery['body'] {
    try {
      const outer = JSON.parse(raw.toString());
      return outer.encrypt === undefined ? outer : JSON.parse(this.#decrypt(outer.encrypt));
    } catch {
      return {} as Delivery['body'];
    }
  }

  #decrypt(text: string): string {
    const bytes = Buffer.from(text, 'base64');
    const key = createHash('sha256').update(this.encryptKey).digest();
    const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, 16));
    return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString('utf8');
  }
}
