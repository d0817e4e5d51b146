import { createCipheriv, createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReceiveKeys } from '../../src/feishu/receive.ts';

const folder = fileURLToPath(new URL('./fixtures/', import.meta.url));

export const BOT = 'ou_99887766554433221100ffeeddccbb99';
export const LIN = 'ou_11aa22bb33cc44dd55ee66ff77008811';

// Fixtures are read like the JSON they are.
// oxlint-disable-next-line typescript/no-explicit-any
export type Fixture = any;

export function fixture(name: string): Fixture {
  return JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8'));
}

/** Names of all recorded events and callbacks. */
export function eventFixtures(): string[] {
  return readdirSync(folder)
    .filter((file) => /^(im|contact|card\.action|application)\./.test(file))
    .map((file) => file.replace(/\.json$/, ''));
}

export const vectors = fixture('crypto_vectors');

/** The moment at which the golden vectors were signed, ms. */
export const SIGNED_AT = 1788400062_000;

export const keys: ReceiveKeys = {
  encryptKey: vectors.encrypt_key,
  verificationToken: vectors.verification_token,
  appId: vectors.app_id,
};

export function encrypt(plaintext: string, key: string = keys.encryptKey): string {
  const iv = Buffer.from('00112233445566778899aabbccddeeff', 'hex');
  const aes = createHash('sha256').update(key).digest();
  const cipher = createCipheriv('aes-256-cbc', aes, iv);
  return Buffer.concat([iv, cipher.update(plaintext, 'utf8'), cipher.final()]).toString('base64');
}

export interface Delivery {
  body: Uint8Array;
  headers: Record<string, string>;
}

/** As the platform would send it: encrypted and signed, unless told otherwise. */
export function delivery(
  payload: unknown,
  options: { at?: number; key?: string; raw?: string } = {},
): Delivery {
  const key = options.key ?? keys.encryptKey;
  const raw = options.raw ?? JSON.stringify({ encrypt: encrypt(JSON.stringify(payload), key) });
  const timestamp = String(Math.floor((options.at ?? SIGNED_AT) / 1000));
  return signed(raw, timestamp, key);
}

export function signed(raw: string, timestamp: string, key: string = keys.encryptKey): Delivery {
  const body = Buffer.from(raw);
  const signature = createHash('sha256').update(`${timestamp}4711${key}`).update(body).digest('hex');
  return {
    body,
    headers: {
      'x-lark-request-timestamp': timestamp,
      'x-lark-request-nonce': '4711',
      'x-lark-signature': signature,
    },
  };
}

export function unsigned(raw: string | Uint8Array): Delivery {
  return { body: Buffer.from(raw), headers: {} };
}
