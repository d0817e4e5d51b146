import { Buffer } from 'node:buffer';
import type { Core } from '../core.ts';
import { encrypt, sign } from '../crypto.ts';
import type { AttackReport } from '../types.ts';
import { envelope } from './envelope.ts';
import { outer, seal } from './wire.ts';

interface Attack {
  name: string;
  method?: 'GET';
  body?: Buffer;
  headers?: Record<string, string>;
}

const HOUR = 60 * 60;
const JSON_TYPE = { 'content-type': 'application/json' };

/** Each is a message event that would have an effect if it were believed. */
export async function attack(core: Core, sampleEvent: Record<string, unknown>): Promise<AttackReport[]> {
  const reports: AttackReport[] = [];
  for (const each of attacks(core, sampleEvent)) reports.push(await send(core, each));
  return reports;
}

function attacks(core: Core, event: Record<string, unknown>): Attack[] {
  const honest = envelope(core, 'im.message.receive_v1', event).body;
  const header = honest.header as Record<string, unknown>;
  const plain = JSON.stringify(honest);
  const sealed = seal(core, plain);
  const cipher = encrypt(plain, core.settings.encryptKey, core.ids.bytes(16));
  const with_ = (change: Record<string, unknown>) =>
    seal(core, JSON.stringify({ ...honest, header: { ...header, ...change } }));
  const signed = (text: string, age = 0) => signedBody(core, text, age);
  return [
    { name: 'bad signature', ...sealed, headers: { ...sealed.headers, 'X-Lark-Signature': '0'.repeat(64) } },
    { name: 'no headers', body: sealed.body, headers: JSON_TYPE },
    { name: 'plain body', body: Buffer.from(plain), headers: JSON_TYPE },
    { name: 'plain body, signed', ...signed(plain) },
    { name: 'foreign app', ...with_({ app_id: 'cli_ffffffffffffffff' }) },
    { name: 'wrong token', ...with_({ token: 'wrong' }) },
    { name: 'old timestamp', ...signed(JSON.stringify({ encrypt: cipher }), HOUR + 60) },
    { name: 'truncated', ...signed(JSON.stringify({ encrypt: cipher.slice(0, 40) })) },
    { name: 'not JSON', ...signed('{"encrypt":') },
    { name: '10 MB', ...signed(JSON.stringify({ encrypt: 'A'.repeat(10 * 1024 * 1024) })) },
    {
      name: 'challenge with a wrong token',
      body: Buffer.from(
        outer(core, JSON.stringify({ challenge: 'x', token: 'wrong', type: 'url_verification' })),
      ),
      headers: JSON_TYPE,
    },
    { name: 'GET', method: 'GET' },
  ];
}

function signedBody(
  core: Core,
  text: string,
  age: number,
): { body: Buffer; headers: Record<string, string> } {
  const body = Buffer.from(text);
  const timestamp = String(Math.floor(core.now() / 1000) - age);
  const nonce = core.ids.digits(9);
  return {
    body,
    headers: {
      ...JSON_TYPE,
      'X-Lark-Request-Timestamp': timestamp,
      'X-Lark-Request-Nonce': nonce,
      'X-Lark-Signature': sign(timestamp, nonce, core.settings.encryptKey, body),
    },
  };
}

async function send(core: Core, each: Attack): Promise<AttackReport> {
  const started = performance.now();
  const report = { name: each.name, status: 0, body: '' };
  try {
    const response = await fetch(core.settings.eventsUrl, {
      method: each.method ?? 'POST',
      headers: each.headers ?? {},
      ...(each.body && { body: new Uint8Array(each.body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(5_000),
    });
    report.status = response.status;
    report.body = await response.text();
  } catch {
    // The bot may close the connection on what it does not want to read.
  }
  return { ...report, millis: Math.round(performance.now() - started) };
}
