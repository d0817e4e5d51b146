import { createCipheriv, createHash, randomBytes } from 'node:crypto';

export const KEYS = {
  appId: 'cli_a1b2c3d4e5f60718',
  appSecret: 'fictional-app-secret-000001',
  encryptKey: 'fictional-encrypt-key-01',
  verificationToken: 'Vt0kFict10nalExampleToken012345',
};

export interface SignedEvent {
  body: Buffer;
  headers: Record<string, string>;
}

/** A private text message as the platform delivers it: encrypted, signed, unique. */
export function signedMessage(n: number, now: number, openId = `ou_bench_${n % 500}`): SignedEvent {
  const payload = {
    schema: '2.0',
    header: {
      event_id: `bench-${now}-${n}`,
      token: KEYS.verificationToken,
      create_time: String(now),
      event_type: 'im.message.receive_v1',
      tenant_key: 'tenant',
      app_id: KEYS.appId,
    },
    event: {
      message: {
        chat_id: `oc_bench_${openId}`,
        chat_type: 'p2p',
        content: JSON.stringify({ text: '乡镇工作补贴最低多少钱一个月' }),
        create_time: String(now),
        message_id: `om_bench_${now}_${n}`,
        message_type: 'text',
        update_time: String(now),
      },
      sender: {
        sender_id: { open_id: openId, union_id: `on_${n}`, user_id: null },
        sender_type: 'user',
        tenant_key: 'tenant',
      },
    },
  };
  const key = createHash('sha256').update(KEYS.encryptKey).digest();
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const encrypted = Buffer.concat([iv, cipher.update(JSON.stringify(payload), 'utf8'), cipher.final()]);
  const body = Buffer.from(JSON.stringify({ encrypt: encrypted.toString('base64') }));
  const timestamp = String(Math.floor(now / 1000));
  const nonce = String(n);
  const signature = createHash('sha256')
    .update(timestamp + nonce + KEYS.encryptKey)
    .update(body)
    .digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'x-lark-request-timestamp': timestamp,
      'x-lark-request-nonce': nonce,
      'x-lark-signature': signature,
    },
  };
}
