import { createCipheriv, createHash } from 'node:crypto';

/** base64(IV ‖ AES-256-CBC), key = SHA-256 of the Encrypt Key. */
export function encrypt(plain: string, encryptKey: string, iv: Uint8Array): string {
  const key = createHash('sha256').update(encryptKey).digest();
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64');
}

/** Plain concatenation over the exact bytes sent; no HMAC. */
export function sign(timestamp: string, nonce: string, encryptKey: string, body: Uint8Array): string {
  return createHash('sha256')
    .update(timestamp + nonce + encryptKey)
    .update(body)
    .digest('hex');
}
