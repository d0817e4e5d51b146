import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES, receive } from '../../src/feishu/receive.ts';
import {
  type Delivery,
  delivery,
  encrypt,
  fixture,
  keys,
  SIGNED_AT,
  signed,
  unsigned,
  vectors,
} from './support.ts';

const HOUR = 3_600_000;
const message = fixture('im.message.receive_v1.p2p_text');
const challenge = fixture('url_verification.plain');

const at = (request: Delivery, now = SIGNED_AT) => receive(request, keys, now);
const vector = (name: string): Delivery => ({
  body: Buffer.from(vectors[name].raw_body),
  headers: Object.fromEntries(new Headers(vectors[name].headers)),
});

describe('golden vectors', () => {
  it('accepts the compact event and hands over its payload', () => {
    expect(at(vector('event_compact'))).toEqual({
      kind: 'event',
      eventId: '5c8443069f6b557120154f976734f273',
      payload: JSON.parse(vectors.event_compact.plaintext),
    });
  });

  it('accepts the same JSON in other bytes: the signature is over the raw bytes', () => {
    expect(at(vector('event_same_json_other_bytes'))).toMatchObject({ kind: 'event' });
  });

  it('refuses a plaintext event although it is signed', () => {
    expect(at(vector('event_plaintext_signed'))).toEqual({
      kind: 'refused',
      status: 401,
      reason: 'not_encrypted',
    });
  });

  it('refuses the bad signature', () => {
    expect(at(vector('bad_signature'))).toEqual({ kind: 'refused', status: 401, reason: 'bad_signature' });
  });

  it('answers the encrypted address check, which is never signed', () => {
    const body = JSON.stringify({ encrypt: vectors.url_verification.encrypt });
    expect(at(unsigned(body))).toEqual({ kind: 'challenge', challenge: challenge.challenge });
    expect(at(unsigned(JSON.stringify(fixture('url_verification.encrypted'))))).toMatchObject({
      kind: 'challenge',
    });
  });
});

describe('address check', () => {
  const plainKeys = { ...keys, encryptKey: '' };

  it('is answered in plain text only while no Encrypt Key is set', () => {
    const request = unsigned(JSON.stringify(challenge));
    expect(receive(request, plainKeys, SIGNED_AT)).toEqual({
      kind: 'challenge',
      challenge: challenge.challenge,
    });
    expect(at(request)).toMatchObject({ kind: 'refused', status: 401 });
  });

  it.each([
    ['another token', { ...challenge, token: 'Vt0kFict10nalExampleToken012346' }],
    ['no token', { ...challenge, token: undefined }],
    ['no challenge', { ...challenge, challenge: undefined }],
    ['a challenge that is no text', { ...challenge, challenge: { deep: 1 } }],
  ])('is refused with %s', (_, payload) => {
    const refused = { kind: 'refused', status: 401 };
    expect(at(unsigned(JSON.stringify({ encrypt: encrypt(JSON.stringify(payload)) })))).toMatchObject(
      refused,
    );
    expect(receive(unsigned(JSON.stringify(payload)), plainKeys, SIGNED_AT)).toMatchObject(refused);
  });

  it('never matches an empty token', () => {
    const open = { ...plainKeys, verificationToken: '' };
    const request = unsigned(JSON.stringify({ ...challenge, token: '' }));
    expect(receive(request, open, SIGNED_AT)).toMatchObject({ kind: 'refused' });
  });

  it('does not open the door for events while no Encrypt Key is set', () => {
    expect(receive(unsigned(JSON.stringify(message)), plainKeys, SIGNED_AT)).toMatchObject({
      reason: 'unsigned',
    });
    expect(receive(signed(JSON.stringify(message), '1788400062', ''), plainKeys, SIGNED_AT)).toMatchObject({
      reason: 'bad_signature',
    });
  });
});

describe('attacks', () => {
  const other = (header: object) => ({ ...message, header: { ...message.header, ...header } });
  const good = delivery(message);
  const without = (name: string): Delivery => ({ body: good.body, headers: { ...good.headers, [name]: '' } });
  const encrypted = (text: string) => signed(JSON.stringify({ encrypt: text }), '1788400062');
  const whole = encrypt(JSON.stringify(message));

  const cases: [string, Delivery, number, string][] = [
    ['no JSON', unsigned('<html>'), 400, 'not_json'],
    ['an empty body', unsigned(''), 400, 'not_json'],
    ['bytes that are no text', unsigned(new Uint8Array([0xff, 0xfe, 0x00])), 400, 'not_json'],
    ['a JSON list', unsigned('[]'), 401, 'not_encrypted'],
    ['JSON null', unsigned('null'), 401, 'not_encrypted'],
    ['an encrypt field that is no text', unsigned('{"encrypt":{"a":1}}'), 401, 'not_encrypted'],
    ['plain text', unsigned(JSON.stringify(message)), 401, 'not_encrypted'],
    ['10 MB', unsigned(new Uint8Array(10_000_000).fill(0x20)), 413, 'too_large'],
    ['one byte too many', unsigned(new Uint8Array(MAX_BODY_BYTES + 1).fill(0x20)), 413, 'too_large'],
    ['no timestamp header', without('x-lark-request-timestamp'), 401, 'unsigned'],
    ['no nonce header', without('x-lark-request-nonce'), 401, 'unsigned'],
    ['no signature header', without('x-lark-signature'), 401, 'unsigned'],
    [
      'a signature by another key',
      signed(Buffer.from(good.body).toString(), '1788400062', 'other'),
      401,
      'bad_signature',
    ],
    [
      'a changed body',
      { body: Buffer.concat([good.body, Buffer.from(' ')]), headers: good.headers },
      401,
      'bad_signature',
    ],
    ['another app', delivery(other({ app_id: 'cli_0000000000000000' })), 401, 'wrong_app'],
    ['no app', delivery(other({ app_id: null })), 401, 'wrong_app'],
    ['another token', delivery(other({ token: 'x' })), 401, 'wrong_token'],
    ['no token', delivery(other({ token: undefined })), 401, 'wrong_token'],
    ['no event id', delivery(other({ event_id: '' })), 400, 'no_event_id'],
    ['no header at all', delivery({ schema: '2.0', event: {} }), 401, 'wrong_token'],
    ['truncated base64', encrypted(whole.slice(0, 101)), 401, 'not_decryptable'],
    ['half a ciphertext', encrypted(whole.slice(0, 128)), 401, 'not_decryptable'],
    ['only an IV', encrypted(Buffer.alloc(16).toString('base64')), 401, 'not_decryptable'],
    ['base64 of noise', encrypted(Buffer.alloc(64, 7).toString('base64')), 401, 'not_decryptable'],
    [
      'ciphertext by another key',
      encrypted(encrypt(JSON.stringify(message), 'other')),
      401,
      'not_decryptable',
    ],
    ['ciphertext of no JSON', encrypted(encrypt('hello world')), 401, 'not_decryptable'],
    ['ciphertext of a list', encrypted(encrypt('[1]')), 401, 'not_decryptable'],
  ];

  it.each(cases)('%s', (_, request, status, reason) => {
    expect(at(request)).toEqual({ kind: 'refused', status, reason });
  });

  it.each([
    ['not hexadecimal', 'z'.repeat(64)],
    ['too short', 'ab'],
    ['with a tail', `${good.headers['x-lark-signature']}00`],
  ])('a signature %s', (_, signature) => {
    const headers = { ...good.headers, 'x-lark-signature': signature };
    expect(at({ body: good.body, headers })).toMatchObject({ status: 401, reason: 'bad_signature' });
  });

  it('refuses random bytes without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(at(unsigned(bytes)).kind).toBe('refused');
      }),
    );
  });

  it('refuses any change of any byte of a signed body', () => {
    fc.assert(
      fc.property(fc.nat(good.body.length - 1), fc.integer({ min: 1, max: 255 }), (index, mask) => {
        const body = Buffer.from(good.body);
        body[index] = (body[index] ?? 0) ^ mask;
        expect(at({ body, headers: good.headers }).kind).toBe('refused');
      }),
    );
  });
});

describe('age: one hour either way, in seconds or milliseconds', () => {
  it.each([
    ['now', 0, true],
    ['just within, late', HOUR, true],
    ['just within, early', -HOUR, true],
    ['too late', HOUR + 1000, false],
    ['too early', -HOUR - 1000, false],
  ])('%s', (_, shift, accepted) => {
    const expected = accepted ? { kind: 'event' } : { kind: 'refused', status: 401, reason: 'too_old' };
    expect(at(delivery(message), SIGNED_AT + shift)).toMatchObject(expected);
    const body = Buffer.from(delivery(message).body).toString();
    expect(at(signed(body, String(SIGNED_AT)), SIGNED_AT + shift)).toMatchObject(expected);
  });

  it.each(['abc', '-1788400062', '1e9', '9'.repeat(40)])('refuses the timestamp %s', (timestamp) => {
    const body = Buffer.from(delivery(message).body).toString();
    expect(at(signed(body, timestamp))).toMatchObject({ status: 401, reason: 'too_old' });
  });
});

describe('envelopes', () => {
  it('lets an old 1.0 envelope through to be ignored', () => {
    const old = {
      uuid: 'u-1',
      token: keys.verificationToken,
      ts: '1788400061.35',
      type: 'event_callback',
      event: { type: 'p2p_chat_create' },
    };
    expect(at(delivery(old))).toMatchObject({ kind: 'event', eventId: 'u-1' });
    expect(at(delivery({ ...old, token: 'x' }))).toMatchObject({ reason: 'wrong_token' });
    expect(at(delivery({ ...old, event: { app_id: 'cli_0' } }))).toMatchObject({ reason: 'wrong_app' });
  });

  it('reads a view into a larger buffer', () => {
    const { body, headers } = delivery(message);
    const larger = Buffer.concat([Buffer.from('###'), body, Buffer.from('###')]);
    const view = new Uint8Array(larger.buffer, larger.byteOffset + 3, body.length);
    expect(at({ body: view, headers })).toMatchObject({ kind: 'event' });
  });
});
