import { Buffer } from 'node:buffer';
import type { Core } from '../core.ts';
import { encrypt, sign } from '../crypto.ts';

export interface WireAnswer {
  /** 0 when there was no answer. */
  status: number;
  body: string;
  millis: number;
  failure?: 'timeout' | 'no-connection';
}

export interface Sealed {
  body: Buffer;
  headers: Record<string, string>;
}

/** Encrypted with a fresh IV and signed with a fresh timestamp and nonce over the exact bytes. */
export function seal(core: Core, plain: string): Sealed {
  const body = Buffer.from(outer(core, plain), 'utf8');
  const headers: Record<string, string> = { 'content-type': 'application/json; charset=utf-8' };
  const { encryptKey } = core.settings;
  if (encryptKey === '') return { body, headers };
  const timestamp = String(Math.floor(core.now() / 1000));
  const nonce = core.ids.digits(9);
  headers['X-Lark-Request-Timestamp'] = timestamp;
  headers['X-Lark-Request-Nonce'] = nonce;
  headers['X-Lark-Signature'] = sign(timestamp, nonce, encryptKey, body);
  return { body, headers };
}

/** The body as it travels; rough payloads spell the same JSON in other ways. */
export function outer(core: Core, plain: string): string {
  if (core.settings.encryptKey === '') return plain;
  const sealed = encrypt(plain, core.settings.encryptKey, core.ids.bytes(16));
  if (core.faults.roughPayloads && core.settings.dice() < 0.5)
    return `{ "encrypt" : "${sealed.replaceAll('/', '\\/')}" }`;
  return JSON.stringify({ encrypt: sealed });
}

/** One POST to the bot; `budget` in real milliseconds covers connection, answer and body. Never throws. */
export async function post(core: Core, sealed: Sealed, budget: number): Promise<WireAnswer> {
  const started = performance.now();
  const millis = () => Math.round(performance.now() - started);
  const signal = AbortSignal.timeout(budget);
  try {
    const { eventsUrl, fetch: carry = fetch } = core.settings;
    const request = new Request(eventsUrl, {
      method: 'POST',
      headers: { ...sealed.headers, 'user-agent': 'Go-http-client/1.1', 'x-request-id': core.ids.hex(32) },
      body: new Uint8Array(sealed.body),
      redirect: 'manual',
      signal,
    });
    const response = await carry(request);
    return { status: response.status, body: await response.text(), millis: millis() };
  } catch {
    return { status: 0, body: '', millis: millis(), failure: signal.aborted ? 'timeout' : 'no-connection' };
  }
}

export function deadline(core: Core, kind: 'event' | 'callback' | 'challenge'): number {
  return (core.settings.deadlines ?? { event: 3_000, callback: 3_000, challenge: 1_000 })[kind];
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
