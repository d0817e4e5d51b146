import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { ReceiveKeys } from '../../src/feishu/receive.ts';

interface Seal {
  keys: ReceiveKeys;
  /** Ms UTC. */
  now: number;
  nonce: string;
}

/** Any payload as the platform would encrypt and sign it, with the token and app of these keys where it names some. */
export function sealed(payload: unknown, { keys, now, nonce }: Seal) {
  const key = createHash('sha256').update(keys.encryptKey).digest();
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const plain = JSON.stringify(ours(payload, keys, nonce)) ?? 'null';
  const encrypted = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]);
  const body = Buffer.from(JSON.stringify({ encrypt: encrypted.toString('base64') }));
  const timestamp = String(Math.floor(now / 1000));
  const signature = createHash('sha256')
    .update(timestamp + nonce + keys.encryptKey)
    .update(body)
    .digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'x-lark-request-timestamp': timestamp,
      'x-lark-request-nonce': nonce,
      'x-lark-signature': signature,
    } as Record<string, string>,
  };
}

function ours(payload: unknown, keys: ReceiveKeys, nonce: string): unknown {
  if (typeof payload !== 'object' || payload === null || !('header' in payload)) return payload;
  const { header } = payload;
  if (typeof header !== 'object' || header === null) return payload;
  const own = { token: keys.verificationToken, app_id: keys.appId, event_id: `fuzz-${nonce}` };
  return { ...payload, header: { ...header, ...own } };
}
