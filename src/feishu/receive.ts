import { Buffer } from 'node:buffer';
import { isSignedBy, openEnvelope, type Signature, sameText } from './crypto.ts';
import { eventIdOf, isJson, type Json, parseJson, textAt } from './payload.ts';

/** Ample: the largest thing a person can send as text is 150 KB. */
export const MAX_BODY_BYTES = 1_000_000;

/** Each delivery is signed when it is sent, so an hour covers clock skew and no retry is lost. */
const AGE_LIMIT_MS = 3_600_000;

export interface ReceivedRequest {
  /** Exactly the bytes that came over the wire. */
  body: Uint8Array;
  /** By lower-case name. */
  headers: Readonly<Record<string, string | undefined>>;
}

export interface ReceiveKeys {
  /** Empty: nothing can be signed, so only the (unsigned) address check of the console is answered. */
  encryptKey: string;
  verificationToken: string;
  appId: string;
}

export type Received =
  | { kind: 'challenge'; challenge: string }
  | { kind: 'event'; payload: Json; eventId: string }
  /** `reason` is for the log and says nothing that an attacker could use. */
  | { kind: 'refused'; status: 400 | 401 | 413; reason: RefusalReason };

export type RefusalReason =
  | 'too_large'
  | 'not_json'
  | 'not_encrypted'
  | 'bad_signature'
  | 'too_old'
  | 'not_decryptable'
  | 'wrong_token'
  | 'unsigned'
  | 'wrong_app'
  | 'no_event_id';

/** Decides over one webhook request: fails closed, has no side effects. `now` in milliseconds UTC. */
export function receive(request: ReceivedRequest, keys: ReceiveKeys, now: number): Received {
  const { body, headers } = request;
  if (body.byteLength > MAX_BODY_BYTES) return refused(413, 'too_large');
  const outer = parseJson(textOf(body));
  if (outer === undefined) return refused(400, 'not_json');

  const encrypted = textAt(outer, 'encrypt');
  // Otherwise a plaintext body, signed or not, would walk past the encryption.
  if (keys.encryptKey && !encrypted) return refused(401, 'not_encrypted');

  const signed = signatureOf(headers);
  if (signed) {
    if (!isSignedBy(keys.encryptKey, signed, body)) return refused(401, 'bad_signature');
    if (!isFresh(signed.timestamp, now)) return refused(401, 'too_old');
  }

  const payload = keys.encryptKey ? openEnvelope(encrypted, keys.encryptKey) : outer;
  if (!isJson(payload)) return refused(401, 'not_decryptable');

  // The platform never signs the address check, so it must be answered before the signature is demanded.
  if (payload.type === 'url_verification') {
    const { challenge } = payload;
    const known = sameText(textAt(payload, 'token'), keys.verificationToken);
    return known && typeof challenge === 'string'
      ? { kind: 'challenge', challenge }
      : refused(401, 'wrong_token');
  }
  if (!signed) return refused(401, 'unsigned');
  return admit(payload, keys);
}

function admit(payload: Json, keys: ReceiveKeys): Received {
  // The few old 1.0 events have no header: the token stands at the top, the app id (not always) in the event.
  const old = payload.type === 'event_callback';
  const token = old ? textAt(payload, 'token') : textAt(payload, 'header', 'token');
  const appId = old ? textAt(payload, 'event', 'app_id') || keys.appId : textAt(payload, 'header', 'app_id');
  if (!sameText(token, keys.verificationToken)) return refused(401, 'wrong_token');
  if (appId !== keys.appId) return refused(401, 'wrong_app');
  const eventId = eventIdOf(payload);
  return eventId ? { kind: 'event', payload, eventId } : refused(400, 'no_event_id');
}

/** Only all three headers together are a signature. */
function signatureOf(headers: ReceivedRequest['headers']): Signature | undefined {
  const timestamp = headers['x-lark-request-timestamp'];
  const nonce = headers['x-lark-request-nonce'];
  const signature = headers['x-lark-signature'];
  return timestamp && nonce && signature ? { timestamp, nonce, signature } : undefined;
}

/** Seconds by the documentation; some senders write milliseconds. */
function isFresh(timestamp: string, now: number): boolean {
  if (!/^\d{1,15}$/.test(timestamp)) return false;
  const value = Number(timestamp);
  return Math.abs(now - (value < 1e12 ? value * 1000 : value)) <= AGE_LIMIT_MS;
}

function textOf(body: Uint8Array): string {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
}

function refused(status: 400 | 401 | 413, reason: RefusalReason): Received {
  return { kind: 'refused', status, reason };
}
