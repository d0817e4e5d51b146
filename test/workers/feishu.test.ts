import { describe, expect, it } from 'vitest';
import { receive } from '../../src/feishu/receive.ts';
import vectors from '../feishu/fixtures/crypto_vectors.json' with { type: 'json' };

const keys = {
  encryptKey: vectors.encrypt_key,
  verificationToken: vectors.verification_token,
  appId: vectors.app_id,
};

function request(vector: { raw_body: string; headers: Record<string, string> }) {
  return {
    body: new TextEncoder().encode(vector.raw_body),
    headers: Object.fromEntries(new Headers(vector.headers)),
  };
}

describe('on Workers', () => {
  it('inbound: verifies and decrypts the golden vectors', () => {
    const at = 1788400062_000;
    expect(receive(request(vectors.event_compact), keys, at)).toMatchObject({ kind: 'event' });
    expect(receive(request(vectors.event_same_json_other_bytes), keys, at)).toMatchObject({ kind: 'event' });
    expect(receive(request(vectors.event_plaintext_signed), keys, at)).toMatchObject({ status: 401 });
    expect(receive(request(vectors.bad_signature), keys, at)).toMatchObject({ status: 401 });
    const challenge = new TextEncoder().encode(JSON.stringify({ encrypt: vectors.url_verification.encrypt }));
    expect(receive({ body: challenge, headers: {} }, keys, at)).toMatchObject({ kind: 'challenge' });
  });

  // Loading the SDK into an isolate takes seconds.
  it('outbound: the SDK sends a card through our own fetch', { timeout: 60_000 }, async () => {
    const { createFeishu } = await import('../../src/feishu/client.ts');
    const calls: string[] = [];
    const feishu = createFeishu({
      appId: keys.appId,
      appSecret: 'secret',
      baseUrl: 'http://platform.example',
      clock: { now: () => 0 },
      log: { debug() {}, info() {}, warn() {}, error() {} },
      fetch: (url, init) => {
        // The real runtime refuses what it cannot send.
        calls.push(new Request(url, init).url);
        const token = url.endsWith('/internal');
        const body = token
          ? { tenant_access_token: 't-1', expire: 7200 }
          : { data: { message_id: 'om_1', chat_id: 'oc_1' } };
        return Promise.resolve(Response.json({ code: 0, ...body }));
      },
    });
    const card = { title: '走访提醒', tone: 'notice' as const, blocks: [] };
    await expect(feishu.messenger.send({ kind: 'person', openId: 'ou_1' }, card, 'u1')).resolves.toEqual({
      messageId: 'om_1',
      chatId: 'oc_1',
    });
    expect(calls).toEqual([
      'http://platform.example/open-apis/auth/v3/tenant_access_token/internal',
      'http://platform.example/open-apis/im/v1/messages?receive_id_type=open_id',
    ]);
  });
});
